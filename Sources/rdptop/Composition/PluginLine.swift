import ArgumentParser
import FleetModel
import Foundation
import Reports

/// The line with which a plugin says that it has no report: `RDP UNKNOWN - hosts.yaml: there is no such file`.
struct PluginLine: Equatable {
    let state: NagiosState
    /// Without a line break, and without a character that its readers take for more than text.
    let text: String

    /// The longest line that every scheduler takes whole.
    private static let limit = 200

    init(_ state: NagiosState, _ text: String) {
        self.state = state
        let lines = text.split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " } }.joined(separator: "; ")
        self.text = CleanText.clean(pluginText(lines), limit: Self.limit)
    }

    /// The exit status.
    var status: ExitCode { ExitCode(state.exitStatus) }

    /// Says it and ends the process when so much time has passed, whatever the process is doing then: the last resort for
    /// what no cancelling ends, such as a fleet file on a file server that is gone.
    func sayAndEnd(after delay: Duration) {
        Thread.detachNewThread {
            Thread.sleep(forTimeInterval: TimeInterval(delay.components.seconds))
            self.print()
            _exit(state.exitStatus)
        }
    }

    /// Writes it to standard output, where schedulers look for it; to standard error when that takes nothing.
    func print() {
        var output = StandardOutput()
        output.write("RDP \(state.word) - \(text)\n")
        output.flush()
        if output.isClosed { StandardError.write("rdptop: \(text)") }
    }
}
