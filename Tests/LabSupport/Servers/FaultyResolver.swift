/// A running dnsdist in front of ``DNSMasq``, which spoils the answers for chosen names.
package struct FaultyResolver: Sendable {
    /// What goes wrong with a name and everything below it.
    package enum Fault: Sendable {
        case serverFailure(String)
        case refused(String)
        /// No answer at all.
        case silence(String)
        /// The truth, so many milliseconds late.
        case delay(String, milliseconds: Int)
        /// By UDP only the flag TC, so that the client must ask again by TCP.
        case truncated(String)

        var configuration: String {
            switch self {
            case .serverFailure(let name): #"addAction("\#(name).", RCodeAction(DNSRCode.SERVFAIL))"#
            case .refused(let name): #"addAction("\#(name).", RCodeAction(DNSRCode.REFUSED))"#
            case .silence(let name): #"addAction("\#(name).", DropAction())"#
            case .delay(let name, let milliseconds): #"addAction("\#(name).", DelayAction(\#(milliseconds)))"#
            case .truncated(let name): #"addAction(AndRule({QNameRule("\#(name)."), TCPRule(false)}), TCAction())"#
            }
        }
    }

    /// Where it answers, by UDP and by TCP.
    package let endpoint: LoopbackEndpoint
    /// The process of dnsdist.
    package let process: LabProcess

    private let backend: DNSMasq

    /// Starts dnsmasq with the records and dnsdist with the faults, and returns when both listen.
    ///
    /// - Parameters:
    ///   - faults: what goes wrong.
    ///   - records: what the resolver knows otherwise.
    ///   - endpoint: where to answer; a free address with port 53 by default.
    /// - Returns: the listening server.
    /// - Throws: ``LabError`` when it does not start, with the last lines of its output.
    package static func start(
        _ faults: [Fault],
        records: [DNSMasq.Record] = [],
        on endpoint: LoopbackEndpoint? = nil
    ) async throws -> FaultyResolver {
        let endpoint = try endpoint ?? .free(port: 53)
        let backend = try await DNSMasq.start(records)
        let folder = try ScratchFolder()
        let configuration = try folder.write(
            """
            setACL({"127.0.0.0/8"})
            setLocal("\(endpoint)")
            newServer({address="\(backend.endpoint)"}):setUp()
            setSecurityPollSuffix("")
            \(faults.map(\.configuration).joined(separator: "\n"))

            """,
            to: "dnsdist.lua"
        )
        let process = try await LabProcess.start(
            .dnsdist,
            arguments: ["--supervised", "--disable-syslog", "-C", configuration]
        )
        try await process.waitUntilListening(on: endpoint)
        withExtendedLifetime(folder) {}
        return FaultyResolver(endpoint: endpoint, process: process, backend: backend)
    }

    /// Ends both.
    package func stop() async {
        await process.stop()
        await backend.stop()
    }
}
