extension Scenario {
    /// Windows Server 2012 R2: CredSSP required, no Early User Authorization Result.
    package static let nlaOnly = Scenario(
        "nla-only", "NLA required: selects HYBRID, and refuses a request for TLS alone with failure 5",
        answer: .negotiating(.nlaRequiredWithoutEarlyAuthorization), handshake: .completing(.only12))
}
