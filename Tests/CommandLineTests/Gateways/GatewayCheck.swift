import LabSupport

/// One `rdptop check` of a server behind each of a row of gateways, and its report.
struct GatewayCheck: Sendable {
    let report: CheckReport
    let end: ProcessEnd

    /// The check that all tests share.
    static let shared = Once { try await run() }

    /// The name of the gateway behind an intercepting proxy.
    static let intercepted = "intercepted"
    /// The name of the gateway whose DTLS is old.
    static let oldDTLS = "old-dtls"
    /// The name of the gateway whose certificate has ended.
    static let expired = "expired"

    /// The gateway of that name.
    func gateway(_ name: String) -> CheckReport.Gateway? {
        report.gateways?.first { $0.name == name }
    }

    /// The server behind the gateway of that name.
    func server(behind name: String) -> CheckReport.Server? { report.servers.first { $0.gateway == name } }

    private static func run() async throws -> GatewayCheck {
        var gateways: [String: NginxGateway] = [:]
        for answer in NginxGateway.Answer.allCases {
            gateways[answer.rawValue] = try await gateway(answer, named: answer.rawValue)
        }
        gateways[oldDTLS] = try await gateway(.healthy, named: oldDTLS)
        gateways[expired] = try await .start(
            .healthy, certificate: LabAuthority.shared.certificate(.expired(for: host(expired))))
        var endpoints = gateways.mapValues(\.endpoint)
        let healthy = try await gateway(.healthy, named: intercepted)
        let proxy = try await InterceptingProxy.start(inFrontOf: healthy.endpoint)
        endpoints[intercepted] = proxy.endpoint
        let new = try await peer(.dtls12, of: NginxGateway.Answer.healthy.rawValue, at: endpoints)
        let old = try await peer(.dtls10, of: oldDTLS, at: endpoints)
        let resolver = try await DNSMasq.start(
            endpoints.map { .addresses(host($0.key), [$0.value.address]) })
        let folder = try ScratchFolder()
        let names = endpoints.keys.sorted()
        let fleetFile = try folder.write(
            """
            resolvers: ["\(resolver.endpoint)"]
            defaults: {ca: ["\(try await LabAuthority.shared.rootCertificate())"]}
            gateways:
            \(names.map { "  - {name: \($0), address: \"\(host($0)):443\"}" }.joined(separator: "\n"))
            groups:
            \(names.map(group).joined(separator: "\n"))

            """,
            to: "gateways.yaml")
        let result = try await RdptopBinary().run(["check", fleetFile, "--format", "json"])
        for gateway in gateways.values { await gateway.stop() }
        await healthy.stop()
        await proxy.stop()
        await new.stop()
        await old.stop()
        await resolver.stop()
        return GatewayCheck(report: try CheckReport.read(result.standardOutput), end: result.end)
    }

    private static func host(_ name: String) -> String { "rdgw-\(name.lowercased()).lab.test" }

    private static func group(_ name: String) -> String {
        "  - {name: \(name), gateway: \(name), path: gateway, hosts: [\"ts-\(name.lowercased()).lab.test\"]}"
    }

    private static func gateway(_ answer: NginxGateway.Answer, named name: String) async throws -> NginxGateway {
        let certificate = try await LabAuthority.shared.certificate(.valid(for: host(name)))
        return try await .start(answer, certificate: certificate)
    }

    private static func peer(
        _ version: DTLSPeer.Version, of name: String, at endpoints: [String: LoopbackEndpoint]
    ) async throws -> DTLSPeer {
        struct NoSuchGateway: Error {}
        guard let endpoint = endpoints[name] else { throw NoSuchGateway() }
        let certificate = try await LabAuthority.shared.certificate(.valid(for: host(name)))
        return try await .start(
            version, on: LoopbackEndpoint(endpoint.address, port: 3391), certificate: certificate)
    }
}
