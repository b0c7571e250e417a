import FleetModel

extension Rule {
    /// Probes fail now at one layer and now at another, and pass in between.
    static let pathUnstable = Rule(
        "path-unstable", .tcp, .warning, .possible, mark: .warning(nil), seen: .sinceStart, symptoms: [.comesAndGoes],
        isNot: ["Not a certificate, a password or a setting: those fail at the same layer each time."]
    ) { seen in
        guard let unsteady = seen.unsteadiness, unsteady.looksLikeThePath else { return nil }
        let total = unsteady.total
        let count = "\(unsteady.failed) of \(total) probes failed"
        let places = "at \(listed(Layer.allCases.filter(unsteady.layers.contains).map(\.title)))"
        let headline = "\(count), \(places)"
        let loses = seen.losesEchoes
        return Conclusion(
            short: count,
            medium: headline.count <= 38 ? headline : "\(count), at \(counted(unsteady.layers.count, "layer"))",
            long: "The server comes and goes: of the last \(total) probes \(unsteady.failed) failed \(places), and the "
                + "others passed. \(loses ? "Echoes get lost, too, so" : "Perhaps") packets get lost on the way or a "
                + "device there cuts connections; a machine that hardly keeps up would look the same.",
            evidence: unsteady.evidence + seen.evidence(of: .ping) + seen.sinceStartEvidence,
            remedies: [
                Remedy.countLoss,
                Remedy(
                    .check, at: .between,
                    "Compare with other servers of the same network, and of others; where all fail alike, the trouble is "
                        + "on the way or near the machine that runs rdptop"),
                Remedy(
                    .check, at: .between,
                    "On the way, look for links with errors, firewalls that are full, and VPNs that reconnect"),
                Remedy(.check, at: .server, "On the server, look for network errors", run: "Get-NetAdapterStatistics"),
            ], symptoms: unsteady.symptoms, layer: unsteady.failures.first?.layer,
            confidence: loses && unsteady.layers.count > 1 ? .likely : nil)
    }
}
