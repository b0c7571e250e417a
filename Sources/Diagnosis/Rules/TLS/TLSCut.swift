import FleetModel

extension Rule {
    /// Cut after the ClientHello, without a byte.
    static let tlsCut = Rule("tls-cut", .tls, .down, .likely) { seen in
        guard seen.isCutInTLS, seen.handshake?.version == nil, seen.handshake?.bytesReceived ?? 0 == 0 else {
            return nil
        }
        return Conclusion(
            short: "cut after ClientHello",
            medium: "cut after ClientHello, no alert",
            long: "The server agreed to TLS and ended the connection as soon as TLS began. The documented "
                + "cause is a certificate whose private key it cannot use; no common version or cipher and "
                + "a middle box look the same. Users may see 0x904.",
            evidence: seen.evidence(upTo: .tls),
            remedies: [
                Remedy.schannelEvents,
                Remedy.newSelfSigned,
                Remedy.restartSessionEnv,
                Remedy.keyAccess,
            ])
    }
}
