import FleetModel

extension Rule {
    /// CredSSP of a version from before the answer to CVE-2018-0886 (MS-CSSP 2.2.1).
    static let nlaOldVersion = Rule(
        "nla-old-version", .nla, .warning, .possible, mark: .warning(.weak),
        isNot: [
            "Not a missing TLS version, which shows the same code: the handshake passed.",
            "Not a wrong password: no name and no password were sent.",
        ]
    ) { seen in
        guard let version = seen.credSSP?.credSSPVersion, version < 5 else { return nil }
        // Windows of this build and later had the answer from the start, as their release dates tell.
        let isOldWindows = seen.software == .windows && (seen.credSSP?.build).map { $0 < .firstWithCredSSP5 } ?? false
        return Conclusion(
            short: "CredSSP version \(version)",
            medium: "CredSSP version \(version), clients may refuse",
            long:
                "The server answers with version \(version) of CredSSP; current ones have 5 or 6. "
                + (isOldWindows
                    ? "That Windows probably lacks the update of 2018 (CVE-2018-0886), and current clients then refuse it "
                    : "Its software may be old, and current clients may refuse it ")
                + "unless their policy \"Encryption Oracle Remediation\" allows it.",
            evidence: seen.evidence(of: .nla),
            remedies: [
                Remedy(
                    .check, at: .client,
                    #"On a client that fails, look for the words "function requested is not supported" and "CredSSP""#),
                Remedy(
                    .disruptive, at: .server,
                    "Bring the server up to date, with KB4103712 to KB4103730 or any later rollup; if it is not Windows, "
                        + "its RDP software",
                    risk: "updates need a reboot"),
                Remedy.allowOracle,
            ], symptoms: [isOldWindows ? Symptom.encryptionOracle : Symptom.encryptionOracle.doubted],
            confidence: isOldWindows ? .likely : nil)
    }
}

extension WindowsBuild {
    /// Windows 10 1803.
    fileprivate static let firstWithCredSSP5 = WindowsBuild(major: 10, minor: 0, build: 17134)
}
