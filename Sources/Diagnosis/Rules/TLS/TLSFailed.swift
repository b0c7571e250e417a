import FleetModel

extension Rule {
    /// What came in the handshake breaks the protocol, or is nothing that our library accepts.
    static let tlsFailed = Rule(
        "tls-failed", .tls, .down, .possible,
        symptoms: [Symptom([UserCode(0x8009_0326)], "an authentication error, on clients that mind it", .possible)],
        isNot: ["Not proof that users fail: other clients may accept what the library here does not."]
    ) { seen in
        guard seen.failure(at: .tls) == .handshakeFailed else { return nil }
        return Conclusion(
            short: "TLS handshake failed",
            medium: "its TLS handshake is not acceptable",
            long: "The TLS handshake began, and what the server sent in it breaks the rules of TLS or is not "
                + "acceptable to the TLS library here. Current clients may fail in the same way, or may not.",
            evidence: seen.evidence(upTo: .tls),
            remedies: [
                Remedy.seeEveryStep,
                Remedy.schannelEvents,
                Remedy.cipherSuites,
                Remedy.xrdpVersions,
                Remedy.inspection,
            ], isNot: seen.isNotWhatPassed(before: .tls))
    }
}
