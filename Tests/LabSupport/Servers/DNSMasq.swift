/// A running dnsmasq: a resolver that knows the given names below `lab.test` and asks nobody else.
///
/// Every other name of `lab.test` is answered with NXDOMAIN, every name elsewhere with REFUSED.
package struct DNSMasq: Sendable {
    /// What the resolver knows of one name.
    package enum Record: Sendable {
        /// IPv4 and IPv6 addresses.
        case addresses(String, [String])
        /// A CNAME to a name that is also here.
        case alias(String, of: String)
        /// The name exists, without any address (NODATA).
        case noAddress(String)
        /// A PTR record for an address.
        case pointer(ofIPv4: String, to: String)

        var configuration: [String] {
            switch self {
            case .addresses(let name, let addresses): addresses.map { "host-record=\(name),\($0)" }
            case .alias(let name, let target): ["cname=\(name),\(target)"]
            case .noAddress(let name): ["txt-record=\(name),present"]
            case .pointer(let address, let name):
                ["ptr-record=\(address.split(separator: ".").reversed().joined(separator: ".")).in-addr.arpa,\(name)"]
            }
        }
    }

    /// Where it answers, by UDP and by TCP.
    package let endpoint: LoopbackEndpoint
    /// The process.
    package let process: LabProcess

    /// Starts dnsmasq and returns when it listens.
    ///
    /// - Parameters:
    ///   - records: what it knows.
    ///   - endpoint: where to answer; a free address with port 53 by default.
    ///   - timeToLive: the TTL of every answer, in seconds.
    ///   - network: where it runs, if not in the network of the tests; the endpoint is then one of that network.
    /// - Returns: the listening server.
    /// - Throws: ``LabError`` when it does not start, with the last lines of its output.
    package static func start(
        _ records: [Record],
        on endpoint: LoopbackEndpoint? = nil,
        timeToLive: Int = 30,
        in network: NetworkNamespace? = nil
    ) async throws -> DNSMasq {
        let endpoint = try endpoint ?? .free(port: 53)
        let folder = try ScratchFolder()
        let configuration = try folder.write(
            """
            no-resolv
            no-hosts
            keep-in-foreground
            bind-interfaces
            listen-address=\(endpoint.address)
            except-interface=none
            port=\(endpoint.port)
            pid-file=
            log-facility=-
            user=root
            local=/lab.test/
            local-ttl=\(timeToLive)
            \(records.flatMap(\.configuration).joined(separator: "\n"))

            """,
            to: "dnsmasq.conf"
        )
        let process: LabProcess
        // The file is read once, before the server listens; then the folder may go.
        if let network {
            process = try await network.start(.dnsmasq, arguments: ["-C", configuration])
            try await network.waitUntilListening(on: endpoint, by: process)
        } else {
            process = try await LabProcess.start(.dnsmasq, arguments: ["-C", configuration])
            try await process.waitUntilListening(on: endpoint)
        }
        withExtendedLifetime(folder) {}
        return DNSMasq(endpoint: endpoint, process: process)
    }

    /// Ends it.
    package func stop() async { await process.stop() }
}
