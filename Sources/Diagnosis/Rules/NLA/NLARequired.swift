import FleetModel

extension Rule {
    /// The fleet file says that NLA can be left out, and the server insists on it.
    static let nlaRequired = Rule(
        "nla-required", .nla, .warning, .certain, mark: .warning(nil), symptoms: [Symptom.needsNLA],
        isNot: ["Not a fault of the server: it refuses clients without NLA, and takes those with it."]
    ) { seen in
        guard seen.server.policy.expectedNLA == .offered, seen.nlaRequirement == .required else { return nil }
        return Conclusion(
            short: "NLA is required",
            medium: "NLA is required, expected optional",
            long: "The fleet file says that NLA is offered, and a connection without it was refused. Clients that "
                + "cannot do NLA are locked out; others are safer for it.",
            evidence: seen.companionEvidence,
            remedies: [
                Remedy(.check, at: .here, "If that is wanted, set nla to required under expect in the fleet file"),
                Remedy.saveListener,
                Remedy(.fix, at: .client, "Update clients that cannot do NLA, or switch it on in their settings"),
                Remedy.withoutNLAForATest,
            ])
    }
}
