/// How far a probe goes.
package enum ProbeDepth: String, Sendable, Hashable, CaseIterable {
    /// What is looked at in every cycle: DNS, ping, TCP, X.224, TLS and the certificate, on one connection.
    case cycle
    /// That, and whatever else is due: NLA on the same connection, UDP, the companion connection, variants.
    case full
}
