import Diagnosis
import FleetModel
import ProbeEngine
import Synchronization

/// What is known of every server and gateway now: probes write into it from any thread, the screen takes what has changed.
///
/// Whoever tells hooks takes it, too, and not by way of the screen: one that stands still keeps no hook waiting.
///
/// It is pulled: however many servers change between two frames, there is one batch, and at most one ring of each kind.
final class LiveBoard: Sendable {
    /// What has changed since the last call.
    struct Changes: Sendable {
        /// Servers, each as it is now.
        var servers: [ServerStatus] = []
        /// All gateways, when one of them has changed.
        var gateways: [GatewayStatus] = []
        /// How this machine is, when that has changed.
        var ourSide: OurSideState?
    }

    /// What the bell says.
    enum Ring: Sendable {
        /// Something has changed, which may be no more than how long an answer took.
        case change
        /// Something else is said of somebody than before.
        case news
    }

    private struct Content {
        private(set) var statuses: [ServerStatus]
        var gateways: [GatewayStatus]
        /// Of how many servers something is known.
        private(set) var known: Int
        var ourSide = OurSideState.fine
        /// Since when our side is as it is.
        var ourSideSince = Instant(milliseconds: 0)
        var changed: Set<Int> = []
        var hasChangedGateways = false
        var hasChangedOurSide = false
        /// What has changed since news were last taken; servers by their places, each said as it is then.
        var unheard = Unheard()
        /// What people have said of servers, by their places.
        var annotations: [Int: ServerAnnotations] = [:]
        /// Whether servers may share something else than when the causes were last taken.
        var hasNewCauses = false
        /// Whether something else is said of somebody than when the changes were last taken.
        var hasNews = false

        /// All servers but those that are muted.
        var heard: [ServerStatus] {
            annotations.isEmpty
                ? statuses : statuses.indices.filter { annotations[$0]?.mute == nil }.map { statuses[$0] }
        }

        init(servers: [Server], gateways: [Gateway]) {
            statuses = servers.map { ServerStatus(server: $0) }
            known = statuses.count(where: \.isKnown)
            self.gateways = gateways.map { GatewayStatus(gateway: $0) }
        }

        /// Changes a server, and remembers that it has changed.
        mutating func change(_ index: Int, _ change: (inout ServerStatus) -> Void) {
            known -= statuses[index].isKnown ? 1 : 0
            change(&statuses[index])
            known += statuses[index].isKnown ? 1 : 0
            changed.insert(index)
            unheard.servers.insert(index)
        }

        /// Notes what is said of somebody in the place of something else, which may be much the same.
        mutating func note(_ judgement: Judgement, after old: Judgement) {
            let isLikeBefore = judgement.saysTheSame(as: old)
            hasNewCauses = hasNewCauses || !isLikeBefore
            hasNews = hasNews || !isLikeBefore || judgement.cells != old.cells
        }

        /// What there is to ring for.
        var untaken: (ring: Ring?, causes: Bool, news: Bool) {
            let isChanged = !changed.isEmpty || hasChangedGateways || hasChangedOurSide
            return (hasNews ? .news : isChanged ? .change : nil, hasNewCauses, !unheard.isEmpty)
        }
    }

    /// What those who tell hooks have not heard of yet; never more than there are servers.
    private struct Unheard {
        var servers: Set<Int> = []
        var hasChangedGateways = false
        var hasChangedOurSide = false
        var causes: [SharedCause]?
        var annotations: [Server.ID: ServerAnnotations] = [:]

        var isEmpty: Bool {
            servers.isEmpty && !hasChangedGateways && !hasChangedOurSide && causes == nil && annotations.isEmpty
        }
    }

    /// How long before our side is found out to have trouble it may have had it.
    private static let foundOutAfter = Span.seconds(30)

    private let servers: [Server.ID: Int]
    private let gateways: [Gateway.ID: Int]
    /// The servers that each gateway stands before.
    private let behind: [Int: [Int]]
    private let content: Mutex<Content>
    private let now: @Sendable () -> Instant
    private let bell: AsyncStream<Ring>.Continuation
    /// Rings once when something has changed, once more when there are news, and not again before that was taken.
    let rings: AsyncStream<Ring>
    /// Rings once when servers may share something else, and not again before the causes were taken.
    let causeBell = Bell()
    /// Rings once when something has become known, and not again before the news were taken.
    let newsBell = Bell()

