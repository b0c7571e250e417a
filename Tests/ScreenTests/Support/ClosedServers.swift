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
        folder = try ScratchFolder()
        let endpoint = try LoopbackEndpoint.free()
        let hosts = (1...count).map { number in
            "      - {name: \(Self.name(number)), address: \(endpoint.address), port: \(endpoint.port)}"
        }
        let text = (["groups:", "  - name: lab", "    site: Basement", "    hosts:"] + hosts).joined(separator: "\n")
        try folder.write(text + "\n", to: "hosts.yaml")
    }

    /// The name of a server by its number, from 1.
    static func name(_ number: Int) -> String {
        let digits = String(number)
        return "ts-" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits + ".lab.test"
    }
}
