/// One step towards a repair: what to do, where, with which command, and what it risks.
package struct Remedy: Sendable, Hashable, Codable {
    /// How much a step may change; the order in which steps are offered.
    package enum Rank: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
        /// Looks, and changes nothing.
        case check
        /// Changes what is wrong, and nothing else.
        case fix
        /// Ends sessions, or touches more than what is wrong.
        case disruptive
        /// Makes the server or its clients easier to attack; never without its risk and the way back.
        case weakening

        /// Whether `left` is to be tried before `right`.
        package static func < (left: Rank, right: Rank) -> Bool { left.order < right.order }

        private var order: Int {
            switch self {
            case .check: 0
            case .fix: 1
            case .disruptive: 2
            case .weakening: 3
            }
        }
    }

    /// Where a step is done.
    package enum Place: String, Sendable, Hashable, Codable, CaseIterable {
        /// On the machine that runs rdptop, or in its fleet file.
        case here
        case server
        case gateway
        case client
        /// On the name servers.
        case dns
        /// On whatever is between: firewalls, proxies, load balancers, hypervisors.
        case between
    }

    /// What reads a command.
    package enum Shell: String, Sendable, Hashable, Codable, CaseIterable {
        /// PowerShell; programs of Windows such as `qwinsta` run in it, too.
        case powershell
        /// A Unix shell.
        case sh
    }

    /// How much it may change.
    package var rank: Rank
    /// Where it is done.
    package var place: Place
    /// The software of the server that it is for; nil for any.
    package var software: ServerSoftware?
    /// What to do, in a sentence without its full stop.
    package var text: String
    /// The exact command; nil when there is none. `{server}`, `{port}`, `{target}` (both, as one argument) and `{gateway}`
    /// stand for the names that ``filled(_:)`` puts there.
    package var command: String?
    /// What reads the command.
    package var shell: Shell
    /// What it may break, in a clause; nil when nothing.
    package var risk: String?
    /// The way back: a command or a sentence; nil when there is nothing to take back.
    package var undo: String?

    /// Creates a step; the bounds of its texts are the caller's to keep.
    package init(
        _ rank: Rank, at place: Place, for software: ServerSoftware? = nil, _ text: String, run command: String? = nil,
        in shell: Shell = .powershell, risk: String? = nil, undo: String? = nil
    ) {
        self.rank = rank
        self.place = place
        self.software = software
        self.text = text
        self.command = command
        self.shell = shell
        self.risk = risk
        self.undo = undo
    }

    /// The step in one line: what to do, what it risks, and after the last `: ` the command.
    package var line: String { lead + (command.map { ": \($0)" } ?? "") }
}

/// What a server runs, as far as its answers tell.
package enum ServerSoftware: String, Sendable, Hashable, Codable, CaseIterable {
    case windows, xrdp
}
