import FleetModel
import Yams

extension ConfigurationFileReader {
    /// Reads `notify:`.
    mutating func readNotifications(_ node: Node) {
        guard let fields = fields(of: node, in: ConfigurationParts.notify) else { return }
        var notifications = Notifications()
        notifications.bell = fields["bell"].flatMap { truth($0, key: "bell") } ?? false
        notifications.desktop =
            fields["desktop"].flatMap { choice($0, key: "desktop", of: DesktopNotification.self) } ?? .off
        notifications.pace = pace(fields)
        for node in items(fields["hooks"], key: "hooks") {
            guard let hook = hook(node) else { continue }
            if let earlier = notifications.hooks.first(where: { $0.name.value == hook.name.value }) {
                refuse(
                    "the name \(hook.name.quoted) stands twice, first in line \(earlier.name.line)",
                    at: SourcePlace(line: hook.name.line, column: hook.name.column))
            }
            notifications.hooks.append(hook)
        }
        if let node = fields["hooks"], notifications.hooks.count > Notifications.mostHooks {
            refuse("there are at most \(Notifications.mostHooks) hooks", at: node)
        }
        configuration.notifications = notifications
    }

    private mutating func pace(_ fields: [String: Node]) -> NoticePace {
        var pace = NoticePace()
        let second = Span.seconds(1)
        if let span = span(fields["gather"], key: "gather", second...Span.minutes(5)) { pace.gather = span }
        if let span = span(fields["update"], key: "update", second...Span.days(1)) { pace.update = span }
        if let span = span(fields["again"], key: "again", second...Span.days(1)) { pace.again = span }
        if let node = fields["hourly"], let text = string(node, key: "hourly") {
            if let count = Int(text), (1...1_000).contains(count) {
                pace.hourly = count
            } else {
                refuse("hourly: is a number from 1 to 1000", at: node)
            }
        }
        return pace
    }

    private mutating func span(_ node: Node?, key: String, _ range: ClosedRange<Span>) -> Span? {
        guard let node, let text = string(node, key: key) else { return nil }
        guard let span = SpanText.parse(text), range.contains(span) else {
            let (least, most) = (SpanText.text(of: range.lowerBound), SpanText.text(of: range.upperBound))
            refuse("\(key): is a length of time from \(least) to \(most), such as 30s", at: node)
            return nil
        }
        return span
    }

    // MARK: Hooks

    private mutating func hook(_ node: Node) -> Notifications.Hook? {
        guard let fields = fields(of: node, in: ConfigurationParts.hook) else { return nil }
        let name = fields["name"].flatMap { text($0, key: "name") }
        if fields["name"] == nil { refuse("a hook needs a name", at: node) }
        let way = way(fields, of: node)
        let topics = topics(fields["on"])
        let filter = fields["only"].flatMap { readFilter($0) } ?? .everything
        let timeout = span(fields["timeout"], key: "timeout", .seconds(1)...(.minutes(1))) ?? .seconds(10)
        guard let name, let way else { return nil }
        return Notifications.Hook(
            name: name, way: way, wish: NoticePolicy.Wish(topics, of: filter), timeout: timeout)
    }

    private mutating func way(_ fields: [String: Node], of node: Node) -> Notifications.Way? {
        switch (fields["run"], fields["url"]) {
        case (nil, nil), (_?, _?):
            refuse("a hook has either run:, a program and its arguments, or url:, an address", at: node)
            return nil
        case (let run?, nil):
            for key in ["headers", "ca"] {
                if let place = fields[key] { refuse("\(key): goes with url:", at: place) }
            }
            let nodes = items(run, key: "run")
            let arguments = nodes.compactMap { string($0, key: "run") }
            if nodes.isEmpty { refuse("run: a program and its arguments", at: run) }
            return arguments.isEmpty ? nil : .command(arguments)
        case (nil, let url?):
            guard let address = value(url, key: "url") else { return nil }
            let headers = headers(fields["headers"])
            let authorities = items(fields["ca"], key: "ca").compactMap { path($0, key: "ca")?.value }
            if case .text(let text) = address { check(text, headers, at: url) }
            return .webhook(Notifications.Webhook(address, headers: headers, authorities: authorities))
        }
    }

    private mutating func check(_ address: String, _ headers: [Notifications.Header], at node: Node) {
        do throws(WebhookAddress.Mistake) {
            let address = try WebhookAddress(address)
            if !address.isSecure, !address.isLoopback, headers.contains(where: \.value.isSecret) {
                refuse("url: a secret is not sent over http://; write https://", at: node)
            }
        } catch {
            refuse("url: \(error.text)", at: node)
        }
    }

