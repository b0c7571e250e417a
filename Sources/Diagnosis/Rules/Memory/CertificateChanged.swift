import FleetModel

extension Rule {
    /// Another certificate where none was due.
    static let certificateChanged = Rule(
        "certificate-changed", .certificate, .warning, .possible, seen: .sinceStart,
        symptoms: [.certificateChanged],
        isNot: [
            "Not proof of an attack: most such changes are made by colleagues, who can be asked.",
            "Not a renewal as usual: that comes near the end, or from the same authority.",
        ]
    ) { seen in
        guard !seen.certificatesAlternate, !seen.certificatesChurn, let change = seen.certificateChange,
            change.kind == .unexpected, seen.fallback == nil,
            seen.age(of: change.at) < CertificateChange.mention
        else { return nil }
        let age = seen.age(of: change.at)
        let lostTrust = change.before.trust == .trusted && change.after.trust != .trusted
        let rest = change.before.notAfter.map { "had \(($0 - change.at).spoken) left" } ?? "had no readable end"
        let left = change.before.hasEnded(by: change.at) ? "had ended" : rest
        let difference =
            lostTrust
            ? "led to an authority that is trusted here, and the new one does not"
            : "\(left), and the new one has another signer"
        let cause =
            change.after.mayBeOfSameMachine(as: change.before)
            ? "Somebody replaced it, the machine was set up anew or restored, another machine answers at this address, or "
                + "a device between opens the encryption"
            : "The two came from different addresses, so the name probably leads to several machines, or to another now"
        return Conclusion(
            short: "cert changed \(age.compact) ago",
            medium: "certificate changed \(age.compact) ago, not due",
            long: "Since rdptop was started the certificate has changed. The one before \(difference). \(cause).",
            evidence: change.before.evidence("before") + change.after.evidence("now")
                + ["changed before \(change.at.iso8601)"] + seen.sinceStartEvidence,
            remedies: [
                Remedy.certificateEvents, Remedy.ownCertificates,
                Remedy(
                    .check, at: .between,
                    "If the server has no such certificate, look for another machine or a device that answers in its "
                        + "place before anybody logs on"),
                Remedy(
                    .check, at: .here,
                    "If all is as it should be, put its SHA-256 under pin in the fleet file, or do nothing, and it stops "
                        + "being a warning 24 hours after the change"),
            ], severity: age < CertificateChange.alarm ? nil : .note)
    }
}
