import FleetModel

extension Rule {
    /// Cut after the handshake had begun.
    static let tlsCutMidway = Rule("tls-cut-midway", .tls, .down, .possible) { seen in
        guard seen.isCutInTLS, seen.handshake?.version != nil || seen.handshake?.bytesReceived ?? 0 > 0 else {
            return nil
        }
        return Conclusion(
            short: "TLS cut midway",
            medium: "cut in the middle of the TLS handshake",
            long: "The server answered and the connection ended before the handshake was finished. A "
                + "private key that cannot sign, or a device that inspects TLS, would look like this.",
            evidence: seen.evidence(upTo: .tls),
            remedies: [
                Remedy.schannelEvents,
                Remedy.inspection,
                Remedy.newSelfSigned,
                Remedy.restartSessionEnv,
            ])
    }
}
