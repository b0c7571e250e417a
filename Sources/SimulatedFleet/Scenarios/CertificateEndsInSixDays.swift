import FleetModel

extension Scenario {
    /// Below the critical threshold of 14 days.
    package static let certificateEndsInSixDays = Scenario(
        "certificate-6-days", "The certificate from the authority has 6 days left",
        certificate: CertificateRecipe(begins: .days(-359), ends: .days(6) + .hours(12)))
}
