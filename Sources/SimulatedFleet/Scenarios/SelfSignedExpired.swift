import FleetModel

extension Scenario {
    /// Windows did not replace its own certificate: SessionEnv off, key file not writable, clock wrong.
    package static let selfSignedExpired = Scenario(
        "self-signed-expired", "The self-signed certificate ended 5 days ago: its renewal did not happen",
        certificate: CertificateRecipe(
            issuer: .itself, names: .ownCommonName, begins: .days(-187), ends: .days(-5)))
}
