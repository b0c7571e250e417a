import FleetModel

extension Rule {
    /// Cut after the ClientHello, without a byte.
    static let tlsCut = Rule(
        "tls-cut", .tls, .down, .likely,
        symptoms: Symptom.cutWhileSecuring,
        isNot: [
            "Not an expired certificate as clients see it: none was shown, and that has a code of its own, 0x1B07.",
            "Not a wrong password: users are not asked who they are before this.",
        ]
    ) { seen in
        guard seen.isCutInTLS, seen.handshake?.version == nil, seen.handshake?.bytesReceived ?? 0 == 0 else {
            return nil
        }
        return Conclusion(
            short: "cut after ClientHello",
            medium: "cut after ClientHello, no alert",
            long: "The server agreed to TLS, and the connection ended as soon as TLS began. The documented "
                + "cause is a certificate whose private key it cannot use; no common version or cipher, and "
                + "a device between that cuts TLS, look the same.",
            evidence: seen.evidence(upTo: .tls),
            remedies: Remedy.unusableKey,
            isNot: seen.isNotWhatPassed(before: .tls))
    }
}
