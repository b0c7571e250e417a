import Diagnosis
import Drawing
import FleetModel
import TestSupport

@testable import Dashboard

/// The fleet of the recorded screens: four sites that were watched for half an hour, judged by the rules of the program.
///
/// A gateway went down eleven minutes ago; the other troubles are older or younger than that, and have nothing to do with
/// it. One server has recovered, of one somebody takes care, and one waits for its first probe.
enum WatchedFleet {
    /// One probe of each server a minute; the last one ended at ``SampleFleet/probed``.
    static let probes = 30

    /// The screen after that half an hour.
    static func screen(_ size: Size, _ glyphs: Glyphs) -> Screen { whole.screen(size, glyphs) }

    /// The screen before the first answer.
    static func waiting(_ size: Size, _ glyphs: Glyphs) -> Screen { unprobed.screen(size, glyphs) }

    /// Servers with which nothing is wrong.
    static func healthy(_ size: Size, _ glyphs: Glyphs) -> Screen { calm.screen(size, glyphs) }

    /// The same fleet when this machine has lost its link a minute before the end.
    static func cutOff(_ size: Size, _ glyphs: Glyphs) -> Screen { cut.screen(size, glyphs) }

    /// A server with what the next probe would see of it if nothing were wrong.
    static func recovered(_ name: String) -> [ServerStatus] {
        servers.filter { $0.server.name == name }.map { watched in
            var healthy = watched
            healthy.trouble = nil
            let ended = SampleFleet.now + .seconds(40)
            let snapshot = healthy.snapshot(probe: 0, at: ended)
            return ServerStatus(
                server: watched.server, snapshot: snapshot, judgement: judge(snapshot, of: watched.server, now: ended),
                since: ended, previous: .down)
        }
    }

    // MARK: The half hour

    private static let whole = Boards { watched(servers, gateways, $0) }
    private static let cut = Boards { watched(servers, gateways, $0, cutOffFrom: probes - 2) }
    private static let unprobed = Boards { glyphs in
        var state = begun(servers, gateways, glyphs)
        _ = state.apply(.tick(time(of: 0) - .seconds(1)))
        return state
    }
    private static let calm = Boards { glyphs in
        let calm = servers.filter { watched in
            let ends = watched.certificate.leaf.notAfter ?? SampleFleet.now
            return watched.trouble == nil && watched.server.path == .direct && !watched.isWaiting
                && ends > SampleFleet.now + .days(30)
        }
        return watched(calm, [], glyphs)
    }

    /// One board in both sorts of glyphs, watched once however many screens are drawn of it.
    private struct Boards {
        let unicode: DashboardState
        let ascii: DashboardState

        init(_ board: (Glyphs) -> DashboardState) {
            unicode = board(.unicode)
            ascii = board(.ascii)
        }

        func screen(_ size: Size, _ glyphs: Glyphs) -> Screen {
            var state = glyphs == .unicode ? unicode : ascii
            _ = state.apply(.resized(size))
            return Screen(state)
        }
    }

    private static func begun(
        _ servers: [WatchedServer], _ gateways: [WatchedGateway], _ glyphs: Glyphs
    ) -> DashboardState {
        var setup = DashboardSetup(
            fleetName: "prod-eu", version: "0.1.0", glyphs: glyphs, user: "kim",
            privileges: "user 1000; may open raw sockets (CAP_NET_RAW), which only ping uses",
            configurationNote: "Keys and looks are from /home/kim/.config/rdptop/config.yaml")
        setup.offset = { _ in .hours(1) }
        setup.explainer = .diagnosis
        setup.formats = .sample
        return DashboardState(
            setup, servers: servers.map(\.server), gateways: gateways.map(\.gateway),
            size: Size(width: 80, height: 24), now: time(of: 0) - .seconds(2))
    }

    /// When a probe ended.
    private static func time(of probe: Int) -> Instant { SampleFleet.probed - .minutes(Int64(probes - 1 - probe)) }

    private static func watched(
        _ servers: [WatchedServer], _ gateways: [WatchedGateway], _ glyphs: Glyphs, cutOffFrom: Int? = nil
    ) -> DashboardState {
        var state = begun(servers, gateways, glyphs)
        var behind = gateways.map { GatewayStatus(gateway: $0.gateway) }
        var statuses = servers.map { ServerStatus(server: $0.server) }
        for probe in 0..<probes {
            let now = time(of: probe)
            let isCutOff = cutOffFrom.map { probe >= $0 } ?? false
            let ourSide: OurSideState = isCutOff ? .linkDown : .fine
            _ = state.apply(.tick(now))
            for (place, gateway) in gateways.enumerated() {
                let seen = isCutOff ? gateway.silence(at: now) : gateway.snapshot(probe: probe, at: now)
                let snapshot = seen.following(behind[place].snapshot)
                behind[place].take(snapshot, judge(snapshot, of: gateway.gateway, ourSide: ourSide, now: now))
            }
            _ = state.apply(.gateways(behind))
            for (place, watched) in servers.enumerated() where !watched.isWaiting {
                let gateway = behind.first { $0.gateway.id == watched.server.gatewayID }
                guard watched.server.path != .gateway else {
                    let judgement = judge(nil, of: watched.server, gateway: gateway, ourSide: ourSide, now: now)
                    statuses[place].take(judgement, at: now)
                    continue
                }
                var trying = watched
                if isCutOff { trying.trouble = (.silent, 0..<probes) }
                let snapshot = trying.snapshot(probe: probe, at: now).following(statuses[place].snapshot)
                let judgement = judge(snapshot, of: watched.server, gateway: gateway, ourSide: ourSide, now: now)
                statuses[place].take(snapshot, judgement)
            }
            if isCutOff {
                _ = state.apply(.ourSide("our own link seems down: what fails now is unknown, not down"))
            }
            _ = state.apply(.statuses(zip(servers, statuses).filter { !$0.0.isWaiting }.map(\.1)))
            if probe == 5 { acknowledge(statuses, at: now, in: &state) }
        }
        let byName = Dictionary(behind.map { ($0.gateway.id, $0) }, uniquingKeysWith: { first, _ in first })
        let shared = commonCauses(
            of: statuses, gateways: byName, ourSide: cutOffFrom == nil ? .fine : .linkDown, at: SampleFleet.now)
        _ = state.apply(.causes(shared.causes))
        _ = state.apply(.tick(SampleFleet.now))
        return state
    }

    private static func acknowledge(_ statuses: [ServerStatus], at now: Instant, in state: inout DashboardState) {
        guard let status = statuses.first(where: { $0.server.name.hasPrefix("rdsh-nyc-101") }),
            let problem = Problem(status.judgement)
        else { return }
        let annotation = Annotation(.acknowledgement(problem), by: "kim", reason: "DNS ticket 4711", at: now)
        _ = state.apply(.annotations([status.server.id: ServerAnnotations(acknowledgement: annotation)]))
    }
}

extension Explainer {
    /// Knows what the program's explainer knows.
    fileprivate static let diagnosis = Explainer(
        answer: { text, rows, now in Diagnosis.answer(toCode: text, in: rows, at: now) },
        refutations: { status, gateway, now in Diagnosis.refutations(of: status, gateway: gateway, now: now) },
        regressions: { status in RegressionTable.regressions(concerning: status).map(\.line) })
}
