import FleetModel

extension Scenario {
    /// The clock of the authority or of the server is ahead.
    package static let certificateNotYetValid = Scenario(
        "certificate-not-yet-valid", "The certificate becomes valid in 2 days",
        certificate: CertificateRecipe(begins: .days(2) + .hours(1), ends: .days(367)))
}
