import LabSupport

/// A server whose addresses differ in what the network does to packets, and one `rdptop check` of all of them.
struct FaultyNetwork: Sendable {
    /// An address, and what happens to packets that are sent to it.
    struct Row: Sendable, CustomStringConvertible {
        let label: String
        /// The last number of the address.
        let host: Int
        /// In the language of nft(8), after the address.
        var rule: String?

        var name: String { "\(label).lab.test" }
        var address: String { "198.51.100.\(host)" }
        var description: String { label }
    }

    static let open = Row(label: "open", host: 2)
    static let dropped = Row(label: "dropped", host: 3, rule: "tcp dport 3389 drop")
    static let reset = Row(label: "reset", host: 4, rule: "tcp dport 3389 reject with tcp reset")
    static let prohibited = Row(
        label: "prohibited", host: 5, rule: "tcp dport 3389 reject with icmpx admin-prohibited")
    static let unreachable = Row(
        label: "unreachable", host: 6, rule: "tcp dport 3389 reject with icmpx host-unreachable")
    static let withoutEcho = Row(label: "without-echo", host: 7, rule: "icmp type echo-request drop")
    /// Of two echoes the first is lost.
    static let lossy = Row(
        label: "lossy", host: 8, rule: "icmp type echo-request numgen inc mod 2 == 0 drop")
    static let datagramsDropped = Row(label: "udp-dropped", host: 9, rule: "udp dport 3389 drop")
    static let datagramsRejected = Row(
        label: "udp-rejected", host: 10, rule: "udp dport 3389 reject with icmpx host-unreachable")
    /// Nobody has this address: nobody answers to ARP.
    static let nobody = Row(label: "nobody", host: 200)

    static let rows = [
        open, dropped, reset, prohibited, unreachable, withoutEcho, lossy, datagramsDropped, datagramsRejected, nobody,
    ]

    let report: CheckReport
    let standardError: String

    /// The check that all tests share.
    static let shared = Once { try await run() }

    /// What was said of an address.
    func server(_ row: Row) -> CheckReport.Server? { report.servers.first { $0.name == row.name } }

    private static func run() async throws -> FaultyNetwork {
        let client = try await NetworkNamespace.make()
        let servers = try await NetworkNamespace.make()
        let assigned = rows.filter { $0.label != nobody.label }
        try await client.join(
            servers, addresses: ["198.51.100.1/24"], otherAddresses: assigned.map { "\($0.address)/24" })
        try await servers.filter(
            """
            table inet faults {
              chain in {
                type filter hook input priority 0;
            \(assigned.compactMap { row in row.rule.map { "    ip daddr \(row.address) \($0)" } }.joined(separator: "\n"))
              }
            }
            """)
        let certificate = try await LabAuthority.shared.certificate(.valid(for: "*.lab.test"))
        let xrdp = try await XrdpServer.start(
            .tls, certificate: certificate, on: LoopbackEndpoint("0.0.0.0", port: 3389), in: servers)
        let folder = try ScratchFolder()
        let fleetFile = try folder.write(
            """
            defaults: {ca: ["\(try await LabAuthority.shared.rootCertificate())"]}
            hosts:
            \(rows.map { "  - {name: \($0.name), address: \($0.address)}" }.joined(separator: "\n"))

            """,
            to: "faults.yaml")
        let result = try await client.run(RdptopBinary(), ["check", fleetFile, "--format", "json"])
        await xrdp.stop()
        return FaultyNetwork(
            report: try CheckReport.read(result.standardOutput), standardError: result.standardError)
    }
}
