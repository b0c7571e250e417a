import FleetModel
import Foundation
import ProbeEngine

/// Everything that sends packets for a fleet, built once: resolver, authorities, ladders, and what follows a probe.
struct ProbeTools: Sendable {
    /// Climbs servers.
    let ladder: Ladder
    /// Climbs servers as far as is looked at in every cycle.
    let shallowLadder: Ladder
    /// Climbs gateways.
    let gateways: GatewayLadder
    /// Does what follows a probe.
    let followUps: FollowUpProber
    /// Runs the schedule of a prober.
    let scheduling: any TaskExecutor

    private let audit: (@Sendable (AuditEntry) -> Void)?

    /// Builds them.
    ///
    /// - Parameters:
    ///   - fleet: For its resolvers and authorities.
    ///   - depth: How far probes go.
    ///   - audit: Gets an entry for each connection and exchange; nil when nobody keeps them.
    ///   - recording: Takes what goes over the wire; nil when nobody records.
    /// - Throws: An error of an authority file, or of a resolver, socket or library that cannot be set up.
    init(
        for fleet: Fleet, depth: ProbeDepth, audit: (@Sendable (AuditEntry) -> Void)? = nil,
        recording: WireLog? = nil
    ) throws {
        // First: the system needs a moment until it stamps what comes to its sockets.
        let pinger = Pinger(now: WallClock.now)
        let resolver = try CAresResolver(servers: fleet.resolvers, now: WallClock.now)
        let examiners = try CertificateExaminers(for: fleet.servers, and: fleet.gateways)
        var wire: WireObserver?
        var keyLog: (@Sendable (String) -> Void)?
        if let recording {
            wire = { recording.record($0, $1) }
            keyLog = { recording.keep(secret: $0) }
        }
        let runner = ProbeRunner(wire: wire)
        scheduling = runner.scheduling
        let watch = try SocketWatch()
        func ladder(_ depth: ProbeDepth) throws -> Ladder {
            try Ladder(
                resolver: resolver, examiners: examiners, cadence: Cadence(depth: depth), pinger: pinger,
                runner: runner, keyLog: keyLog, now: WallClock.now)
        }
        self.ladder = try ladder(depth)
        shallowLadder = try ladder(.cycle)
        gateways = try GatewayLadder(
            resolver: resolver, examiners: examiners, runner: runner, audit: audit, now: WallClock.now)
        followUps = try FollowUpProber(
            resolver: resolver, runner: runner, watch: watch, audit: audit, wire: wire, now: WallClock.now)
        self.audit = audit
    }

    /// What a prober does with them.
    ///
    /// - Parameter archive: Keeps what failed; nil when nobody will ask for it.
    /// - Returns: The probes, noted in the audit log.
    func actions(keeping archive: ExchangeArchive?) -> ProbeActions {
        var actions = archive?.recording(ladder, gateways, followUps) ?? actions
        guard audit != nil else { return actions }
        let probe = actions.probe
        actions.probe = { server, earlier, pass in
            let snapshot = await probe(server, earlier, pass)
            note(AuditEntry.entries(of: snapshot))
            return snapshot
        }
        return actions
    }

    private var actions: ProbeActions {
        ProbeActions(
            probe: { server, earlier, pass in
                await ladder.climb(server, after: earlier, pass: pass)
            },
            followUp: { followUp, server, snapshot in
                await followUps.perform(followUp, on: server, after: snapshot)
            },
            climbGateway: { gateway, earlier, pass in
                await gateways.climb(gateway, after: earlier, pass: pass)
            })
    }

    /// Adds entries to the audit log, if there is one.
    func note(_ entries: [AuditEntry]) {
        guard let audit else { return }
        for entry in entries { audit(entry) }
    }
}
