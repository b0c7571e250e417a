import FleetModel

extension Scenario {
    /// A certificate from an authority that nobody replaced in time.
    package static let certificateExpired = Scenario(
        "certificate-expired", "The certificate from the authority expired 2 days ago",
        certificate: CertificateRecipe(begins: .days(-367), ends: .days(-2) - .hours(3)))
}
