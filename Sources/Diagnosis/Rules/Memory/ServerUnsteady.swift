import FleetModel

extension Rule {
    /// Probes fail and pass by turns, in a way that packets lost on the way do not explain.
    static let serverUnsteady = Rule(
        "server-unsteady", .tcp, .warning, .possible, mark: .warning(nil), seen: .sinceStart,
        isNot: ["Not an outage that is over: it has failed and recovered several times."]
    ) { seen in
        guard let unsteady = seen.unsteadiness, !unsteady.looksLikeThePath, let worst = unsteady.failures.first else {
            return nil
        }
        let total = unsteady.total
        let isNames = unsteady.layers == [.dns]
        let cause =
            isNames
            ? "Its name resolves at one time and not at another: one of several name servers is probably out of step"
            : "Its service may stop and start again, or one of several machines behind this address does not answer"
        return Conclusion(
            short: "comes and goes: \(unsteady.failed)/\(total)",
            medium: "\(unsteady.failed) of \(total) probes failed, mostly \(worst.layer.title)",
            long: "Of the last \(total) probes \(unsteady.failed) failed, most often because \(worst.layer.title) "
                + "\(worst.manner.words), and the others passed. \(cause).",
            evidence: unsteady.evidence + seen.sinceStartEvidence,
            remedies: isNames
                ? [
                    Remedy(
                        .check, at: .dns, "Ask each name server for the name, and compare", run: "nslookup {server}",
                        in: .sh)
                ]
                : [
                    Remedy(
                        .check, at: .server, "On the server, see when the service stopped and started",
                        run: "Get-WinEvent -FilterHashtable @{LogName='System'; Id=7031,7034,7036,6005,6006,6008} "
                            + "-MaxEvents 20"),
                    Remedy.listenerLog,
                    Remedy(
                        .check, at: .between,
                        "If a load balancer or several machines share the address, probe each under its own name"),
                ], symptoms: isNames ? [Symptom.nameNotFound.doubted] : unsteady.symptoms + [.comesAndGoes],
            layer: worst.layer)
    }
}
