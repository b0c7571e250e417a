import FleetModel

/// What all checks have to say of a certificate, bounded.
struct CheckResults: Sendable, Hashable {
    /// Each once, in the order of the checks.
    let problems: [CertificateProblem]
    /// At most `remarkLimit` sentences.
    let remarks: [String]

    /// How many sentences are kept.
    static let remarkLimit = 20

    /// Takes the results of the checks, and sentences that belong to none.
    ///
    /// When there are too many, the first sentence of each problem stays before any other, and the last one says how
    /// many are left out.
    init(_ results: [CheckResult], more: [String]) {
        var problems: [CertificateProblem] = []
        var reasons: [String] = []
        var others: [String] = []
        for result in results {
            if let problem = result.problem, !problems.contains(problem) {
                problems.append(problem)
                reasons.append(result.remark)
            } else {
                others.append(result.remark)
            }
        }
        self.problems = problems
        let all = results.map(\.remark) + more
        if all.count <= Self.remarkLimit {
            remarks = all
        } else {
            let kept = (reasons + others + more).prefix(Self.remarkLimit - 1)
            remarks = kept + ["\(all.count - kept.count) more remarks are left out."]
        }
    }
}