    init(
        servers: [Server], gateways: [Gateway] = [], now: @escaping @Sendable () -> Instant
    ) {
        let places = Dictionary(zip(gateways.map(\.id), gateways.indices), uniquingKeysWith: { first, _ in first })
        self.servers = Dictionary(zip(servers.map(\.id), servers.indices), uniquingKeysWith: { first, _ in first })
        self.gateways = places
        behind = Dictionary(
            grouping: servers.indices.filter { servers[$0].gatewayID.map { places[$0] != nil } ?? false },
            by: { servers[$0].gatewayID.flatMap { places[$0] } ?? 0 })
        self.now = now
        var content = Content(servers: servers, gateways: gateways)
        // Those behind a gateway are never probed directly; they say from the start that they wait for it.
        for index in servers.indices where servers[index].path == .gateway {
            let gateway = servers[index].gatewayID.flatMap { places[$0] }.map { content.gateways[$0] }
            let judgement = judge(nil, of: servers[index], gateway: gateway, now: now())
            content.change(index) { $0.judgement = judgement }
            content.hasNews = true
        }
        let ring = content.untaken.ring
        self.content = Mutex(content)
        (rings, bell) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        if let ring { bell.yield(ring) }
    }

    /// Takes what the prober has to tell.
    func take(_ result: ProbeResult) {
        change { content in
            switch result {
            case .server(let snapshot): take(snapshot, into: &content)
            case .gateway(let snapshot): take(snapshot, into: &content)
            case .ourSide(let state): take(state, into: &content)
            }
        }
    }

    /// Changes what is known, and rings for what there was nothing of before.
    ///
    /// It rings under the lock, or the ring of a change could come after that of later news, in whose place it would stand.
    private func change(_ body: (inout Content) -> Void) {
        content.withLock { content in
            let before = content.untaken
            body(&content)
            let after = content.untaken
            if let ring = after.ring, ring != before.ring { bell.yield(ring) }
            if after.causes, !before.causes { causeBell.ring() }
            if after.news, !before.news { newsBell.ring() }
        }
    }

    private func take(_ snapshot: ServerSnapshot, into content: inout Content) {
        guard let index = servers[snapshot.server] else { return }
        let judgement = judgement(of: index, snapshot, in: content)
        content.note(judgement, after: content.statuses[index].judgement)
        content.change(index) { $0.take(snapshot, judgement) }
    }

    /// A gateway's probe changes what is said of the servers behind it, and often it does not.
    private func take(_ snapshot: GatewaySnapshot, into content: inout Content) {
        guard let place = gateways[snapshot.gateway] else { return }
        let ourSide = self.ourSide(during: snapshot.ended, in: content)
        let judgement = judge(snapshot, of: content.gateways[place].gateway, ourSide: ourSide, now: now())
        content.note(judgement, after: content.gateways[place].judgement)
        content.gateways[place].take(snapshot, judgement)
        content.hasChangedGateways = true
        content.unheard.hasChangedGateways = true
        for index in behind[place] ?? [] { judgeAgain(index, in: &content) }
    }

    /// What failed while our side has trouble is judged by that, and again when it has none.
    private func take(_ state: OurSideState, into content: inout Content) {
        let isNew = !state.isSameTrouble(as: content.ourSide)
        content.ourSide = state
        content.hasChangedOurSide = true
        content.unheard.hasChangedOurSide = true
        // How late this machine is changes every second, and nothing that follows from that.
        guard isNew else { return }
        content.hasNews = true
        content.hasNewCauses = true
        content.ourSideSince = now()
        // What failed meanwhile stays unknown until its next probe: at once after a lost link or resolver, in its turn
        // after an overload, which a wave of probes would only prolong.
        guard state != .fine else { return }
        for gateway in content.gateways {
            if let snapshot = gateway.snapshot, snapshot.firstFailure != nil { take(snapshot, into: &content) }
        }
        for index in content.statuses.indices where content.statuses[index].snapshot?.firstFailure != nil {
            judgeAgain(index, in: &content)
        }
    }

    private func judgeAgain(_ index: Int, in content: inout Content) {
        let judgement = judgement(of: index, content.statuses[index].snapshot, in: content)
        let old = content.statuses[index].judgement
        guard judgement != old else { return }
        content.note(judgement, after: old)
        let now = now()
        content.change(index) { $0.take(judgement, at: now) }
    }

