import ArgumentParser
import FleetModel

/// The line with which a plugin says that it has no report: `RDP UNKNOWN - hosts.yaml: there is no such file`.
struct PluginLine: Equatable {
    /// The states of a plugin that is not satisfied with itself, with their exit statuses.
    enum State: Int32 {
        case critical = 2
        case unknown = 3
    }

    let state: State
    /// Without a line break, and without the bar that would begin performance data.
    let text: String

    /// The longest line that every scheduler takes whole.
    private static let limit = 200

    init(_ state: State, _ text: String) {
        self.state = state
        let lines = text.split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " } }.joined(separator: "; ")
        self.text = CleanText.clean(lines.replacing("|", with: "/"), limit: Self.limit)
    }

    /// The exit status.
    var status: ExitCode { ExitCode(state.rawValue) }

    /// Writes it to standard output, where schedulers look for it.
    func print() {
        var output = StandardOutput()
        output.write("RDP \(state == .critical ? "CRITICAL" : "UNKNOWN") - \(text)\n")
        output.flush()
    }
}
