/// A network of its own: with its loopback, with what it is joined to, and with no way to anywhere else.
///
/// Needs root. It is gone with the process that holds it, and that ends with the last reference.
package struct NetworkNamespace: Sendable {
    private let holder: LabProcess

    /// Makes one.
    ///
    /// - Throws: ``LabError`` with the system's words when that is not permitted.
    package static func make() async throws -> NetworkNamespace {
        let made = "made"
        let holder = try await LabProcess.start(
            .unshare, arguments: ["--net", "sh", "-c", "ip link set lo up && echo \(made) && exec sleep infinity"])
        _ = try await holder.waitForLine(containing: made)
        return NetworkNamespace(holder: holder)
    }

    private var file: String { "/proc/\(holder.pid)/ns/net" }

    /// Lays a cable to another network; each end gets the addresses, in the notation `192.0.2.1/24`.
    ///
    /// - Parameters:
    ///   - other: the other network.
    ///   - addresses: those of the end here.
    ///   - otherAddresses: those of the end there.
    /// - Throws: ``LabError`` with the words of ip(8).
    package func join(_ other: NetworkNamespace, addresses: [String], otherAddresses: [String]) async throws {
        try await run(
            .ip, ["link", "add", "cable", "type", "veth", "peer", "name", "cable", "netns", "\(other.holder.pid)"])
        for (network, addresses) in [(self, addresses), (other, otherAddresses)] {
            for address in addresses {
                // Without nodad an address of IPv6 is not usable for its first second.
                let flags = address.contains(":") ? ["nodad"] : []
                try await network.run(.ip, ["address", "add", address, "dev", "cable"] + flags)
            }
            try await network.run(.ip, ["link", "set", "cable", "up"])
        }
    }

    /// Loads the rules of a firewall, in the language of nft(8).
    package func filter(_ rules: String) async throws {
        let folder = try ScratchFolder()
        defer { withExtendedLifetime(folder) {} }
        try await run(.nft, ["-f", try folder.write(rules, to: "rules.nft")])
    }

    /// Starts a program in this network.
    package func start(
        _ program: LabProgram, arguments: [String], environment: [String: String] = [:]
    ) async throws -> LabProcess {
        try await LabProcess.start(
            .nsenter, arguments: ["--net=\(file)", try program.path()] + arguments, environment: environment)
    }

    /// Runs a program of the laboratory in this network; it must succeed.
    @discardableResult
    package func run(_ program: LabProgram, _ arguments: [String]) async throws -> String {
        try await LabSupport.run(.nsenter, ["--net=\(file)", try program.path()] + arguments)
    }

    /// Runs the built `rdptop` in this network, with an empty home folder.
    package func run(
        _ binary: RdptopBinary, _ arguments: [String], within limit: Duration = .patience
    ) async throws -> CommandResult {
        let home = try ScratchFolder()
        defer { withExtendedLifetime(home) {} }
        return try await LabSupport.run(
            executable: try LabProgram.nsenter.path(), arguments: ["--net=\(file)", binary.path] + arguments,
            environment: ["HOME": home.path], workingDirectory: home.path, within: limit)
    }

    /// Waits until somebody here listens there, for TCP.
    ///
    /// - Parameters:
    ///   - endpoint: an address and port of this network.
    ///   - process: who is to listen, for messages.
    /// - Throws: ``LabError`` when it ended first, or ten seconds have passed.
    func waitUntilListening(on endpoint: LoopbackEndpoint, by process: LabProcess) async throws {
        // proc(5): the local address and port in hexadecimal, the remote ones, and 0A for LISTEN.
        let socket = endpoint.asInProc + " 00000000:0000 0A "
        let limit = Duration.seconds(10)
        let isThere: Bool? = try await poll(within: limit) {
            if let end = process.end {
                throw LabError.ended(
                    program: process.name, end: end, during: "it was to listen on \(endpoint)",
                    output: process.lastLines)
            }
            return text(ofFile: "/proc/\(holder.pid)/net/tcp").contains(socket) ? true : nil
        }
        guard isThere == true else {
            throw LabError.deadlinePassed(
                waitingFor: "listener on \(endpoint)", limit: limit, seen: process.lastLines)
        }
    }
}

extension LoopbackEndpoint {
    /// As /proc/net/tcp writes it: an address in the machine's byte order, which is little-endian here, and the port.
    fileprivate var asInProc: String {
        let bytes = address.split(separator: ".").compactMap { UInt8($0) }.reversed()
        return bytes.map { hexadecimal($0, digits: 2) }.joined() + ":" + hexadecimal(port, digits: 4)
    }

    private func hexadecimal(_ number: some FixedWidthInteger, digits: Int) -> String {
        let text = String(number, radix: 16, uppercase: true)
        return String(repeating: "0", count: digits - text.count) + text
    }
}
