/// A threshold that the time left of a certificate has passed, by the rule that says so.
package enum CertificateThreshold: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Less left than `warn:` of the fleet file.
    case warning
    /// Less left than `critical:`.
    case critical
    /// Nothing left.
    case expired

    /// The rules that speak of it, of servers and of gateways.
    package var rules: Set<String> {
        switch self {
        case .warning: ["certificate-ends", "gateway-certificate-ends"]
        case .critical: ["certificate-ends-soon", "gateway-certificate-ends-soon"]
        case .expired: ["certificate-expired", "certificate-not-renewed", "gateway-certificate-expired"]
        }
    }

    /// The threshold that each of the rules speaks of.
    private static let ofRule = Dictionary(
        uniqueKeysWithValues: allCases.flatMap { threshold in threshold.rules.map { ($0, threshold) } })

    /// The worst that the findings of a judgement speak of; nil when they speak of none.
    package init?(_ judgement: Judgement) {
        let dates = judgement.findings.lazy.filter { $0.layer == .certificate }
        let found = dates.compactMap { Self.ofRule[$0.rule] }.max()
        guard let found else { return nil }
        self = found
    }

    /// Whether a verdict is about a threshold and nothing else.
    package static func isNamed(by rule: String?) -> Bool {
        rule.map { ofRule[$0] != nil } ?? false
    }

    private var severity: Int {
        switch self {
        case .warning: 0
        case .critical: 1
        case .expired: 2
        }
    }

    /// Whether `left` leaves more time than `right`.
    package static func < (left: CertificateThreshold, right: CertificateThreshold) -> Bool {
        left.severity < right.severity
    }
}
