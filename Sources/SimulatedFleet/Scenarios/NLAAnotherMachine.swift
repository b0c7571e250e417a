import FleetModel

extension Scenario {
    /// A stale DNS record, or a load balancer that leads elsewhere; the certificate of all hosts does not show it.
    package static let nlaAnotherMachine = Scenario(
        "nla-another-machine", "Its NTLM challenge carries the names of another computer",
        certificate: CertificateRecipe(names: .wildcard, begins: .days(-200), ends: .days(165)),
        session: .challenging(ChallengeRecipe(names: .other("rdsh-old-007"))))
}
