import Dashboard
import Diagnosis

extension Explainer {
    /// Knows what Diagnosis knows.
    static let diagnosis = Explainer(
        answer: { text, rows, now in Diagnosis.answer(toCode: text, in: rows, at: now) },
        refutations: { status, gateway, now in Diagnosis.refutations(of: status, gateway: gateway, now: now) },
        regressions: { status in RegressionTable.regressions(concerning: status).map(\.line) })
}
