import FleetModel

/// What is known of one server, in sentences that can be read aloud: no columns, no signs.
enum ServerSentences {
    /// One line of a list: `rdsh-fra-014, DOWN since 11m: behind rdgw-fra-1`.
    static func line(_ status: ServerStatus, name: String, said: ServerAnnotations, now: Instant) -> String {
        let attended = [said.mute, said.acknowledgement].compactMap(\.self).map { words(of: $0) }.joined()
        return "\(CleanText.clean(name, limit: 80)), \(state(status, now))\(attended)."
    }

    /// `, muted by kim, because: reboot`.
    private static func words(of annotation: Annotation) -> String {
        let verb =
            switch annotation.kind {
            case .mute: "muted"
            case .acknowledgement: "acknowledged"
            }
        return ", \(verb) by \(annotation.by)" + (annotation.reason.isEmpty ? "" : " (\(annotation.reason))")
    }

    /// The state of each layer, and the verdict in short.
    static func brief(_ status: ServerStatus, _ gateway: GatewayStatus?, now: Instant) -> [String] {
        let server = status.server
        let facts = [
            "port \(server.port)", server.site.map { "site \($0)" }, server.owner.map { "owner \($0)" },
            server.tags.isEmpty ? nil : "tags \(server.tags.joined(separator: " "))",
            server.gateway.map { "gateway \($0)" },
        ].compactMap(\.self)
        var lines = [
            "\(server.name): \(facts.joined(separator: ", ")).", "State: \(state(status, now)).",
            "Layers: "
                + Layer.allCases.map { "\($0.title) \(words(of: status.judgement.cells[$0]))" }
                .joined(separator: ", ") + ".",
        ]
        if let left = status.judgement.certificateLeft {
            lines.append(
                left.milliseconds < 0
                    ? "The certificate expired \(Span(milliseconds: -left.milliseconds).spoken) ago."
                    : "The certificate is valid for another \(left.spoken).")
        }
        if let gateway, gateway.judgement.state != .ok, let headline = gateway.judgement.headline {
            lines.append("Its gateway \(gateway.gateway.name): \(headline.medium).")
        }
        if let headline = status.judgement.headline { lines.append("Why: \(headline.long)") }
        lines.append(
            status.snapshot.map { snapshot in
                "Probed \(max(.zero, now - snapshot.ended).compact) ago."
            } ?? "It was not probed itself.")
        if !status.judgement.findings.isEmpty { lines.append("why \(server.name) says what to do.") }
        return lines.map { CleanText.clean($0, limit: 2_048) }
    }

    /// Every verdict with what was seen, how sure it is, and all steps.
    static func whole(
        _ status: ServerStatus, _ gateway: GatewayStatus?, _ causes: [SharedCause], now: Instant
    ) -> [String] {
        var lines = ["\(status.server.name): \(state(status, now))."]
        lines += causes.filter { $0.servers.contains(status.server.id) }
            .map { "In common (\($0.confidence.rawValue)): \($0.statement)." }
        for finding in status.judgement.findings.withoutRepeats {
            lines.append("\(finding.layer.title): \(finding.medium). \(finding.long)")
            lines.append("How sure: \(finding.confidence.clause).")
            lines += finding.evidence.map { "Seen: \($0)" }
            lines += finding.symptoms.map { "Users see: \($0.line)" }
            lines += finding.isNot.map { "It is not: \($0)" }
            lines += finding.remedies.groups.flatMap { group in
                group.steps.map { "To do, step \($0.number), \(group.rank.mark): \($0.remedy.line)" }
            }
        }
        if status.isKnown, status.judgement.findings.isEmpty { lines.append("Every layer that was tried passed.") }
        return lines.map { CleanText.clean($0, limit: 2_048) }
    }

    /// `DOWN since 11m 40s: TCP 3389 refused`.
    private static func state(_ status: ServerStatus, _ now: Instant) -> String {
        let judgement = status.judgement
        guard status.isKnown || judgement.headline != nil else { return "not probed yet" }
        let age = status.age(at: now).map { $0 < .seconds(1) ? "0s" : $0.spoken }
        let verdict = judgement.behind.map { "behind \($0)" } ?? judgement.headline?.medium
        return judgement.state.spoken(for: age) + (verdict.map { ": \($0)" } ?? "")
    }

    private static func words(of cell: Cell) -> String {
        switch cell {
        case .ok, .notReached, .notApplicable, .unknown: cell.word
        case .warning(let letter): "warning" + (letter.map { " (\($0.meaning))" } ?? "")
        case .failed(let letter): "failed (\(letter.meaning))"
        }
    }
}

extension ServerState {
    /// The state in words that can be read aloud, with how long it has been so where that is known.
    fileprivate func spoken(for age: String?) -> String {
        let since = age.map { " since \($0)" } ?? ""
        return switch self {
        case .down, .warning, .ok: word + since
        case .unconfirmed: "failed once\(age.map { " \($0) ago" } ?? ""), not checked again yet"
        case .unknown: "not known" + since
        }
    }
}
