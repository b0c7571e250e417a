import FleetModel

extension Scenario {
    /// Below the warning threshold of 30 days.
    package static let certificateEndsInTwentyDays = Scenario(
        "certificate-20-days", "The certificate from the authority has 20 days left",
        certificate: CertificateRecipe(begins: .days(-345), ends: .days(20) + .hours(12)))
}
