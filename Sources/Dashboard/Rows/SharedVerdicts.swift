import FleetModel

/// How many servers that are down have the same verdict, kept up to date as rows change.
struct SharedVerdicts: Sendable, Equatable {
    /// A verdict that several servers share.
    struct Shared: Sendable, Equatable {
        /// How many share it.
        var count: Int
        /// The words that are true of all of them, the longest first.
        var forms: [String]
    }

    /// A form of a rule's verdict: two servers of one rule may differ in a detail of the longer one.
    private struct Form: Hashable {
        var rule: String
        var text: String
    }

    private var short: [Form: Int] = [:]
    private var medium: [Form: Int] = [:]

    /// Counts a row in with 1, or out again with -1; only one that is down by itself counts.
    mutating func add(_ judgement: Judgement, _ amount: Int) {
        guard judgement.state == .down, judgement.behind == nil, let headline = judgement.headline else { return }
        Self.add(Form(rule: headline.rule, text: headline.short), amount, to: &short)
        Self.add(Form(rule: headline.rule, text: headline.medium), amount, to: &medium)
    }

    private static func add(_ form: Form, _ amount: Int, to counts: inout [Form: Int]) {
        let count = (counts[form] ?? 0) + amount
        counts[form] = count == 0 ? nil : count
    }

    /// What a row shares with others; nil when its verdict is its own, or it is not down by itself.
    func shared(by judgement: Judgement) -> Shared? {
        guard judgement.state == .down, judgement.behind == nil, let headline = judgement.headline else { return nil }
        let count = short[Form(rule: headline.rule, text: headline.short)] ?? 0
        guard count > 1 else { return nil }
        let isSameInFull = medium[Form(rule: headline.rule, text: headline.medium)] == count
        return Shared(count: count, forms: isSameInFull ? [headline.medium, headline.short] : [headline.short])
    }
}
