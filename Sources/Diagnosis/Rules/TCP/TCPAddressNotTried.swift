import FleetModel

extension Rule {
    /// An address could not be tried from this machine.
    static let tcpAddressNotTried = Rule(
        "tcp-address-not-tried", .tcp, .note, .certain,
        symptoms: [Symptom.withoutCode("nobody sees an error because of this")],
        isNot: ["Not a fault of the server: this machine has no way to that address."]
    ) { seen in
        guard seen.failedAttempts(ours: true).first != nil, seen.snapshot?.tcp?.failure == nil else { return nil }
        return Conclusion(
            short: "one address not tried",
            medium: "one address cannot be tried from here",
            long: "This machine has no way to one of the addresses, for example no IPv6. Nothing is known "
                + "about it.",
            evidence: seen.evidence(upTo: .tcp),
            remedies: [
                Remedy.ourAddresses,
                Remedy(
                    .check, at: .client, "To know more of that address, probe it from a machine that has its family",
                    run: "rdptop check {target}", in: .sh),
            ])
    }
}
