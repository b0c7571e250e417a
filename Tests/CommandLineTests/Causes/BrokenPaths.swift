import LabSupport

/// A network with a server behind each of the devices, and one `rdptop check` of all of them.
struct BrokenPaths: Sendable {
    let report: CheckReport
    /// What a person reads of the row whose connections end when the ClientHello names the server.
    let text: String

    /// The check that all tests share.
    static let shared = Once { try await run() }

    /// What was said of a row.
    func server(_ row: BrokenPath) -> CheckReport.Server? { report.servers.first { $0.name == row.name } }

    /// A row with its addresses, which only the network of the tests has (RFC 5737, RFC 3849).
    private struct Place: Sendable {
        let row: BrokenPath
        let number: Int

        var address: String { "198.51.100.\(number)" }
        var addressV6: String { "2001:db8::\(number)" }

        var hasBoth: Bool {
            switch row.direction {
            case .toServerByIPv6: true
            case .toServer, .fromServer: false
            }
        }

        var addresses: [String] { hasBoth ? [address, addressV6] : [address] }

        var record: DNSMasq.Record { .addresses(row.name, addresses) }

        var chain: String {
            let hook =
                switch row.direction {
                case .toServer, .toServerByIPv6: "input"
                case .fromServer: "output"
                }
            let selection =
                switch row.direction {
                case .toServer: "ip daddr \(address) tcp dport 3389"
                case .fromServer: "ip saddr \(address) tcp sport 3389"
                case .toServerByIPv6: "ip6 daddr \(addressV6) tcp dport 3389"
                }
            return """
                  chain device\(number) {
                \(row.device.rules.map { "    \($0)" }.joined(separator: "\n"))
                  }
                  chain hook\(number) {
                    type filter hook \(hook) priority 0;
                    \(selection) jump device\(number)
                  }
                """
        }
    }

    private static func run() async throws -> BrokenPaths {
        let places = zip(BrokenPathTable.rows, 2...).map { Place(row: $0, number: $1) }
        let client = try await NetworkNamespace.make()
        let servers = try await NetworkNamespace.make()
        try await client.join(
            servers, addresses: ["198.51.100.1/24", "2001:db8::1/64"],
            otherAddresses: places.flatMap { place in place.addresses.map { $0 + ($0.contains(":") ? "/64" : "/24") } })
        try await servers.filter("table inet between {\n\(places.map(\.chain).joined(separator: "\n"))\n}\n")
        let running = try await withThrowingTaskGroup { group in
            for place in places {
                group.addTask {
                    try await XrdpServer.start(
                        .tls, certificate: try await LabAuthority.shared.certificate(.valid(for: place.row.name)),
                        on: LoopbackEndpoint(place.address, port: 3389),
                        otherAddress: place.hasBoth ? place.addressV6 : nil, in: servers)
                }
            }
            return try await group.reduce(into: [XrdpServer]()) { $0.append($1) }
        }
        let resolver = try await DNSMasq.start(
            places.map(\.record), on: LoopbackEndpoint("127.0.0.1", port: 53), in: client)
        let folder = try ScratchFolder()
        let authority = try await LabAuthority.shared.rootCertificate()
        func fleetFile(_ rows: [BrokenPath], named name: String) throws -> String {
            try folder.write(
                """
                resolvers: ["\(resolver.endpoint)"]
                defaults: {timeout: 4s, ca: ["\(authority)"]}
                hosts:
                \(rows.map { "  - \($0.name)" }.joined(separator: "\n"))

                """,
                to: name)
        }
        let one = try fleetFile([BrokenPathTable.namedAndReset], named: "one.yaml")
        let text = try await client.run(RdptopBinary(), ["check", one])
        let all = try fleetFile(BrokenPathTable.rows, named: "all.yaml")
        let json = try await client.run(RdptopBinary(), ["check", all, "--format", "json"])
        for server in running { await server.stop() }
        await resolver.stop()
        return BrokenPaths(report: try CheckReport.read(json.standardOutput), text: text.standardOutput)
    }
}
