import FleetModel

extension Rule {
    /// Several certificates take turns.
    static let certificateFlapping = Rule(
        "certificate-flapping", .certificate, .warning, .possible, mark: .warning(nil), seen: .sinceStart,
        symptoms: [.certificateChanged],
        isNot: ["Not a renewal: a certificate that had been replaced is back."]
    ) { seen in
        let isBack = seen.earlierCertificateIsBack
        guard isBack || seen.certificatesAlternate else { return nil }
        let all = seen.certificatesSeen
        let addresses = Set(all.compactMap(\.address))
        let changes = seen.recentChanges
        let cause =
            addresses.count > 1
            ? "They came from \(addresses.count) addresses: the name probably leads to several machines, each with a "
                + "certificate of its own"
            : "They came from one address: several machines stand behind a load balancer there, or two programs share "
                + "the port, or somebody is changing it back and forth"
        let isSettled = isBack || all.allSatisfy { $0.trust == .trusted }
        return Conclusion(
            short: isBack ? "cert changed back" : "\(all.count) certs alternate",
            medium: isBack ? "an earlier certificate is back" : "\(all.count) certificates take turns",
            long: "Since rdptop was started the certificate has changed \(counted(changes.count, "time")) within 48 "
                + "hours, and ones that had been there came back. \(cause).",
            evidence: all.suffix(4).enumerated().flatMap { $1.evidence("\($0 + 1)") } + seen.sinceStartEvidence,
            remedies: [
                Remedy(.check, at: .here, "See how many addresses the name has", run: "nslookup {server}", in: .sh),
                Remedy(
                    .check, at: .between,
                    "If a load balancer is there, probe each machine behind it under its own name"),
                Remedy(
                    .fix, at: .server,
                    "Give all machines that share the name one certificate, or one each with that name from the same "
                        + "authority"),
            ], severity: isSettled ? .note : nil)
    }
}
