/// What a user's error code says, and which servers of the fleet would show it now.
package struct CodeAnswer: Sendable, Hashable {
    /// A server and whether its present state would produce the code.
    package struct Match: Sendable, Hashable {
        /// Which server.
        package var server: Server.ID
        /// Why it would, or why not, in one line.
        package var reason: String
        /// How sure that is.
        package var confidence: Confidence

        /// Creates a match.
        package init(server: Server.ID, reason: String, confidence: Confidence) {
            self.server = server
            self.reason = reason
            self.confidence = confidence
        }
    }

    /// A heading and the lines under it.
    package struct Section: Sendable, Hashable {
        /// The heading, without a colon.
        package var title: String
        /// Paragraphs, not wrapped; one that begins with a space is a command, to be shown as it is.
        package var lines: [String]

        /// Creates a section.
        package init(title: String, lines: [String]) {
            self.title = title
            self.lines = lines
        }
    }

    /// What a number means in one number space.
    package struct Meaning: Sendable, Hashable {
        /// The number space: `disconnect`, `extended`, `gateway`, `errinfo`, `negfailure`, `ntstatus` or `hresult`.
        package var space: String
        /// The number.
        package var number: UInt32
        /// Its documented name; nil when there is none.
        package var symbol: String?
        /// What it means, in a sentence or two.
        package var text: String
        /// Where that is documented, or was observed.
        package var source: String
        /// The layers that it points at; empty when it is none of them.
        package var layers: [Layer]

        /// Creates a meaning.
        package init(
            space: String, number: UInt32, symbol: String?, text: String, source: String, layers: [Layer]
        ) {
            self.space = space
            self.number = number
            self.symbol = symbol
            self.text = text
            self.source = source
            self.layers = layers
        }
    }

    /// What was asked for: `0x904 / 0x7`.
    package var title: String
    /// What the numbers are documented to mean, for programs; empty when they are in no table.
    package var meanings: [Meaning]
    /// What the code means, what it does not, and what to check.
    package var sections: [Section]
    /// The servers that would show it now, the surest first.
    package var fitting: [Match]
    /// The other servers that are not ok, with the reason why it would not be this code.
    package var others: [Match]

    /// Creates an answer.
    package init(
        title: String, meanings: [Meaning] = [], sections: [Section], fitting: [Match] = [], others: [Match] = []
    ) {
        self.title = title
        self.meanings = meanings
        self.sections = sections
        self.fitting = fitting
        self.others = others
    }
}

/// A piece of common advice that what was seen today speaks against.
package struct Refutation: Sendable, Hashable {
    /// The advice as it is given.
    package var claim: String
    /// What was seen that speaks against it.
    package var why: String

    /// Creates a refutation.
    package init(claim: String, why: String) {
        self.claim = claim
        self.why = why
    }
}
