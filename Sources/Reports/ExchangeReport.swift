package import FleetModel

/// A failed exchange for people who were not there: the head of its recording, and its trace.
package struct ExchangeReport: Sendable {
    /// Who was probed, and what that probe alone means.
    package enum Subject: Sendable {
        case server(Server, Judgement)
        case gateway(Gateway, Judgement)
    }

    package let exchange: FailedExchange
    package let subject: Subject
    /// Of the program.
    package let version: String
    /// When this is written.
    package let now: Instant
    /// Whether the fleet is simulated.
    package let isDemo: Bool

    /// Creates a report.
    package init(_ exchange: FailedExchange, of subject: Subject, version: String, now: Instant, isDemo: Bool) {
        self.exchange = exchange
        self.subject = subject
        self.version = version
        self.now = now
        self.isDemo = isDemo
    }

    /// The head of a recording: who, when, what it was judged to be, what is missing; one sentence a line.
    package var about: [String] {
        demo + [
            "The last failed exchange with \(name), kept by rdptop \(version).",
            "It began at \(exchange.began.iso8601WithMilliseconds), and was written \(age) later.",
            "That probe by itself means: \(verdict).",
            "Payload: \(payload).",
            "No secrets of TLS are inside: what travelled in TLS stays encrypted.",
        ]
    }

    /// What `rdptop trace` would have printed of it, with a head; lines end with a line feed.
    package var trace: String {
        let head =
            demo + ["The last failed exchange with \(name), kept by rdptop \(version)"]
            + labelled("began", [exchange.began.iso8601WithMilliseconds])
            + labelled("written", ["\(now.iso8601WithMilliseconds), \(age) later"]) + labelled("payload", [payload])
            + ["", TraceLines.heading]
        return (head + exchange.parts.flatMap(lines) + end).map { $0 + "\n" }.joined()
    }

    private var demo: [String] { isDemo ? ["DEMO: a simulated server on this machine."] : [] }

    private var name: String {
        switch subject {
        case .server(let server, _): clean(server.displayName)
        case .gateway(let gateway, _): "the gateway \(clean(gateway.name))"
        }
    }

    private var age: String { max(.zero, now - exchange.began).spoken }

    private var verdict: String {
        let judgement =
            switch subject {
            case .server(_, let judgement), .gateway(_, let judgement): judgement
            }
        guard let headline = judgement.headline else { return judgement.state.word }
        return "\(judgement.state.word), \(clean(headline.medium)) (\(headline.confidence.clause))"
    }

    private var payload: String {
        var (sent, received) = (0, 0)
        for event in exchange.events {
            switch event.kind {
            case .sent(let bytes): sent += bytes.count
            case .received(let bytes): received += bytes.count
            case .opened, .notConnected, .ended, .reset, .secret: continue
            }
        }
        let missing = exchange.bytesLeftOut
        let whole = "\(sent) bytes sent, \(received) received"
        guard missing > 0 else { return whole + ", which is all of it" }
        return whole
            + "; \(missing) bytes after them are not in it, as \(ExchangeRecord.byteLimit / 1_024) KiB are kept"
    }

    /// The steps of one part, under what it was.
    private func lines(of part: FailedExchange.Part) -> [String] {
        let title = part.title.map { ["", "\(part.began.iso8601WithMilliseconds)  \(clean($0))", ""] } ?? []
        let missing = part.record.stepsLeftOut
        let rest = missing > 0 ? ["and \(missing) more steps, which were not kept"] : []
        return title + part.record.steps.flatMap { TraceLines.lines(for: $0) } + rest
    }

    private var end: [String] {
        switch (subject, exchange.subject) {
        case (.server(let server, let judgement), .server(let snapshot)):
            TraceLines.verdict(judgement, of: server, snapshot: snapshot)
        case (.gateway(let gateway, let judgement), .gateway(let snapshot)):
            TraceLines.gateway(GatewayStatus(gateway: gateway, snapshot: snapshot, judgement: judgement))
        case (.server, .gateway), (.gateway, .server): []
        }
    }
}
