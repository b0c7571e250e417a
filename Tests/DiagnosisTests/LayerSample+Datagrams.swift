import FleetModel
import TestSupport

extension LayerSample {
    static let pings: [LayerSample] = [
        ping("nothing answered", 0, of: 20, .timedOut, ".T......-", "ping-unanswered"),
        ping("unreachable", 0, of: 3, .unreachable(.host), ".U......-", "ping-unanswered"),
        ping("one of twenty lost", 19, of: 20, nil, ".!......-", "ping-loss"),
        jittery("much beside its round trip", 40_000, mean: 60_000, "ping-jitter"),
        jittery("little beside its round trip", 40_000, mean: 200_000, nil),
        jittery("too little to be felt", 8_000, mean: 10_000, nil),
        ping("one of nine lost", 8, of: 9, nil, "........-", nil),
        ping("not permitted", 0, of: 0, .ourFault(.notPermitted), ".-......-", nil),
        ping("another fault of ours", 0, of: 0, .ourFault(.outOfResources), ".?......-", nil),
    ]

    static let datagrams: [LayerSample] = [
        udp("silence", .timedOut, ".......T-", .ok, "udp-silent"),
        udp("a closed port", .refused, ".......R-", .ok, "udp-closed"),
        udp("unreachable", .unreachable(.host), ".......U-", .ok, "udp-failed"),
        udp("garbage", .malformed, ".......P-", .ok, "udp-failed"),
        udp("a fault of ours", .ourFault(.other), ".......?-", .ok, nil),
        udp("silence where UDP is expected", .timedOut, ".......T-", .warning, "udp-expected", expected: true),
        udp("a closed port where UDP is expected", .refused, ".......R-", .warning, "udp-expected", expected: true),
        udp("silence where UDP is expected to fail", .timedOut, ".......T-", .ok, "udp-silent", expected: false),
        changed("UDP not looked at", ".......?-", .ok, nil) { $0.snapshot.udp = nil },
    ]

    private static func ping(
        _ title: String, _ received: Int, of sent: Int, _ failure: LayerFailure?, _ signs: String, _ rule: String?
    ) -> LayerSample {
        changed("ping: \(title)", signs, .ok, rule) {
            $0.snapshot.ping?.failure = failure
            $0.snapshot.ping?.facts?.sent = sent
            $0.snapshot.ping?.facts?.received = received
            if received == 0 { $0.snapshot.ping?.facts?.mean = nil }
        }
    }

    private static func jittery(_ title: String, _ jitter: Int64, mean: Int64, _ rule: String?) -> LayerSample {
        changed("jitter: \(title)", "........-", .ok, rule) {
            $0.snapshot.ping?.facts?.sent = 20
            $0.snapshot.ping?.facts?.received = 20
            $0.snapshot.ping?.facts?.mean = mean
            $0.snapshot.ping?.facts?.jitter = jitter
        }
    }

    private static func udp(
        _ title: String, _ failure: LayerFailure, _ signs: String, _ state: ServerState, _ rule: String?,
        expected: Bool? = nil
    ) -> LayerSample {
        changed("UDP: \(title)", signs, state, rule) {
            let facts = UDPFacts(peer: SampleFleet.endpoint("10.20.4.7"), requested: .two, datagrams: 2)
            $0.snapshot.udp = SampleFleet.failed(facts, failure, 2_000_000)
            $0.server.policy.expectedUDP = expected
        }
    }
}
