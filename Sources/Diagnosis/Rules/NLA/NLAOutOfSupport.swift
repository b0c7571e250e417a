import FleetModel

extension Rule {
    /// No product of this build gets updates any more that nobody pays for.
    static let nlaOutOfSupport = Rule(
        "nla-out-of-support", .nla, .note, .likely,
        symptoms: [Symptom([], "no error; holes that are found from now on may stay open", .likely)],
        isNot: ["Not why a connection fails."]
    ) { seen in
        guard let build = seen.credSSP?.build, let release = WindowsReleases.release(of: build),
            let lastDay = release.lastDay, release.isOutOfSupport(at: seen.now)
        else { return nil }
        return Conclusion(
            short: "Windows out of support",
            medium: "out of support since \(lastDay)",
            long: "The server says that it is build \(build). That is \(release.productName), and the last day of its "
                + "updates was \(lastDay). "
                + (build.isOfFreeRDP
                    ? "RDP servers on Linux that are made with FreeRDP say the same build, and it means nothing there."
                    : release.paidUpdatesSentence(at: seen.now)),
            evidence: seen.evidence(of: .nla),
            remedies: [
                Remedy(.check, at: .server, "On the server, see its exact version", run: "winver"),
                Remedy(
                    .fix, at: .between,
                    "Plan its replacement, and until then restrict who may reach it, by firewall or gateway",
                    undo: "take the restriction back"),
            ], confidence: build.isOfFreeRDP ? .possible : nil)
    }
}

extension WindowsRelease {
    /// What is known of the updates that are sold, as a sentence.
    fileprivate func paidUpdatesSentence(at now: Instant) -> String {
        let paid = products.compactMap(\.paidUpdates)
        guard let updates = paid.first else { return "No extended updates are sold for it, as far as is known here." }
        switch updates {
        case .until(let day) where CalendarDate(of: now) <= day:
            return
                "Extended updates (ESU), which are paid for, go on until \(day); whether it gets them cannot be seen."
        case .until(let day): return "Extended updates (ESU) ended on \(day), too."
        case .sold: return "Extended updates (ESU) are sold for it; whether it gets them cannot be seen."
        }
    }
}
