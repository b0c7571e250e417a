import FleetModel

/// One question put to a certificate.
struct Check: Sendable {
    /// The name of its file without `Check`, with a small first letter.
    let id: String
    /// Asks it; an empty answer means that nothing is wrong.
    let results: @Sendable (Examination) -> [CheckResult]
}

/// What a check looks at.
struct Examination: Sendable {
    let chain: ExaminedChain
    /// The name or address that was asked for.
    let askedName: String
    /// How the names in the certificate relate to it.
    let nameMatch: NameMatch
    /// The SHA-256 that is expected; nil when any certificate may come.
    let pin: String?
}

/// What a check has to say.
struct CheckResult: Sendable, Hashable {
    /// What is wrong; nil when it is only worth a sentence.
    var problem: CertificateProblem?
    /// One sentence.
    var remark: String

    init(_ problem: CertificateProblem? = nil, _ remark: String) {
        self.problem = problem
        self.remark = remark
    }
}
