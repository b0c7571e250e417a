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
    /// How far the clock on the wall is ahead of UTC at an instant.
    let offset: @Sendable (Instant) -> Span

    /// What is known of the fleet.
    var known: Known
    /// The filter as typed.
    var filterText = ""
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
    ///   - offset: How far the clock on the wall is ahead of UTC at an instant.
    ///   - now: The time.
    package init(
        fleetName: String, servers: [Server], isDemo: Bool, version: String, explainer: Explainer = .none,
        formats: FileFormats = .text, user: String = "somebody",
        offset: @escaping @Sendable (Instant) -> Span = { _ in .zero }, now: Instant
    ) {
        self.fleetName = CleanText.clean(fleetName, limit: 40)
        self.isDemo = isDemo
        self.version = version
        self.explainer = explainer
        self.formats = formats
        self.user = CleanText.clean(user, limit: 40)
        self.offset = offset
        known = Known(servers: servers, gateways: [], now: now)
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
            ended.formUnion(known.take(changes).ended)
            news.changed(changes.compactMap { rows.index(of: $0.server.id) })
        case .gateways(let changes):
            known.take(changes)
            for status in changes { news.changed(gateway: status.gateway.id) }
        case .causes(let causes): known.causes = causes
        case .ourSide(let sentence):
            _ = known.take(ourSide: sentence.map { CleanText.clean($0, limit: 200) })
            news.ourSide(known.ourSide)
        case .tick(let now): ended.formUnion(known.pass(to: now))
        case .notice(let text): news.notice(text)
        case .key, .mouse, .resized, .annotations, .cost, .hooks, .exchange, .fileNames: break
        }
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

extension PlainBoard {
    /// Every server, and what the filter leaves.
    var rows: Rows { known.rows }
    /// What is known of each gateway.
    var gateways: [Gateway.ID: GatewayStatus] { known.gateways }
    /// What failing servers share and healthy ones do not, the strongest first.
    var causes: [SharedCause] { known.causes }
    /// What has happened since the program was started.
    package var timeline: EventTimeline { known.timeline }
    /// The time of the last tick; nothing here reads a clock.
    var now: Instant { known.now }
}
