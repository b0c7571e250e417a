import Diagnosis
import FleetModel
import ProbeEngine
import Synchronization

/// What is known of every server now: probes write into it from any thread, the screen takes what has changed.
///
/// It is pulled: however many servers change between two frames, there is one ring and one batch.
final class LiveBoard: Sendable {
    private struct Content {
        var statuses: [ServerStatus]
        var changed: Set<Int> = []
    }

    private let servers: [Server.ID: Int]
    private let content: Mutex<Content>
    private let now: @Sendable () -> Instant
    private let bell: AsyncStream<Void>.Continuation

    /// Rings once when something has changed, and not again before that was taken.
    let rings: AsyncStream<Void>

    init(servers: [Server], now: @escaping @Sendable () -> Instant) {
        self.servers = Dictionary(zip(servers.map(\.id), servers.indices), uniquingKeysWith: { first, _ in first })
        self.now = now
        var content = Content(statuses: servers.map { ServerStatus(server: $0) })
        // These are never probed directly, so nothing would ever be said of them.
        for index in servers.indices where servers[index].path == .gateway {
            content.statuses[index].judgement = judge(nil, of: servers[index], now: now())
            content.changed.insert(index)
        }
        let hasChanges = !content.changed.isEmpty
        self.content = Mutex(content)
        (rings, bell) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        if hasChanges { bell.yield() }
    }

    /// Takes what the prober has to tell.
    func take(_ result: ProbeResult) {
        switch result {
        case .server(let snapshot): take(snapshot)
        case .gateway, .ourSide: return
        }
    }

    /// Takes a probe and judges it.
    func take(_ snapshot: ServerSnapshot) {
        guard let index = servers[snapshot.server] else { return }
        let isFirst = content.withLock { content in
            let judgement = judge(snapshot, of: content.statuses[index].server, now: now())
            content.statuses[index].take(snapshot, judgement)
            content.changed.insert(index)
            return content.changed.count == 1
        }
        if isFirst { bell.yield() }
    }

    /// What has changed since the last call.
    func takeChanges() -> [ServerStatus] {
        content.withLock { content in
            let changes = content.changed.map { content.statuses[$0] }
            content.changed.removeAll(keepingCapacity: true)
            return changes
        }
    }

    /// These servers as they are now, in this order.
    func statuses(of ids: [Server.ID]) -> [ServerStatus] {
        statusesAndCounts(of: ids).statuses
    }

    /// These servers in this order, and the counts of the whole fleet at the same moment.
    func statusesAndCounts(of ids: [Server.ID]) -> (statuses: [ServerStatus], counts: StateCounts) {
        content.withLock { content in
            (
                ids.compactMap { servers[$0].map { content.statuses[$0] } },
                StateCounts(content.statuses.lazy.map(\.judgement))
            )
        }
    }
}
