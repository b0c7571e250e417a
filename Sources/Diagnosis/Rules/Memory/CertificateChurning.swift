import FleetModel

extension Rule {
    /// Certificates are made again and again.
    static let certificateChurning = Rule(
        "certificate-churning", .certificate, .warning, .likely, seen: .sinceStart, symptoms: [.certificateChanged],
        isNot: ["Not certificates that end too early: each was still valid when the next one came."]
    ) { seen in
        guard seen.certificatesChurn, let last = seen.certificatesSeen.last else { return nil }
        let fresh = seen.freshCertificates
        return last.isSelfSigned ? seen.churnOfItsOwn(fresh) : seen.churnOfTemplate(fresh)
    }
}

extension Case {
    /// An authority issues them: the documented cause is how the policy names the template.
    fileprivate func churnOfTemplate(_ fresh: [CertificateSighting]) -> Conclusion {
        churn(
            fresh,
            "The server enrols again and again though each certificate is good for longer. On Windows that is what "
                + "happens when Group Policy calls the template by its display name and the two names differ "
                + "(KB2531138); System event 1063 tells of each.",
            [
                Remedy.certificateEvents,
                Remedy(
                    .check, at: .server,
                    "See which template Group Policy names in Server authentication certificate "
                        + "template", run: "rsop.msc"),
                Remedy(
                    .fix, at: .server,
                    "Put the template's name there, not its display name, or give the template one name for both; then "
                        + "on the server", run: "gpupdate /force", undo: "put the earlier text back into the policy"),
            ], .likely)
    }

    /// The server makes them itself.
    fileprivate func churnOfItsOwn(_ fresh: [CertificateSighting]) -> Conclusion {
        churn(
            fresh,
            "The server makes itself a new certificate again and again. It cannot keep or read the key of the last one, "
                + "or the machine is set back at each start, as pooled desktops are; System event 1056 tells of each.",
            [Remedy.certificateEvents, Remedy.sessionEnvEnabled, Remedy.keyAccess], .possible)
    }

    private func churn(
        _ fresh: [CertificateSighting], _ long: String, _ remedies: [Remedy], _ confidence: Confidence
    ) -> Conclusion {
        let made = fresh.map { sighting in
            "sha-256 \(CleanText.clean(sighting.sha256, limit: 16))..., valid from "
                + "\(sighting.notBefore?.iso8601 ?? "?"), first seen \(sighting.firstSeen.iso8601)"
        }
        return Conclusion(
            short: "\(fresh.count) new certs in 48h", medium: "\(fresh.count) new certificates within 48 hours",
            long: long, evidence: made + sinceStartEvidence, remedies: remedies, confidence: confidence)
    }
}
