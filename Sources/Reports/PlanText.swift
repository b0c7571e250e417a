package import FleetModel

/// What `rdptop plan` prints: what would be sent to whom, how often, and what it leaves in logs; nothing is sent for it.
package struct PlanText: Sendable {
    /// The figures of the engine that a plan is made of.
    package struct Figures: Sendable {
        /// Connections that stand, or are expected to, in all and to one /24 (one /64 for IPv6).
        package var established: (all: Int, perNetwork: Int)
        /// Connections that nobody is expected to answer, in the same way.
        package var pending: (all: Int, perNetwork: Int)
        /// New connections a second in all, and to one /24.
        package var newPerSecond: (all: Int, perNetwork: Int)
        /// The longest wait for a connection.
        package var connectTimeout: Span
        /// A failure is checked again within this range.
        package var recheck: ClosedRange<Span>
        /// Between two probes while a layer above TCP fails, and for how long.
        package var watch: (every: Span, lasting: Span)
        /// Between two probes while names, TCP or UDP fail, one after the other.
        package var backOff: [Span]
        /// The most connections that ask otherwise, for one server, reason and day.
        package var variants: Int
        /// How often NLA and the companion connection are looked at again.
        package var daily: Span
        /// How often UDP is.
        package var hourly: Span

        package init(
            established: (all: Int, perNetwork: Int), pending: (all: Int, perNetwork: Int),
            newPerSecond: (all: Int, perNetwork: Int),
            connectTimeout: Span, recheck: ClosedRange<Span>, watch: (every: Span, lasting: Span), backOff: [Span],
            variants: Int, daily: Span, hourly: Span
        ) {
            self.established = established
            self.pending = pending
            self.newPerSecond = newPerSecond
            self.connectTimeout = connectTimeout
            self.recheck = recheck
            self.watch = watch
            self.backOff = backOff
            self.variants = variants
            self.daily = daily
            self.hourly = hourly
        }
    }

    /// Servers that are treated alike.
    private struct Treatment: Hashable {
        var interval: Span
        var timeout: Span
        var port: UInt16
        var asksForUDP: Bool
        var isProbed: Bool

        /// Nothing is sent to those behind a gateway only, and so nothing tells them apart.
        init(of server: Server) {
            isProbed = server.path != .gateway
            interval = isProbed ? server.policy.interval : .zero
            timeout = isProbed ? server.policy.timeout : .zero
            port = isProbed ? server.port : 0
            asksForUDP = isProbed && server.policy.expectedUDP != false
        }
    }

    private let figures: Figures

    /// A plan by these figures.
    package init(_ figures: Figures) {
        self.figures = figures
    }

    /// The lines of the plan for a fleet.
    package func lines(for fleet: Fleet) -> [String] {
        let heading = [
            "\(clean(fleet.name)): \(counted(fleet.servers.count, "server")), "
                + "\(counted(fleet.gateways.count, "gateway")). Nothing has been sent.", "",
        ]
        return heading + servers(fleet) + gateways(fleet) + failures + limits + logs
    }

    // MARK: Servers

    private func servers(_ fleet: Fleet) -> [String] {
        var order: [Treatment] = []
        var names: [Treatment: [String]] = [:]
        for server in fleet.servers {
            let treatment = Treatment(of: server)
            if names[treatment] == nil { order.append(treatment) }
            names[treatment, default: []].append(server.name)
        }
        return order.flatMap { lines(for: $0, names[$0] ?? []) }
    }

    private func lines(for treatment: Treatment, _ names: [String]) -> [String] {
        let count = counted(names.count, "server")
        let who = wrapped(listed(names), width: 74).map { "  " + $0 }
        guard treatment.isProbed else {
            return ["\(count) behind a gateway only: nothing is sent to them"] + who + [""]
        }
        let perDay = max(1, Span.days(1).milliseconds / max(1, treatment.interval.milliseconds))
        let udp = [
            row("UDP \(treatment.port)", "1 or 2 datagrams of 1,232 bytes at first sight, then hourly,"),
            row("", "daily after silence; only once TCP has answered"),
        ]
        return ["\(count) every \(treatment.interval.words)"] + who + [
            row("DNS", "A and AAAA of a name, and again when their TTL has run out;"),
            row("", "hourly where the file gives the address, 5 minutes after NXDOMAIN"),
            row("TCP \(treatment.port)", "1 connection, at most \(treatment.timeout.words): X.224, TLS, certificate,"),
            row("", "then close_notify and FIN; the cookie is mstshash=rdptop"),
            row("NLA", "1 NTLM NEGOTIATE on that connection at first sight, on a"),
            row("", "change and daily; it names no user, and no logon follows"),
            row("companion", "1 connection at first sight, on a change and daily, which"),
            row("", "asks for TLS alone: is NLA required, or only offered?"),
            row("ping", "1 echo a probe, 2 when the first is not answered"),
        ] + (treatment.asksForUDP ? udp : [row("UDP \(treatment.port)", "nothing: the fleet file expects none")]) + [
            row("in all", "\(grouped(perDay + 1)) TCP connections a day to each while it is healthy,"),
            row("", "\(grouped((perDay + 23) / 24 + 1)) in the first hour"), "",
        ]
    }

    // MARK: Gateways

    private func gateways(_ fleet: Fleet) -> [String] {
        fleet.gateways.flatMap { gateway -> [String] in
            let uses = fleet.servers.count { $0.gatewayID == gateway.id }
            let datagrams = gateway.datagramPort.map { port in
                [row("UDP \(port)", "at most 4 datagrams of DTLS at first sight, then hourly")]
            }
            return [
                "gateway \(clean(gateway.name)) every \(gateway.policy.interval.words), "
                    + "once for all of the \(counted(uses, "server")) behind it",
                row("host", clean(gateway.host)),
                row("TCP \(gateway.port)", "1 connection: TLS, certificate, RDG_OUT_DATA;"),
                row("", "it ends at the 401: no Authorization header, ever"),
                row("", "WebSocket and RPC, each 1 request at first sight, then hourly"),
            ] + (datagrams ?? []) + [""]
        }
    }

    // MARK: Failures, limits, logs

    private var failures: [String] {
        let backOff = figures.backOff.map(\.words).joined(separator: ", ")
        return [
            "when a server fails",
            row("re-check", "once, after \(figures.recheck.lowerBound.words) to \(figures.recheck.upperBound.words)"),
            row("then", "no name, no connection: after \(backOff)"),
            row("", "anything else: every \(figures.watch.every.words) for \(figures.watch.lasting.words)"),
            row("", "from ten servers with one cause on, one in ten keeps that pace"),
            row("variants", "at most \(figures.variants) connections that ask otherwise, at least 1s apart,"),
            row("", "for one server, reason and day"), "",
        ]
    }

    private var limits: [String] {
        [
            "limits",
            row("at a time", "\(limit(figures.established)), 1 to a server"),
            row("besides", "\(limit(figures.pending)), that nobody answers"),
            row("new", "a second: \(limit(figures.newPerSecond))"),
            row("", "a network is a /24, or a /64 of IPv6"),
            row("a connect", "waits at most \(figures.connectTimeout.words)"), "",
        ]
    }

    private func limit(_ limit: (all: Int, perNetwork: Int)) -> String {
        "\(grouped(Int64(limit.all))) in all, \(grouped(Int64(limit.perNetwork))) to a network"
    }

    private var logs: [String] {
        [
            "what servers may log of each connection (documented; not measured by us)",
            row("Windows", "RemoteDesktopServices-RdpCoreTS/Operational 131,"),
            row("", "TerminalServices-RemoteConnectionManager/Operational 261"),
            row("", "no Security 4625: nobody tries to log on"),
            row("xrdp", "a few lines in xrdp.log for each connection that ends early"),
            row("IPBan", "its stock rules count some RdpCoreTS events: whitelist this"),
            row("", "machine's address there before you watch such servers"),
        ]
    }

    private func row(_ label: String, _ text: String) -> String { "  \(padded(label, 11)) \(text)" }

    /// The first names, and how many more there are.
    private func listed(_ names: [String]) -> String {
        let shown = names.prefix(6).map(clean).joined(separator: ", ")
        return names.count > 6 ? "\(shown) and \(grouped(Int64(names.count - 6))) more" : shown
    }

    private func counted(_ count: Int, _ noun: String) -> String {
        "\(grouped(Int64(count))) \(noun)\(count == 1 ? "" : "s")"
    }

    /// `1,441`.
    private func grouped(_ number: Int64) -> String {
        let digits = String(number)
        guard digits.count > 3 else { return digits }
        let head = digits.count % 3
        let groups = stride(from: head, to: digits.count, by: 3).map { digits.dropFirst($0).prefix(3) }
        return ((head > 0 ? [digits.prefix(head)] : []) + groups).joined(separator: ",")
    }
}

extension Span {
    /// The length in one unit where that is exact: `60s`, `5m`, `24h`.
    fileprivate var words: String {
        let (hour, minute, second): (Int64, Int64, Int64) = (3_600_000, 60_000, 1000)
        if milliseconds >= hour, milliseconds % hour == 0 { return "\(milliseconds / hour)h" }
        if milliseconds >= 2 * minute, milliseconds % minute == 0 { return "\(milliseconds / minute)m" }
        return milliseconds % second == 0 ? "\(milliseconds / second)s" : "\(milliseconds)ms"
    }
}
