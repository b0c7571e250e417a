import FleetModel

/// A piece of common advice or common belief about 0x904 with 0x7, and what there is to it.
package struct Claim: Sendable {
    /// What is true of it.
    package enum Verdict: String, Sendable, Hashable, CaseIterable {
        case wrong
        /// No source was found either way.
        case unproven
        case partly
        case `true`

        /// The verdict at the beginning of a line.
        package var words: String {
            switch self {
            case .wrong: "wrong"
            case .unproven: "unproven"
            case .partly: "partly true"
            case .true: "true"
            }
        }
    }

    /// Its number in the list of claims, from 1 to 43.
    package let number: Int
    /// The claim, in own words, without a full stop.
    package let text: String
    /// What is true of it.
    package let verdict: Verdict
    /// Whether doing it does damage.
    package let isHarmful: Bool
    /// Why, in a sentence or two.
    package let why: String
    /// Where that is documented; nil when it is a conclusion, or when nothing was found.
    package let source: String?
    /// What a probe can see of it, in a sentence; nil for nothing.
    package let visible: String?
    /// What was seen of a server that speaks against the claim; nil when nothing does.
    let refute: @Sendable (Case) -> String?

    init(
        _ number: Int, _ text: String, _ verdict: Verdict, isHarmful: Bool = false, why: String, source: String? = nil,
        visible: String? = nil, refutedBy refute: @escaping @Sendable (Case) -> String? = { _ in nil }
    ) {
        self.number = number
        self.text = text
        self.verdict = verdict
        self.isHarmful = isHarmful
        self.why = why
        self.source = source
        self.visible = visible
        self.refute = refute
    }

    /// `wrong and harmful`.
    var words: String { verdict.words + (isHarmful ? " and harmful" : "") }

    /// `wrong and harmful: Set the security layer to RDP`.
    package var line: String { "\(words): \(text)" }
}
