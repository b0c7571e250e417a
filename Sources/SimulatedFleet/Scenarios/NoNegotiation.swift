extension Scenario {
    /// Windows XP and 2003: a confirm of 11 bytes.
    package static let noNegotiation = Scenario(
        "no-negotiation", "An old server: its confirm carries no negotiation data",
        answer: .negotiating(.withoutNegotiation), datagrams: .closed)
}
