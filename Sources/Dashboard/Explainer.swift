package import FleetModel

/// What the dashboard asks of the knowledge that it does not have itself: what codes mean, and what evidence refutes.
package struct Explainer: Sendable {
    /// What an error code as typed (`0x904 0x7`, `2308`, a symbol) means, and which of these servers would show it; nil
    /// when the text is no code.
    package var answer: @Sendable (_ text: String, _ rows: [ServerStatus], _ now: Instant) -> CodeAnswer?
    /// The common advice that what was seen of a server speaks against.
    package var refutations:
        @Sendable (_ status: ServerStatus, _ gateway: GatewayStatus?, _ now: Instant) -> [Refutation]
    /// The updates of Windows that are known to break Remote Desktop and may concern a server, one paragraph each; never
    /// more than possible.
    package var regressions: @Sendable (_ status: ServerStatus) -> [String]

    /// Passes the questions on.
    package init(
        answer: @escaping @Sendable (String, [ServerStatus], Instant) -> CodeAnswer?,
        refutations: @escaping @Sendable (ServerStatus, GatewayStatus?, Instant) -> [Refutation],
        regressions: @escaping @Sendable (ServerStatus) -> [String] = { _ in [] }
    ) {
        self.answer = answer
        self.refutations = refutations
        self.regressions = regressions
    }

    /// Knows nothing.
    package static let none = Explainer(answer: { _, _, _ in nil }, refutations: { _, _, _ in [] })
}
