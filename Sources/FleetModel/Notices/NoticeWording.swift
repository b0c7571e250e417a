/// The words of notices: what happened in one line, and what else there is to know in a few.
enum NoticeWording {
    /// The most names in a line.
    static let mostNames = 10

    /// A cause that has not been told.
    static func beginning(
        _ cause: NoticeCause, _ members: [Notice.Member], of shared: SharedCause?, since: Instant, id: String,
        at now: Instant
    ) -> Notice {
        Notice(
            cause.isDown ? .cause : .warning, id: id, at: now, state: cause.isDown ? .down : .warning,
            title: title(cause, members), details: details(members, shared), since: since, shared: shared?.statement,
            members: members, added: members.count)
    }

    /// A cause that more servers have than were told.
    static func growth(
        _ cause: NoticeCause, _ members: [Notice.Member], added: [Notice.Member],
        stillWrong: [Notice.Member], of shared: SharedCause?, since: Instant, id: String, at now: Instant
    ) -> Notice {
        let news = added.isEmpty ? "still so after mute or maintenance: " : "\(added.count) more, now "
        let first = added + stillWrong
        return Notice(
            .growth, id: id, at: now, state: cause.isDown ? .down : .warning, title: news + title(cause, members),
            details: (added.isEmpty ? [] : ["New: \(names(added))"])
                + (stillWrong.isEmpty ? [] : ["Still so after mute or maintenance: \(names(stillWrong))"])
                + details(members, shared), since: since, shared: shared?.statement,
            members: first + members.filter { !first.contains($0) }, count: members.count, added: added.count)
    }

    /// A cause that nobody has any more.
    static func end(
        _ title: String, count: Int, remaining: [Notice.Member], since: Instant, ended: Instant, id: String,
        at now: Instant
    ) -> Notice {
        let lasted = max(.zero, ended - since)
        return Notice(
            .recovered, id: id, at: now, state: .ok, title: "over after \(lasted.spoken): \(title)",
            details: remaining.isEmpty
                ? [] : ["Still so, muted or acknowledged or in maintenance: \(names(remaining))"],
            since: since, lasted: lasted, count: count)
    }

    /// Certificates that have passed a threshold.
    static func crossing(
        _ threshold: CertificateThreshold, _ members: [Notice.Member], _ isFirst: Bool, id: String, at now: Instant
    ) -> Notice {
        let members = members.sorted { ($0.certificateEnds ?? now, $0.name) < ($1.certificateEnds ?? now, $1.name) }
        let ends = members.first?.certificateEnds
        let soonest = ends.map { " in \(max(.zero, $0 - now).compact)" } ?? ""
        let one = members.count == 1
        let whose = one ? "certificate of \(members[0].name)" : "\(members.count) certificates"
        let title =
            switch threshold {
            case .expired: "\(whose) expired"
            case .warning, .critical: one ? "\(whose) ends\(soonest)" : "\(whose) end soon, the first\(soonest)"
            }
        let dates = members.prefix(mostNames).map { member in
            member.name + (member.certificateEnds.map { ", \($0.iso8601)" } ?? "")
        }
        let rest = members.count - dates.count
        return Notice(
            .certificate, id: id, at: now, state: threshold == .expired ? .down : .warning, title: title,
            details: dates + (rest > 0 ? ["and \(rest) more"] : []) + firstStep(members), threshold: threshold,
            members: members, added: members.count, isFirstSight: isFirst)
    }

