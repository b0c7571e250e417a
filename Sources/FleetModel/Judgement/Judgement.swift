/// What the facts of one server mean at one moment.
package struct Judgement: Sendable, Hashable, Codable {
    /// The worst that can be said of it.
    package var state: ServerState
    /// What each layer shows in the grid.
    package var cells: Cells
    /// What the rules concluded, the headline first.
    package var findings: [Finding]
    /// How long the certificate is valid from the moment of judging; negative when it has expired; nil when not known.
    package var certificateLeft: Span?
    /// The gateway that the server is down behind; nil when it is not, or is down by itself.
    package var behind: String?

    /// Creates a judgement.
    package init(
        state: ServerState, cells: Cells, findings: [Finding] = [], certificateLeft: Span? = nil,
        behind: String? = nil
    ) {
        self.state = state
        self.cells = cells
        self.findings = findings
        self.certificateLeft = certificateLeft
        self.behind = behind
    }

    /// The finding that the one-line verdict is made of; nil when there is nothing to say.
    package var headline: Finding? { findings.first }

    /// A server that has not been probed.
    package static let notProbed = Judgement(state: .unknown, cells: .unknown)
}
