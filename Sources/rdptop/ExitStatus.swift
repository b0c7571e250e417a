import ArgumentParser
import FleetModel
import Reports

/// The exit statuses that scripts and monitoring read.
enum ExitStatus {
    /// A hook did not take a sample.
    static let hookFailed = ExitCode(1)
    /// Wrong arguments (EX_USAGE of sysexits.h).
    static let usage = ExitCode(64)
    /// A file could not be written (EX_CANTCREAT).
    static let cannotWrite = ExitCode(73)
    /// A wrong or missing fleet file (EX_CONFIG).
    static let configuration = ExitCode(78)

    /// Ended in order because of a signal, told as shells tell it: 128 and the signal's number.
    static func endedBy(signal: Int32) -> ExitCode { ExitCode(128 + signal) }

    /// Of what a report is about: of mstsc when the question was about its file, else the worst of servers and gateways.
    /// Unknown when a filter has left no server, as nothing is known then of what was asked for.
    static func of(_ report: SnapshotReport) -> ExitCode {
        // What else is wrong with server or gateway is in the report.
        if let forecast = report.forecast { return worst(of: [forecast.ending.state]) }
        if report.isEmptyByFilter { return worst(of: [.unknown]) }
        return worst(of: report.statuses.map(\.judgement.state) + report.gateways.map(\.judgement.state))
    }

    /// The worst of some states, in the order down 2, unknown 3, warning 1, ok 0.
    static func worst(of states: some Sequence<ServerState>) -> ExitCode {
        let states = Set(states)
        if states.contains(.down) { return ExitCode(2) }
        if states.contains(.unknown) || states.contains(.unconfirmed) { return ExitCode(3) }
        return ExitCode(states.contains(.warning) ? 1 : 0)
    }
}
