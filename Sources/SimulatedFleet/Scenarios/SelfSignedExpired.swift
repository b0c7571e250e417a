import FleetModel

extension Scenario {
    /// Windows did not replace its own certificate: SessionEnv off, key file not writable, clock wrong.
    package static let selfSignedExpired = Scenario(
        "self-signed-expired", "The self-signed certificate ended 5 days ago: its renewal did not happen",
        certificate: .windowsSelfSigned(ends: .days(-5)))
}
