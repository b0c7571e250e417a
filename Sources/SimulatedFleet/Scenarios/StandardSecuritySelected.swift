extension Scenario {
    /// xrdp with `security_layer=rdp`: ignores the offer.
    package static let standardSecuritySelected = Scenario(
        "standard-security-selected", "Selects Standard RDP Security whatever is offered",
        answer: .negotiating(.standardAlways), datagrams: .closed)
}