    /// Several new things in one notice.
    static func summary(of notices: [Notice], _ isFirst: Bool, id: String, at now: Instant) -> Notice {
        func count(_ state: ServerState) -> Int {
            notices.filter { $0.state == state && $0.event != .certificate }.map(\.count).reduce(0, +)
        }
        let certificates = notices.filter { $0.event == .certificate }.map(\.count).reduce(0, +)
        let parts = [
            (count(.down), "DOWN"), (count(.warning), "WARN"),
            (certificates, certificates == 1 ? "certificate to renew" : "certificates to renew"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        let shown = notices.prefix(Notice.mostMembers).map(\.title)
        let rest = notices.count - shown.count
        return Notice(
            .summary, id: id, at: now, state: notices.map(\.state).min() ?? .unknown,
            title: "\(parts), for \(notices.count) reasons" + (isFirst ? ", when first probed" : " at once"),
            details: shown + (rest > 0 ? ["and \(rest) more"] : []),
            since: notices.compactMap(\.since).min(), members: notices.flatMap(\.members),
            count: notices.map(\.count).reduce(0, +), added: notices.map(\.added).reduce(0, +),
            parts: notices.map(Notice.Part.init),
            isFirstSight: isFirst)
    }

    /// Several causes that are over, in one notice.
    static func summary(ofEnds notices: [Notice], id: String, at now: Instant) -> Notice {
        let shown = notices.prefix(Notice.mostMembers).map(\.title)
        let rest = notices.count - shown.count
        return Notice(
            .summary, id: id, at: now, state: .ok, title: "\(notices.count) causes are over",
            details: shown + (rest > 0 ? ["and \(rest) more"] : []), since: notices.compactMap(\.since).min(),
            count: notices.map(\.count).reduce(0, +), parts: notices.map(Notice.Part.init))
    }

    /// What was held back, when nothing else is to be told.
    static func held(_ heldBack: Notice.HeldBack, id: String, at now: Instant) -> Notice {
        let one = heldBack.count == 1
        return Notice(
            .summary, id: id, at: now, state: .unknown,
            title: one ? "1 notice was held back" : "\(heldBack.count) notices were held back")
    }

    /// A cause that was not told each time.
    static func cameAndWent(_ times: Int) -> String {
        "Came and went \(times == 1 ? "once" : "\(times) times") without being told"
    }

    // MARK: Parts

    private static func title(_ cause: NoticeCause, _ members: [Notice.Member]) -> String {
        let servers = members.filter { !$0.subject.isGateway }
        let gateways = members.filter(\.subject.isGateway)
        let state = cause.isDown ? "DOWN" : "WARN"
        if case .gateway(let id) = cause {
            let behind = servers.isEmpty ? "" : ", with \(counted(servers.count, "server")) behind it"
            return "gateway \(gateways.first?.name ?? CleanText.clean(id, limit: 80)) \(state)\(behind)"
                + (verdict(gateways.isEmpty ? servers : gateways).map { ": \($0)" } ?? "")
        }
        let whom =
            if let only = members.first, members.count == 1 {
                (only.subject.isGateway ? "gateway " : "") + only.name
            } else if gateways.isEmpty {
                counted(servers.count, "server")
            } else if servers.isEmpty {
                counted(gateways.count, "gateway")
            } else {
                "\(counted(servers.count, "server")) and \(counted(gateways.count, "gateway"))"
            }
        return "\(whom) \(state)" + (verdict(members).map { ": \($0)" } ?? "")
    }

    /// What is said of all of them, or of most.
    private static func verdict(_ members: [Notice.Member]) -> String? {
        if let only = members.first, members.count == 1 { return only.verdict }
        for form in [\Notice.Member.verdict, \Notice.Member.short] {
            if let first = members.first?[keyPath: form], members.allSatisfy({ $0[keyPath: form] == first }) {
                return first
            }
        }
        // The same on two ports, as of gateways and of servers with ports of their own, is no other verdict.
        let isOneRule = members.allSatisfy { $0.rule != nil && $0.rule == members.first?.rule }
        let counts = Dictionary(members.compactMap(\.short).map { ($0, 1) }, uniquingKeysWith: +)
        let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
        return most.map { isOneRule ? "\($0.key), or the like" : "\($0.value) \($0.key), others differ" }
    }

    private static func details(_ members: [Notice.Member], _ shared: SharedCause?) -> [String] {
        let found = Set(members.compactMap(\.confidence))
        // What is said of all is as sure as of the least sure.
        let least: Confidence? = [.possible, .likely, .certain].first { found.contains($0) }
        let whose = found.count > 1 ? " (surer of some)" : ""
        return (members.count > 1 ? [names(members)] : [])
            + (shared.map { ["In common (\($0.confidence.rawValue)): \(CleanText.clean($0.statement))"] } ?? [])
            + (least.map { ["How sure: \($0.clause)\(whose)"] } ?? []) + firstStep(members)
    }

    /// Where all are said to begin with the same step, or of the one.
    private static func firstStep(_ members: [Notice.Member]) -> [String] {
        let isShared = members.allSatisfy { $0.runbook == members.first?.runbook }
        let runbook = isShared ? members.prefix(1).compactMap(\.runbook).map { "Runbook: \($0)" } : []
        guard let step = members.first?.firstStep, members.allSatisfy({ $0.rule == members.first?.rule }) else {
            return runbook
        }
        return ["First step: \(step)"] + runbook
    }

    private static func names(_ members: [Notice.Member]) -> String {
        let shown = members.prefix(mostNames).map(\.name)
        let rest = members.count - shown.count
        return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }

    private static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
