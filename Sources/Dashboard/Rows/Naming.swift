import FleetModel

/// What stands for a server in the list.
enum Naming: Sendable, CaseIterable {
    /// Its name without the domain, where that leaves no two alike.
    case short
    /// Its name as the fleet file has it.
    case full
    /// The address at which it answered last, or that the fleet file gives; its name until one is known.
    case address

    /// The next one, for a key that steps through them.
    var next: Naming {
        switch self {
        case .short: .full
        case .full: .address
        case .address: .short
        }
    }

    /// What it shows, in words.
    var words: String {
        switch self {
        case .short: "names without domain"
        case .full: "full names"
        case .address: "addresses; names where none is known"
        }
    }

    /// What stands for a row.
    func name(of index: Rows.Index, in rows: Rows) -> String {
        switch self {
        case .short: return rows.displayName(index)
        case .full: return rows[index].server.displayName
        case .address:
            let status = rows[index]
            let seen = status.snapshot?.tcp?.facts?.attempts.last?.peer.address
            guard let address = seen ?? status.server.address else { return rows.displayName(index) }
            let text = "\(address)"
            guard status.server.port != Server.defaultPort else { return text }
            return text.contains(":") ? "[\(text)]:\(status.server.port)" : "\(text):\(status.server.port)"
        }
    }

    /// The cells of the longest of them; for addresses those of IPv4 with a port, as looking at all takes too long.
    func longest(in rows: Rows) -> Int {
        switch self {
        case .short: rows.longestName
        case .full: rows.longestFullName
        case .address: 21
        }
    }
}
