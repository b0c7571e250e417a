import FleetModel

/// One way in which a step may go: an identifier, and when and how.
///
/// A rule is one entry of the ordered table of its stage; the first that applies says how the step goes.
struct ForecastRule: Sendable {
    /// How the step goes when the rule applies.
    struct Answer: Sendable {
        var outcome: Forecast.Outcome
        /// At most 48 characters; only where the outcome ends up in the one sentence over all.
        var short = ""
        var words: String
        var codes: [UserCode] = []
        var confidence: Confidence
        /// How sure the codes are, where that is less than the outcome.
        var codeConfidence: Confidence?

        /// It goes well.
        static func passes(_ words: String, _ confidence: Confidence = .certain) -> Answer {
            Answer(outcome: .passes, words: words, confidence: confidence)
        }

        /// mstsc ends here.
        static func stops(
            _ short: String, _ words: String, _ codes: [UserCode] = [], _ confidence: Confidence = .likely,
            codesAre codeConfidence: Confidence? = nil
        ) -> Answer {
            Answer(
                outcome: .stops, short: short, words: words, codes: codes, confidence: confidence,
                codeConfidence: codeConfidence)
        }

        /// It cannot be told.
        static func unknown(_ short: String, _ words: String) -> Answer {
            Answer(outcome: .unknown, short: short, words: words, confidence: .possible)
        }

        /// It is not looked at.
        static func notTested(_ short: String, _ words: String) -> Answer {
            Answer(outcome: .notTested, short: short, words: words, confidence: .possible)
        }
    }

    /// Such as `tcp-refused`.
    let id: String
    /// How the step goes; nil when the rule does not apply.
    let answer: @Sendable (ForecastCase) -> Answer?

    /// Creates a rule.
    init(_ id: String, _ answer: @escaping @Sendable (ForecastCase) -> Answer?) {
        self.id = id
        self.answer = answer
    }
}

extension UserCode {
    /// The socket was closed; that the extended code is 7 was observed, and is nowhere documented.
    static let socketClosed = UserCode(0x904, extended: 0x7)
}
