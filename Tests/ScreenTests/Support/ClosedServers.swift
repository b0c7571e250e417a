import LabSupport

/// A fleet whose servers all refuse connections at once, for tests of what keys and the terminal do.
struct ClosedServers {
    /// The working directory, with the fleet in `hosts.yaml`.
    let folder: ScratchFolder

    /// Writes a fleet of `ts-001.lab.test` and so on; they differ in name only.
    ///
    /// - Parameter count: Of servers, 1 to 999.
    /// - Throws: `LabError` when no address is free; an error of the file system.
    init(count: Int = 1) throws {
        try self.init(sites: ["Basement": count])
    }

    /// Writes a fleet of several sites, whose servers are numbered through.
    ///
    /// - Parameters:
    ///   - sites: The name of each, and its count of servers.
    ///   - others: The names of servers that stand at the end and are no part of the numbers.
    ///   - endpoint: Where the others are.
    /// - Throws: `LabError` when no address is free; an error of the file system.
    init(sites: KeyValuePairs<String, Int>, others: [String] = [], at endpoint: LoopbackEndpoint? = nil) throws {
        folder = try ScratchFolder()
        let closed = try LoopbackEndpoint.free()
        var text = "groups:\n"
        var numbers = (1...).makeIterator()
        for (site, count) in sites {
            let names = (0..<count).compactMap { _ in numbers.next().map(Self.name) }
            text += Self.group(site, names, at: closed)
        }
        if let endpoint { text += Self.group("Elsewhere", others, at: endpoint) }
        try folder.write(text, to: "hosts.yaml")
    }

    private static func group(_ site: String, _ names: [String], at endpoint: LoopbackEndpoint) -> String {
        let hosts = names.map { "      - {name: \($0), address: \(endpoint.address), port: \(endpoint.port)}" }
        let head = ["  - name: \(site.lowercased())", "    site: \(site)", "    hosts:"]
        return (head + hosts).joined(separator: "\n") + "\n"
    }

    /// The name of a server by its number, from 1.
    static func name(_ number: Int) -> String {
        let digits = String(number)
        return "ts-" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits + ".lab.test"
    }
}
