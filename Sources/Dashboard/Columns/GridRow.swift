import Drawing
import FleetModel

/// What the columns show of one line, whether it is a server or stands for something else.
struct GridRow: Sendable {
    /// The sign in front; nil when there is none.
    var flag: RowFlag?
    /// Whether what it shows is older than it should be.
    var isStale = false
    /// The name as the list shows it.
    var name: String
    /// Where it stands; nil when the fleet file does not say.
    var site: String?
    /// State, cells and verdict.
    var judgement: Judgement
    /// How the state looks.
    var stateRole: Role
    /// How long the state has lasted; nil when nothing is known.
    var age: Span?
    /// How long until the certificate ends, now; nil when that is not known.
    var certificateLeft: Span?
    /// How long until the certificate ends that was seen last, now; nil when it is the present one, or none was seen.
    var earlierCertificateLeft: Span?
    /// How long until the certificate begins, now; nil when it has begun, or there is none.
    var certificateBegins: Span?
    /// The last round trip, in microseconds; nil when nothing answered.
    var roundTrip: Int64?
    /// The last probes; nil when nobody counts them.
    var trail: ProbeTrail?
    /// How long each layer took at the last probe, in microseconds, in the ladder's order; nil for those that did not
    /// pass.
    var times: [Int64?] = []
    /// The verdict in words, the longest form first.
    var diagnosis: [String]
    /// How it looks.
    var diagnosisRole: Role
    /// How far the verdict is moved to the left, so that its end can be read.
    var shift = 0
    /// What the terminal can show.
    var glyphs: Glyphs

    /// The end of a text that was cut.
    var ellipsis: String { String(glyphs.ellipsis) }

    /// What stands before a name below a heading.
    static let indent = "  "

    /// A server of the fleet, as it is now.
    init(_ index: Rows.Index, _ state: DashboardState) {
        let facts = state.rowFacts(of: index)
        let indent = state.board.isBelowHeading(index) ? Self.indent : ""
        self.init(
            facts.status, name: indent + state.naming.name(of: index, in: state.rows),
            gateway: state.gateway(of: facts.status.server)?.snapshot, state)
        flag = RowFlag(facts, now: state.now)
        isStale = facts.isStale
        trail = state.rows.trail(of: index)
        let said = state.rows.annotations(index)
        // Quiet for a server that somebody attends to.
        if said.acknowledgement != nil { stateRole = .acknowledged }
        if let mute = said.mute {
            stateRole = .muted
            diagnosisRole = .dim
            let muted = "muted \(mute.ending(now: state.now))"
            diagnosis = [diagnosis.last.map { "\(muted): \($0)" } ?? muted, muted]
        }
    }

    /// A gateway among the servers; nil when it is not known.
    init?(gateway id: Gateway.ID, _ state: DashboardState) {
        guard let status = state.gatewayRows[id] else { return nil }
        self.init(status, name: status.server.name, gateway: state.gateways[id]?.snapshot, state)
        isStale = status.isStale(at: state.now)
        flag = RowFlag(RowFlag.Facts(status: status, isStale: isStale), now: state.now)
        trail = state.shown.gatewayTrails[id]
    }

    private init(_ status: ServerStatus, name: String, gateway: GatewaySnapshot?, _ state: DashboardState) {
        self.name = name
        site = status.server.site
        judgement = status.judgement
        stateRole = status.judgement.state.role
        age = status.age(at: state.now)
        certificateLeft = status.certificateEnds.map { $0 - state.now }
        earlierCertificateLeft = status.snapshot?.earlierCertificate?.facts?.leaf.notAfter.map { $0 - state.now }
        certificateBegins = status.certificateBegins(after: state.now)
        roundTrip = status.snapshot?.roundTrip
        if let snapshot = status.snapshot {
            times = Layer.allCases.map { layer in
                switch layer {
                case .ping: snapshot.ping?.facts?.last
                case .gateway: gateway?.outcome(of: .gateway)?.time
                case .dns, .tcp, .x224, .tls, .certificate, .nla, .udp: snapshot.outcome(of: layer)?.time
                }
            }
        }
        diagnosis = Self.diagnosis(status)
        diagnosisRole = status.judgement.state == .ok ? .dim : .normal
        shift = state.list.shift
        glyphs = state.glyphs
    }

    /// The verdict on a server, the longest form first.
    static func diagnosis(_ status: ServerStatus) -> [String] {
        // The gateway's own verdict stands once, in the line of the cause and among the gateways.
        if let gateway = status.judgement.behind { return ["behind \(gateway)"] }
        // What is only reached through a gateway has something to say before it is known.
        guard let headline = status.judgement.headline else {
            guard status.isKnown else { return ["not probed yet"] }
            return [status.judgement.state == .ok ? "ok" : status.judgement.state.word]
        }
        return [headline.medium, headline.short]
    }
}

extension LayerOutcome {
    /// How long the layer took; nil when it failed.
    fileprivate var time: Int64? { failure == nil ? microseconds : nil }
}