    private func judgement(of index: Int, _ snapshot: ServerSnapshot?, in content: Content) -> Judgement {
        let server = content.statuses[index].server
        let gateway = server.gatewayID.flatMap { gateways[$0] }.map { content.gateways[$0] }
        let ourSide = snapshot.map { self.ourSide(during: $0.ended, in: content) } ?? .fine
        return judge(snapshot, of: server, gateway: gateway, ourSide: ourSide, now: now())
    }

    /// How our side was when a probe ended: what it has now, when that may have begun by then.
    private func ourSide(during ended: Instant, in content: Content) -> OurSideState {
        ended >= content.ourSideSince - Self.foundOutAfter ? content.ourSide : .fine
    }

    /// Whether something is known of every server.
    var isEverybodyKnown: Bool { content.withLock { $0.known == $0.statuses.count } }

    /// What has changed since the last call.
    func takeChanges() -> Changes {
        content.withLock { content in
            let changes = Changes(
                servers: content.changed.map { content.statuses[$0] },
                gateways: content.hasChangedGateways ? content.gateways : [],
                ourSide: content.hasChangedOurSide ? content.ourSide : nil)
            content.changed.removeAll(keepingCapacity: true)
            content.hasChangedGateways = false
            content.hasChangedOurSide = false
            content.hasNews = false
            return changes
        }
    }

    /// What has become known since the last call, for one who tells others; it takes no change away from the screen.
    func takeNews() -> FleetNews {
        content.withLock { content in
            let unheard = content.unheard
            content.unheard = Unheard()
            return FleetNews(
                servers: unheard.servers.map { content.statuses[$0] },
                gateways: unheard.hasChangedGateways ? content.gateways : [],
                ourSide: unheard.hasChangedOurSide ? content.ourSide : nil, causes: unheard.causes,
                annotations: unheard.annotations)
        }
    }

    /// Whether servers may share something else than when the causes were last taken.
    var hasNewCauses: Bool { content.withLock(\.hasNewCauses) }

    /// What the failing servers share now; the bell of the causes may ring again.
    func takeCauses() -> CommonCauses {
        content.withLock { $0.hasNewCauses = false }
        let causes = causes()
        change { $0.unheard.causes = causes.causes }
        return causes
    }

    /// What the failing servers share now. The search is done on a copy, so that probes can go on telling.
    ///
    /// Muted servers count neither as failing nor as healthy: nobody wants to hear of them.
    func causes() -> CommonCauses {
        let content = content.withLock(\.self)
        return ReportComposition.causes(
            of: content.heard, gateways: content.gateways, ourSide: content.ourSide, at: now())
    }

    /// Takes what people have said of servers, in the place of what they had said before.
    func annotate(_ said: [Server.ID: ServerAnnotations]) {
        change { content in
            for (id, annotations) in said {
                content.unheard.annotations[id] = annotations
                guard let index = servers[id] else { continue }
                content.annotations[index] = annotations.isEmpty ? nil : annotations
            }
            content.hasNewCauses = true
        }
    }

    /// From which address most probes of the fleet left.
    var sourceAddress: String? {
        let (statuses, gateways) = content.withLock { ($0.statuses, $0.gateways) }
        return ReportComposition.sourceAddress(of: statuses, gateways)
    }

    /// These servers as they are now, in this order.
    func statuses(of ids: [Server.ID]) -> [ServerStatus] {
        overview(of: ids).statuses
    }

    /// Some servers and all gateways, and the counts of the whole fleet, all at the same moment.
    struct Overview: Sendable {
        var statuses: [ServerStatus]
        var gateways: [GatewayStatus]
        /// Without muted servers, as on the screen.
        var counts: StateCounts
        var attended: Attended
    }

    /// These servers in this order, all gateways, and the counts of the whole fleet, all at the same moment.
    func overview(of ids: [Server.ID]) -> Overview {
        content.withLock { content in
            Overview(
                statuses: ids.compactMap { servers[$0].map { content.statuses[$0] } }, gateways: content.gateways,
                counts: StateCounts(content.heard.map(\.judgement)), attended: Attended(content.annotations.values))
        }
    }
}

extension Judgement {
    /// Whether it says what another one says, as far as servers can be alike in it.
    fileprivate func saysTheSame(as other: Judgement) -> Bool {
        state == other.state && headline?.rule == other.headline?.rule && behind == other.behind
    }
}
