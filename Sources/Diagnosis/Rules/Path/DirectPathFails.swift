import FleetModel

extension Rule {
    /// The direct one of two paths fails.
    static let directPathFails = Rule(
        "direct-path-fails", .gateway, .warning, .certain,
        symptoms: [Symptom.withoutCode("who connects directly sees what the other finding says, and the rest nothing")],
        isNot: ["Not an outage for everybody: the gateway answers."]
    ) { seen in
        guard seen.server.path == .both, seen.directFails, seen.gatewayState == .ok || seen.gatewayState == .warning
        else { return nil }
        return Conclusion(
            short: "one of two paths fails",
            medium: "one of two paths fails: the direct one",
            long: "Users who connect directly cannot. Those who come through \(seen.gatewayName) get as far as the "
                + "gateway, which answers as it should; whether it reaches the server cannot be seen from here.",
            evidence: ["gateway \(seen.gatewayName): \(seen.gatewayState.word)"],
            remedies: [
                Remedy(
                    .fix, at: .client,
                    "Until it is repaired, let users connect through the gateway (Advanced, Connect from anywhere)",
                    undo: "the old gateway settings of the client")
            ])
    }
}