    private mutating func headers(_ node: Node?) -> [Notifications.Header] {
        guard let node else { return [] }
        guard case .mapping(let mapping) = node else {
            refuse("headers is written as names and values, as in {X-Priority: high}", at: node)
            return []
        }
        return mapping.compactMap { key, node in
            guard let name = label(key, key: "headers"), let value = value(node, key: "headers") else { return nil }
            guard !name.isEmpty, name.utf8.allSatisfy(isTokenByte) else {
                refuse("headers: \"\(name)\" is no name of a field", at: key)
                return nil
            }
            let lower = name.lowercased()
            guard !reservedFields.contains(lower) else {
                refuse("headers: \(name) is set by the program itself", at: key)
                return nil
            }
            if secretFields.contains(lower), !value.isSecret {
                refuse("headers: the value of \(name) is a secret; write {env: NAME} or {file: /path}", at: node)
                return nil
            }
            return Notifications.Header(name, value)
        }
    }

    private mutating func value(_ node: Node, key: String) -> Notifications.Value? {
        guard case .mapping = node else { return string(node, key: key).map(Notifications.Value.text) }
        guard let fields = fields(of: node, in: ConfigurationParts.secret) else { return nil }
        switch (fields["env"], fields["file"]) {
        case (let name?, nil): return text(name, key: "env").map(Notifications.Value.environment)
        case (nil, let file?): return path(file, key: "file").map(Notifications.Value.file)
        case (nil, nil), (_?, _?):
            refuse("\(key): a secret is written as {env: NAME} or {file: /path}", at: node)
            return nil
        }
    }

    private mutating func path(_ node: Node, key: String) -> Text? {
        guard let text = string(node, key: key) else { return nil }
        guard text.hasPrefix("/") else {
            refuse("\(key): is an absolute path", at: node)
            return nil
        }
        return mark(text, at: node)
    }

    private mutating func topics(_ node: Node?) -> Set<NoticeTopic> {
        guard let node else { return NoticeTopic.usual }
        let topics = items(node, key: "on").compactMap { choice($0, key: "on", of: NoticeTopic.self) }
        if items(node, key: "on").isEmpty { refuse("on: what the hook is told", at: node) }
        return Set(topics)
    }

    private mutating func readFilter(_ node: Node) -> Filter? {
        guard let text = string(node, key: "only") else { return nil }
        do throws(FilterMistake) {
            return try Filter.parse(text)
        } catch {
            refuse("only: \(CleanText.clean(error.text, limit: 400))", at: node)
            return nil
        }
    }

    // MARK: Maintenance

    /// Reads an item of `maintenance:`.
    mutating func readMaintenance(_ node: Node) {
        guard let fields = fields(of: node, in: ConfigurationParts.maintenance) else { return }
        let zone = fields["zone"].flatMap { text($0, key: "zone") }
        let reason = fields["reason"].flatMap { label($0, key: "reason") } ?? ""
        let filter = fields["only"].flatMap { readFilter($0) } ?? .everything
        guard let time = time(fields, of: node) else { return }
        let window = MaintenanceWindow(time, zone: zone, filter: filter, reason: reason)
        if !window.asksOnlyTheFleetFile, let node = fields["only"] {
            refuse("only: of maintenance asks by name:, site:, tag:, owner: or gateway: and nothing else", at: node)
        }
        configuration.maintenance.append(window)
    }

    private mutating func time(_ fields: [String: Node], of node: Node) -> MaintenanceWindow.Time? {
        switch (fields["from"], fields["until"], fields["weekly"]) {
        case (let from?, let until?, nil):
            guard let begin = moment(from, key: "from"), let end = moment(until, key: "until") else { return nil }
            guard begin < end else {
                refuse("until: is not after from:", at: until)
                return nil
            }
            return .once(from: begin, until: end)
        case (nil, nil, let weekly?):
            guard let text = string(weekly, key: "weekly") else { return nil }
            guard let time = WeeklyText.parse(text) else {
                refuse("weekly: is written as sat 22:00-02:00, mon-fri 02:00-04:00 or daily 03:00-03:30", at: weekly)
                return nil
            }
            return time
        case (_, _, nil), (_?, _, _?), (nil, _?, _?):
            refuse("a maintenance window has either weekly:, or from: and until:", at: node)
            return nil
        }
    }

    private mutating func moment(_ node: Node, key: String) -> LocalTime? {
        guard let text = string(node, key: key) else { return nil }
        if let time = LocalTime(text) { return time }
        refuse("\(key): is written as 2026-11-28 22:00", at: node)
        return nil
    }
}

/// Fields that a request has anyway, or that belong to the connection (RFC 9110, 7.6.1).
private let reservedFields: Set = [
    "host", "content-length", "content-type", "transfer-encoding", "connection", "user-agent", "expect", "upgrade",
    "te",
    "trailer", "keep-alive",
]

/// Fields whose value is a secret by their meaning.
private let secretFields: Set = ["authorization", "proxy-authorization", "cookie"]

/// A byte of a token (RFC 9110, 5.6.2).
private func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
}
