/// What is wrong with a server, as far as one problem can be told from another: what an acknowledgement is about.
package struct Problem: Sendable, Hashable, Codable {
    /// The rule of its verdict; nil when no rule has one, or the server is down behind a gateway.
    package var rule: String?
    /// The gateway that the server is down behind. What is wrong with the gateway may change without being a new problem
    /// of the server.
    package var gateway: String?
    /// Whether users cannot connect.
    package var isDown: Bool

    /// Creates a problem.
    package init(rule: String?, gateway: String? = nil, isDown: Bool) {
        self.rule = rule
        self.gateway = gateway
        self.isDown = isDown
    }

    /// The problem that a judgement speaks of; nil when it speaks of none, or of one on our side.
    package init?(_ judgement: Judgement) {
        switch judgement.state {
        case .ok, .unknown: return nil
        case .down, .unconfirmed, .warning:
            self.init(
                rule: judgement.behind == nil ? judgement.headline?.rule : nil, gateway: judgement.behind,
                isDown: judgement.state != .warning)
        }
    }

    /// Whether somebody who knows of `known` knows of this, too: it is the same, or what is left of it.
    package func isCovered(by known: Problem) -> Bool {
        rule == known.rule && gateway == known.gateway && (known.isDown || !isDown)
    }
}
