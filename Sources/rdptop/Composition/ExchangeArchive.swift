import FleetModel
import ProbeEngine
import Synchronization

/// The failed exchanges of a session: records every probe, and keeps those that fail.
final class ExchangeArchive: Sendable {
    private let kept = Mutex(FailedExchanges())

    /// The last failed exchange of the first of these that has one; nil when none has.
    func last(of targets: [FailedExchange.Target]) -> FailedExchange? {
        kept.withLock { kept in targets.first { kept[$0] != nil }.flatMap { kept[$0] } }
    }

    /// The same actions, recorded.
    ///
    /// - Parameters:
    ///   - ladder: Climbs servers.
    ///   - gateways: Climbs gateways.
    ///   - followUps: Does what follows a probe.
    /// - Returns: What a prober does with them.
    func recording(_ ladder: Ladder, _ gateways: GatewayLadder, _ followUps: FollowUpProber) -> ProbeActions {
        ProbeActions(
            probe: { server, earlier, pass in
                let recorder = ExchangeRecorder()
                let snapshot = await ladder.climb(
                    server, after: earlier, pass: pass, observe: recorder.steps, wire: recorder.wire)
                self.keepIfFailed(snapshot, after: earlier, recorder)
                return snapshot
            },
            followUp: { followUp, server, snapshot in
                guard self.isWorthRecording(followUp, of: server, after: snapshot) else {
                    return await followUps.perform(followUp, on: server, after: snapshot)
                }
                let (recorder, began) = (ExchangeRecorder(), WallClock.now())
                let result = await followUps.perform(
                    followUp, on: server, after: snapshot, observe: recorder.steps, wire: recorder.wire)
                self.keep(followUp, began, of: server, result, recorder)
                return result
            },
            climbGateway: { gateway, earlier, pass in
                let recorder = ExchangeRecorder()
                let snapshot = await gateways.climb(
                    gateway, after: earlier, pass: pass, observe: recorder.steps, wire: recorder.wire)
                self.keepIfFailed(snapshot, after: earlier, recorder)
                return snapshot
            })
    }

    private func keepIfFailed(
        _ snapshot: ServerSnapshot, after earlier: ServerSnapshot?, _ recorder: ExchangeRecorder
    ) {
        if snapshot.isFailedExchange { keep(.server(snapshot.following(earlier)), recorder) }
    }

    private func keepIfFailed(
        _ snapshot: GatewaySnapshot, after earlier: GatewaySnapshot?, _ recorder: ExchangeRecorder
    ) {
        if snapshot.isFailedExchange { keep(.gateway(snapshot.following(earlier)), recorder) }
    }

    private func keep(_ subject: FailedExchange.Subject, _ recorder: ExchangeRecorder) {
        let exchange = FailedExchange(subject, recorder.content)
        kept.withLock { $0.keep(exchange) }
    }

    /// What followed a failed probe belongs to it; datagrams that stay unanswered where UDP is expected fail by themselves.
    private func isWorthRecording(_ followUp: FollowUp, of server: Server, after snapshot: ServerSnapshot) -> Bool {
        switch followUp {
        case .companion: holds(server, snapshot)
        case .udp: server.policy.expectedUDP == true || holds(server, snapshot)
        // Other questions than a client's, and a dozen of them.
        case .variant, .name, .lastAddress: false
        }
    }

    private func keep(
        _ followUp: FollowUp, _ began: Instant, of server: Server, _ snapshot: ServerSnapshot,
        _ recorder: ExchangeRecorder
    ) {
        if holds(server, snapshot) {
            let record = recorder.content
            kept.withLock {
                $0.append(
                    record, title: followUp.announcement, at: began, to: .server(server.id), of: snapshot.began)
            }
        } else if followUp == .udp, let failure = snapshot.udp?.failure, !failure.isOurFault {
            keep(.server(snapshot), recorder)
        }
    }

    private func holds(_ server: Server, _ snapshot: ServerSnapshot) -> Bool {
        kept.withLock { $0.holds(.server(server.id), of: snapshot.began) }
    }
}
