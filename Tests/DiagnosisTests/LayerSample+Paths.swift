import FleetModel
import TestSupport

extension LayerSample {
    /// Every path with every state of the gateway, and with two paths every state of the direct one.
    static let paths: [LayerSample] = [
        path(.gateway, nil, "--------?", .unknown, "gateway-not-probed"),
        path(.gateway, .notProbed, "--------?", .unknown, "gateway-not-probed"),
        path(.gateway, .ok, "--------.", .ok, nil),
        path(.gateway, .warning, "--------!", .warning, "gateway-warns"),
        path(.gateway, .unconfirmed, "--------R", .unconfirmed, "behind-gateway"),
        path(.gateway, .down, "--------R", .down, "behind-gateway"),
        path(.gateway, .unknown, "--------?", .unknown, "gateway-not-probed"),
        path(.both, nil, "........?", .ok, nil),
        path(.both, .ok, ".........", .ok, nil),
        path(.both, .warning, "........!", .warning, "gateway-warns"),
        path(.both, .unconfirmed, "........R", .ok, nil),
        path(.both, .down, "........R", .warning, "gateway-path-fails"),
        path(.both, .unknown, "........?", .ok, nil),
        path(.both, .ok, "..T:::::.", .warning, "tcp-filtered", failing: 4),
        path(.both, .warning, "..T:::::!", .warning, "tcp-filtered", failing: 4),
        path(.both, .down, "..T:::::R", .down, "tcp-filtered", failing: 4),
        path(.both, .unconfirmed, "..T:::::R", .down, "tcp-filtered", failing: 4),
        path(.both, .unknown, "..T:::::?", .down, "tcp-filtered", failing: 4),
        path(.both, nil, "..T:::::?", .down, "tcp-filtered", failing: 4),
        path(.both, .ok, "..T:::::.", .unconfirmed, "tcp-filtered", failing: 1),
        path(.both, .down, "..T:::::R", .unconfirmed, "tcp-filtered", failing: 1),
        path(.direct, .ok, ".........", .ok, nil),
        path(.direct, .down, "........R", .ok, "gateway-beside"),
        path(.direct, .warning, "........!", .ok, "gateway-beside"),
        path(.direct, .down, "..T:::::R", .down, "tcp-filtered", failing: 4),
        path(.direct, nil, "........?", .ok, nil),
    ]

    /// How the gateway of a sample is.
    enum GatewayHealth: String, Sendable, CaseIterable {
        case notProbed, ok, warning, unconfirmed, down, unknown
    }

    static func path(
        _ path: AccessPath, _ health: GatewayHealth?, _ signs: String, _ state: ServerState, _ rule: String?,
        failing: Int = 0
    ) -> LayerSample {
        let title = "path \(path.rawValue), gateway \(health?.rawValue ?? "missing"), failures \(failing)"
        return changed(title, signs, state, rule) { sample in
            sample.server.path = path
            sample.server.gateway = "RDGW-fra-1"
            sample.gateway = health?.status
            guard failing > 0 else { return }
            let attempt = TCPFacts.Attempt(
                peer: SampleFleet.endpoint("10.20.4.7"), failure: .timedOut, microseconds: 3_000_000)
            sample.snapshot.tcp = SampleFleet.failed(TCPFacts(attempts: [attempt]), .timedOut, 3_000_000)
            sample.snapshot.x224 = nil
            sample.snapshot.tls = nil
            sample.snapshot.certificate = nil
            sample.snapshot.consecutiveFailures = failing
        }
    }
}

extension LayerSample.GatewayHealth {
    /// The gateway as the board has it, judged by the real rules.
    var status: GatewayStatus {
        switch self {
        case .notProbed: GatewayStatus(gateway: GatewaySample.gateway)
        case .ok: GatewaySample.healthy.status
        case .warning:
            GatewaySample.changed("ends soon", ".-.-.!-..", .warning, nil) {
                let facts = SampleFleet.corporateCertificate(for: "rdgw-fra-1.corp.example", left: .days(6))
                $0.snapshot?.certificate = SampleFleet.seen(facts, 900)
                $0.snapshot?.dtls?.facts?.certificate = facts.leaf
            }.status
        case .unconfirmed: GatewaySample.refused(failures: 1).status
        case .down: GatewaySample.refused(failures: 4).status
        case .unknown:
            GatewaySample.changed("our fault", ".-?-??-??", .unknown, nil) {
                $0.failAtTCP(.ourFault(.outOfResources), failures: 0)
            }.status
        }
    }
}
