import Diagnosis
import FleetModel

/// What can be broken and judged: the facts of a server or of a gateway.
protocol Judged: Sendable {
    /// Everything answers as it should, and there is nothing to say.
    static var healthy: Self { get }
    /// What the rules make of the facts.
    var judgement: Judgement { get }
    /// The names that its commands are filled with.
    var names: RemedyNames { get }
}

/// One row of a truth table: what is broken, what must be said of it, and a small change after which that must not be
/// said any more.
///
///     Situation("the port is refused", is: "tcp-refused", .certain, first: .shared(.listener)) { $0.tcp = .refused }
///         .unless("nothing answers it", is: "tcp-silent") { $0.tcp = .timedOut }
struct Situation<Facts: Judged>: Sendable, CustomStringConvertible {
    /// In words: `the port is refused`.
    var name: String
    /// The rule that must make the headline.
    var rule: String
    /// How sure the headline must be.
    var confidence: Confidence
    /// The step that must come first.
    var first: FirstStep
    /// The broken facts.
    var facts: Facts
    /// The near misses.
    var nearMisses: [NearMiss<Facts>] = []

    /// A situation, made by breaking healthy facts.
    init(
        _ name: String, is rule: String, _ confidence: Confidence, first: FirstStep, breaking: (inout Facts) -> Void
    ) {
        self.name = name
        self.rule = rule
        self.confidence = confidence
        self.first = first
        facts = .healthy
        breaking(&facts)
    }

    /// The same with a near miss: after one more change the rule must not match, and `rule` must be the headline; nil when
    /// there must be nothing worse to say than a note.
    func unless(_ name: String, is rule: String?, change: (inout Facts) -> Void) -> Situation {
        var situation = self
        var changed = facts
        change(&changed)
        situation.nearMisses.append(NearMiss(name: name, rule: rule, facts: changed))
        return situation
    }

    var description: String { name }
}

/// Facts that are almost those of a situation, and what must be said of them.
struct NearMiss<Facts: Judged>: Sendable {
    var name: String
    /// The rule that must make the headline; nil when the state must be ok.
    var rule: String?
    var facts: Facts
}

/// The step that a situation must be answered with first.
enum FirstStep: Sendable, ExpressibleByStringLiteral {
    /// One that several rules share, before its names are filled in.
    case shared(Remedy)
    /// One of a single rule, by the words it begins with.
    case words(String)

    init(stringLiteral words: String) { self = .words(words) }

    /// Whether a step is this one.
    func matches(_ step: Remedy?, _ names: RemedyNames) -> Bool {
        switch self {
        case .shared(let shared): step == shared.filled(names)
        case .words(let words): step?.text.hasPrefix(words) ?? false
        }
    }
}
