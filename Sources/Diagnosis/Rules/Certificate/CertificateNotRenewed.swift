import FleetModel

extension Rule {
    /// The certificate of Windows' own making is past its end.
    static let certificateNotRenewed = Rule(
        "certificate-not-renewed", .certificate, .down, .likely, mark: .failed(.expired)
    ) { seen in
        guard let left = seen.expiredSince, seen.renewsItself else { return nil }
        return Conclusion(
            short: "cert not renewed",
            medium: "renewal did not happen, ended \(left.compact) ago",
            long: "Windows renews its self-signed certificate by itself when none is valid, and here it did "
                + "not. The service SessionEnv or its access to the private keys is probably broken.",
            evidence: seen.certificateEvidence,
            remedies: [
                Remedy.sessionEnvEnabled,
                Remedy.deleteEnded,
                Remedy.restartSessionEnv,
                Remedy.keyAccess,
            ])
    }
}
