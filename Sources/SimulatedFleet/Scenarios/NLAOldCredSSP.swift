extension Scenario {
    /// Without the answer to CVE-2018-0886, which clients with that update refuse.
    package static let nlaOldCredSSP = Scenario(
        "nla-old-credssp", "Windows Server 2012 R2 with CredSSP from before March 2018: version 2",
        answer: .negotiating(.nlaRequiredWithoutEarlyAuthorization), handshake: .completing(.only12),
        session: .challenging(ChallengeRecipe(build: .server2012R2, credSSPVersion: 2)))
}
