package import FleetModel

/// The board for those to whom a screen is no help: tells what changes in sentences, and answers commands in sentences.
///
/// A value, as the screen is: it takes events, and gives lines without line breaks or control characters. It never draws.
package struct PlainBoard: Sendable {
    /// What a command brings about.
    package struct Reply: Sendable, Equatable {
        /// To be shown.
        package var lines: [String] = []
        /// To be done outside.
        package var effects: [Effect] = []
    }

    let fleetName: String
    let isDemo: Bool
    let version: String
    let explainer: Explainer
    /// What reports can be written in.
    let formats: FileFormats
    /// Who uses the program, for acknowledgements; cleaned.
    let user: String

    /// Every server, and what the filter leaves.
    var rows: Rows
    /// What is known of each gateway.
    var gateways: [Gateway.ID: GatewayStatus] = [:]
    /// What failing servers share and healthy ones do not, the strongest first.
    var causes: [SharedCause] = []
    /// What has happened since the program was started.
    package private(set) var timeline = EventTimeline()
    /// What is wrong on our side, cleaned; nil when nothing is.
    private var ourSide: String?
    /// The filter as typed.
    var filterText = ""
    /// The time of the last tick; nothing here reads a clock.
    var now: Instant
    /// Those whose acknowledgement or mute has ended by itself.
    private var ended: Set<Rows.Index> = []
    /// What has been said, and what is still to be.
    private var news: PlainNews

    /// A board on which nothing is known yet.
    ///
    /// - Parameters:
    ///   - fleetName: For the greeting.
    ///   - servers: In the order of the fleet file.
    ///   - isDemo: Whether the greeting says DEMO.
    ///   - version: Of the program.
    ///   - explainer: What knows what codes mean.
    ///   - formats: What reports can be written in.
    ///   - user: Who uses the program, for acknowledgements.
    ///   - now: The time.
    package init(
        fleetName: String, servers: [Server], isDemo: Bool, version: String, explainer: Explainer = .none,
        formats: FileFormats = .text, user: String = "somebody", now: Instant
    ) {
        self.fleetName = CleanText.clean(fleetName, limit: 40)
        self.isDemo = isDemo
        self.version = version
        self.explainer = explainer
        self.formats = formats
        self.user = CleanText.clean(user, limit: 40)
        self.now = now
        rows = Rows(servers: servers)
        news = PlainNews(servers: servers.count)
    }

    /// What is said before anything is known.
    package var greeting: [String] {
        let demo = isDemo ? "DEMO: the servers are simulated on this machine. " : ""
        let count = rows.count == 1 ? "1 server" : "\(rows.count) servers"
        return [
            "\(demo)rdptop \(version), fleet \(fleetName): \(count), nothing probed yet.",
            "Changes are told as they come. Commands end with Enter: help lists them, quit ends.",
        ]
    }

    /// Takes what has happened; what is to be said about it is asked for by `takeNews`.
    package mutating func take(_ event: Event) {
        switch event {
        case .statuses(let changes):
            timeline.append(changes.flatMap(events))
            ended.formUnion(rows.take(changes, now: now))
            if rows.count > 0, rows.probed == rows.count { timeline.endFirstSweep(at: now, rows.counts) }
            news.changed(changes.compactMap { rows.index(of: $0.server.id) })
        case .gateways(let changes):
            for status in changes {
                let known = gateways[status.gateway.id] ?? GatewayStatus(gateway: status.gateway)
                timeline.append(TimelineEvent.between(known, status, now: now))
                gateways[status.gateway.id] = status
                news.changed(gateway: status.gateway.id)
            }
        case .causes(let causes): self.causes = causes
        case .ourSide(let sentence): take(ourSide: sentence.map { CleanText.clean($0, limit: 200) })
        case .tick(let now):
            self.now = now
            ended.formUnion(rows.endMutes(now: now))
            if rows.filter.dependsOnTime { rows.filter(by: rows.filter, now: now) }
        case .notice(let text): news.notice(text)
        case .key, .mouse, .resized, .annotations, .cost: break
        }
    }

    private func events(of status: ServerStatus) -> [TimelineEvent] {
        guard let index = rows.index(of: status.server.id) else { return [] }
        return TimelineEvent.between(rows[index], status, now: now)
    }

    private mutating func take(ourSide sentence: String?) {
        let event = TimelineEvent.ourSide(ourSide, sentence, now: now, began: timeline.ourSideTroubleBegan)
        timeline.append(event.map { [$0] } ?? [])
        ourSide = sentence
        news.ourSide(sentence)
    }

    /// That acknowledgements and mutes have ended by themselves since this was asked last, to be kept elsewhere.
    package mutating func takeEnded() -> [Effect] {
        defer { ended = [] }
        return ended.isEmpty ? [] : [kept(ended.sorted())]
    }

    /// What has to be said now; none while nothing has changed, and while something was said a moment ago.
    package mutating func takeNews() -> [String] {
        news.take(of: rows, gateways, causes, timeline.firstSweep, at: now)
    }
}
