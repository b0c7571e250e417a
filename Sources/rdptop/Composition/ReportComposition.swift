import Diagnosis
import FleetModel
import ProbeEngine
import Foundation
import Reports

/// Makes reports out of what is known, and writes them.
enum ReportComposition {
    /// A report of some servers.
    ///
    /// - Parameters:
    ///   - statuses: In the order in which they are to stand.
    ///   - gateways: All of the fleet.
    ///   - counts: Of the whole fleet when all of it was probed, whatever a filter left out.
    ///   - causes: What the failing servers of the whole fleet share.
    ///   - fleet: For its name.
    ///   - isDemo: Whether it is simulated.
    ///   - command: The command line that makes it again.
    ///   - filter: As typed; empty for none.
    ///   - leftOut: How many servers the filter left out.
    ///   - order: In words; nil for the order of the file.
    ///   - now: When.
    /// - Returns: The report, ready for any format.
    static func report(
        of statuses: [ServerStatus], gateways: [GatewayStatus] = [], counts: StateCounts,
        causes: CommonCauses = .none, fleet: Fleet, isDemo: Bool = false, command: String,
        filter: String = "", leftOut: Int = 0, order: String? = nil, at now: Instant
    ) -> SnapshotReport {
        SnapshotReport(
            fleetName: fleet.name, version: Version.text, at: now, commandLine: command,
            filter: filter.isEmpty ? nil : filter, leftOut: leftOut, order: order, statuses: statuses,
            gateways: gateways, counts: counts,
            causes: causes, sourceAddress: sourceAddress(of: statuses, gateways), isDemo: isDemo)
    }

    /// The address from which most probes left; the lower in the order of texts when two are alike, and nil when no
    /// probe connected.
    static func sourceAddress(of statuses: [ServerStatus], _ gateways: [GatewayStatus]) -> String? {
        let sources =
            statuses.lazy.compactMap { $0.snapshot?.tcp?.facts?.local?.address }
            + gateways.lazy.compactMap { $0.snapshot?.tcp?.facts?.local?.address }
        let counts = Dictionary(sources.map { ($0, 1) }, uniquingKeysWith: +)
        return counts.map { (count: $0.value, text: $0.key.description) }
            .max { ($0.count, $1.text) < ($1.count, $0.text) }?.text
    }

    /// Writes a report to a new file and says in one line how that went.
    static func write(_ report: SnapshotReport, _ format: String, to path: String) -> String {
        guard let format = ReportTable.format(named: format) else { return "there is no format \(format)" }
        do throws(ReportFile.Mistake) {
            let written = try ReportFile.write(to: path) { format.write(report, to: &$0) }
            let frozen = report.frozenUntil.map { _ in ", as they were at \(report.at.timeText)Z" } ?? ""
            return "wrote \(counted(report.statuses.count, "server"))\(frozen) to \(written)"
        } catch {
            return "nothing written: \(error)"
        }
    }

    /// What the failing servers share.
    static func causes(
        of statuses: [ServerStatus], gateways: [GatewayStatus], ourSide: OurSideState, at now: Instant
    ) -> CommonCauses {
        let byName = Dictionary(gateways.map { ($0.gateway.id, $0) }, uniquingKeysWith: { first, _ in first })
        return commonCauses(of: statuses, gateways: byName, ourSide: ourSide, at: now)
    }

    /// What one sweep saw of a fleet, judged; since when is left open, as one look cannot tell.
    static func statuses(
        of result: SweepResult, in fleet: Fleet, at now: Instant
    ) -> (servers: [ServerStatus], gateways: [GatewayStatus]) {
        let seenGateways = Dictionary(result.gateways.map { ($0.gateway, $0) }, uniquingKeysWith: { _, last in last })
        let gateways = fleet.gateways.map { gateway in
            let snapshot = seenGateways[gateway.id]
            return GatewayStatus(
                gateway: gateway, snapshot: snapshot,
                judgement: judge(snapshot, of: gateway, ourSide: result.ourSide, now: now))
        }
        let byName = Dictionary(gateways.map { ($0.gateway.id, $0) }, uniquingKeysWith: { first, _ in first })
        let seenServers = Dictionary(result.servers.map { ($0.server, $0) }, uniquingKeysWith: { _, last in last })
        let servers = fleet.servers.map { server in
            let snapshot = seenServers[server.id]
            let judgement = judge(
                snapshot, of: server, gateway: server.gatewayID.flatMap { byName[$0] }, ourSide: result.ourSide,
                now: now)
            return ServerStatus(server: server, snapshot: snapshot, judgement: judgement)
        }
        return (servers, gateways)
    }
}
