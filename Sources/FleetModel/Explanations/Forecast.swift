/// Whether mstsc would connect with a user's .rdp file, and where it would stop.
package struct Forecast: Sendable, Hashable, Codable {
    /// A step of a client on its way to a session.
    package enum Stage: String, Sendable, Hashable, Codable, CaseIterable {
        /// The server's name becomes an address.
        case name
        /// The gateway lets clients in.
        case gateway
        /// A TCP connection.
        case tcp
        /// The X.224 exchange.
        case negotiation
        /// The TLS handshake.
        case tls
        /// The server proves who it is.
        case authentication
        /// CredSSP.
        case nla
        /// The user's log-on and all after it.
        case logOn = "log_on"

        /// The word in front of a line, at most 11 characters.
        package var title: String {
            switch self {
            case .name: "name"
            case .gateway: "gateway"
            case .tcp: "TCP"
            case .negotiation: "negotiation"
            case .tls: "TLS"
            case .authentication: "certificate"
            case .nla: "NLA"
            case .logOn: "log-on"
            }
        }
    }

    /// How a step goes.
    package enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
        case passes
        /// It fails, and mstsc tries another way.
        case goesOn = "goes_on"
        /// mstsc asks the user, and goes on if the answer is yes.
        case asks
        /// mstsc ends with a message.
        case stops
        /// It is not looked at.
        case notTested = "not_tested"
        /// What was seen does not tell.
        case unknown

        /// The outcome in a word or two.
        package var words: String {
            switch self {
            case .passes: "passes"
            case .goesOn: "fails over"
            case .asks: "asks"
            case .stops: "stops"
            case .notTested: "not tested"
            case .unknown: "unknown"
            }
        }
    }

    /// One step.
    package struct Step: Sendable, Hashable, Codable {
        /// Which one.
        package var stage: Stage
        /// The rule that says how it goes, such as `tcp-refused`.
        package var rule: String
        /// How it goes.
        package var outcome: Outcome
        /// Why, in at most 48 characters, for the one sentence over all.
        package var short: String
        /// Why, in a sentence or two.
        package var words: String
        /// What the user may see; empty when no code is documented for it.
        package var codes: [UserCode]
        /// How sure the outcome is.
        package var confidence: Confidence
        /// How sure the codes are; never more than the outcome.
        package var codeConfidence: Confidence

        /// Creates a step; the bounds of its texts are the caller's to keep.
        package init(
            _ stage: Stage, rule: String, _ outcome: Outcome, short: String, words: String, codes: [UserCode] = [],
            confidence: Confidence, codeConfidence: Confidence? = nil
        ) {
            self.stage = stage
            self.rule = rule
            self.outcome = outcome
            self.short = short
            self.words = words
            self.codes = codes
            self.confidence = confidence
            self.codeConfidence = codeConfidence ?? confidence
        }
    }

    /// What becomes of it all.
    package enum Ending: String, Sendable, Hashable, Codable, CaseIterable {
        /// mstsc ends with a message.
        case stops
        /// What was seen does not tell.
        case unknown
        /// mstsc asks the user something, then comes to the log-on.
        case asks
        /// mstsc comes to the log-on.
        case reaches

        /// The state of a server that weighs the same.
        package var state: ServerState {
            switch self {
            case .stops: .down
            case .unknown: .unknown
            case .asks: .warning
            case .reaches: .ok
            }
        }
    }

    /// What the file asks for.
    package var file: ConnectionFile
    /// In the order in which a client takes them, up to the one where it stops.
    package var steps: [Step]
    /// What becomes of it all.
    package var ending: Ending
    /// The answer in one sentence of at most 100 characters, without a full stop.
    package var verdict: String
    /// What to know beside the steps, one sentence each.
    package var notes: [String]

    /// Creates a forecast; the bounds of its texts are the caller's to keep.
    package init(file: ConnectionFile, steps: [Step], ending: Ending, verdict: String, notes: [String] = []) {
        self.file = file
        self.steps = steps
        self.ending = ending
        self.verdict = verdict
        self.notes = notes
    }
}
