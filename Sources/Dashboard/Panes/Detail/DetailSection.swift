import Drawing
import FleetModel

/// One subject of the details.
protocol DetailSection: Sendable {
    /// Its lines; none when there is nothing to say.
    func lines(_ subject: DetailSubject) -> [Line]
}

/// Whose details, when, and on how much room.
struct DetailSubject: Sendable {
    /// The server and what is known of it.
    let status: ServerStatus
    /// What is known of the gateway in front of it; nil when there is none, or nothing was told of it.
    let gateway: GatewayStatus?
    /// What ages are counted from.
    let now: Instant
    /// What bars are made of.
    let glyphs: Glyphs
    /// The cells of a line.
    let width: Int
    /// What the server shares with others that fail, the strongest first.
    var shared: [SharedCause] = []
    /// How many servers are like it; nil while that is not looked up.
    var kin: FleetKin?
    /// The name of the server whose certificate ends next in the fleet; nil when none is known.
    var nextToEnd: String?
    /// What has happened to it since the program was started, the newest first.
    var events: [TimelineEvent] = []
    /// What people have said of it.
    var said = ServerAnnotations.none
    /// Its last probes; nil when it has no row of its own.
    var trail: ProbeTrail?
    /// What is known beyond the verdict; nil while that is not looked up.
    var advice: Reading.Advice?

    /// Whether these are the details of a gateway, which stands here as a row like a server.
    var isGateway: Bool { gateway?.asServer.server == status.server }

    /// Whether labels have no column of their own.
    var isNarrow: Bool { width < [Line].fewestBeside }

    /// The blanks before what stands below a labelled text and belongs to it.
    var indent: Int { isNarrow ? [Line].narrowIndent : [Line].labelWidth }

    /// The cells that a labelled text has on a line.
    var room: Int { [Line].room(width: width) }

    /// A labelled text, broken into as many lines as it needs.
    func field(
        _ label: String, _ text: String, _ role: Role = .normal, indent: Int = [Line].labelWidth
    ) -> [Line] {
        .field(label, CleanText.clean(text, limit: 1_024), role, width: width, indent: indent)
    }

    /// Labelled texts, each on lines of its own; none when there is no text.
    func fields(_ label: String, _ texts: [String], _ role: Role = .normal) -> [Line] {
        .fields(label, texts.map { CleanText.clean($0, limit: 1_024) }, role, width: width)
    }

    /// Labelled paragraphs of clean text.
    func fields(_ label: String, _ paragraphs: [Paragraph]) -> [Line] { .fields(label, paragraphs, width: width) }

    /// A heading, broken into as many lines as it needs.
    func heading(_ title: String) -> [Line] { wrap(title, to: max(8, width - 1)).map { Line(" " + $0, .heading) } }

    /// How long ago something was, in words.
    func age(_ instant: Instant) -> String { "\(max(.zero, now - instant).compact) ago" }

    /// `, seen 3h ago` of something that is older than the probe; empty for what the probe itself saw.
    func seenEarlier(_ instant: Instant) -> String {
        guard let snapshot = status.snapshot, instant < snapshot.began else { return "" }
        return ", seen \(age(instant))"
    }
}
