import FleetModel

extension Scenario {
    /// A farm whose hosts share one certificate.
    package static let healthyWildcard = Scenario(
        "healthy-wildcard", "NLA, TLS 1.3, one wildcard certificate for the whole farm",
        certificate: CertificateRecipe(names: .wildcard, begins: .days(-200), ends: .days(165)))
}
