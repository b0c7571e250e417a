import FleetModel
import TestSupport

extension GatewaySample {
    /// What can only be told of a gateway by looking more than once, and near misses.
    static let memories: [GatewaySample] = [
        history(
            "comes and goes", [true, false, true, true, false, true, false, true], ".-.-..-..", .warning,
            "gateway-unsteady"),
        history("failed twice", [true, false, true, true, false, true, true, true], ".-.-..-..", .ok, nil),
        story(
            "another certificate though none was due", ["CN=Corp Issuing CA 2", "CN=Other CA"], .warning,
            "gateway-certificate-changed"),
        story("another certificate of the same authority", ["CN=Corp Issuing CA 2", "CN=Corp Issuing CA 2"], .ok, nil),
    ]

    /// The outcomes of its probes, a minute apart; all but those that passed were reset in TCP.
    static func history(
        _ title: String, _ passes: [Bool], _ signs: String, _ state: ServerState, _ rule: String?
    ) -> GatewaySample {
        changed(title, signs, state, rule) { sample in
            var earlier: GatewaySnapshot?
            for passed in passes {
                var probe = healthy
                if !passed { probe.failAtTCP(.reset, failures: 1) }
                earlier = probe.snapshot?.following(earlier)
            }
            sample.snapshot = earlier
        }
    }

    /// Certificates of these issuers, one after another, the last an hour ago and now.
    static func story(
        _ title: String, _ issuers: [String], _ state: ServerState, _ rule: String?
    ) -> GatewaySample {
        changed(title, ".-.-..-..", state, rule) { sample in
            var earlier: GatewaySnapshot?
            for (index, issuer) in issuers.enumerated() {
                var probe = healthy
                probe.snapshot?.certificate?.facts?.leaf.issuer = issuer
                probe.snapshot?.certificate?.facts?.leaf.sha256 = SampleFleet.fingerprint("\(index)")
                let leaf = probe.snapshot?.certificate?.facts?.leaf
                probe.snapshot?.dtls?.facts?.certificate = leaf
                probe.snapshot?.certificate?.at = SampleFleet.probed - .hours(Int64(issuers.count - index))
                earlier = probe.snapshot?.following(earlier)
            }
            sample.snapshot = earlier
            // Of the interception that another issuer may be a sign of there is a sample of its own.
            sample.snapshot?.earlierIssuer = nil
        }
    }
}
