import ArgumentParser
import FleetModel

/// The exit statuses that scripts and monitoring read.
enum ExitStatus {
    /// Wrong arguments (EX_USAGE of sysexits.h).
    static let usage = ExitCode(64)
    /// A file could not be written (EX_CANTCREAT).
    static let cannotWrite = ExitCode(73)
    /// A wrong or missing fleet file (EX_CONFIG).
    static let configuration = ExitCode(78)

    /// Ended in order because of a signal, told as shells tell it: 128 and the signal's number.
    static func endedBy(signal: Int32) -> ExitCode { ExitCode(128 + signal) }

    /// The worst of a fleet, in the order down 2, unknown 3, warning 1, ok 0.
    static func worst(of states: some Sequence<ServerState>) -> ExitCode {
        let states = Set(states)
        if states.contains(.down) { return ExitCode(2) }
        if states.contains(.unknown) || states.contains(.unconfirmed) { return ExitCode(3) }
        return ExitCode(states.contains(.warning) ? 1 : 0)
    }
}
