import FleetModel

/// Something of which a report says nothing, so that nobody takes silence for health.
struct Untested: Hashable {
    /// What was not tested.
    enum What: Hashable {
        /// Servers that users reach only through a gateway, which alone was probed.
        case behindGateway
        /// Servers that were not probed at all.
        case server
        case layer(Layer)
        case revocation
        case logOn

        /// Its name in labels and for programs.
        var name: String {
            switch self {
            case .behindGateway: "behind_gateway"
            case .server: "server"
            case .layer(let layer): layer.rawValue
            case .revocation: "revocation"
            case .logOn: "log_on"
            }
        }
    }

    let what: What
    /// Of how many servers.
    let servers: Int
    /// Of how many it could have been tested.
    let total: Int
    /// Why; nil when that is not known.
    var reason: String?

    /// Several of them in clauses, layers of as many servers together: `NLA and UDP (left out by --depth cycle)`.
    static func words(_ all: [Untested]) -> [String] {
        var groups: [[Untested]] = []
        for one in all {
            if let last = groups.last?.last, last.isTold(with: one) {
                groups[groups.count - 1].append(one)
            } else {
                groups.append([one])
            }
        }
        return groups.compactMap { group in
            group.last.map { last in
                let names = group.dropLast().map(\.subject)
                return (names.isEmpty ? "" : names.joined(separator: ", ") + " and ") + last.words
            }
        }
    }

    /// Whether both are layers of which there is the same to say.
    private func isTold(with other: Untested) -> Bool {
        guard case .layer = what, case .layer = other.what else { return false }
        return (servers < total) == (other.servers < other.total) && reason == other.reason
            && (servers == other.servers || servers == total)
    }

    /// The layer's name in the middle of a sentence.
    private var subject: String {
        guard case .layer(let layer) = what else { return words }
        switch layer {
        case .ping, .certificate, .gateway: return layer.title.lowercased()
        case .dns, .tcp, .x224, .tls, .nla, .udp: return layer.title
        }
    }

    /// The same in a clause: `UDP of 3 servers`.
    var words: String {
        switch what {
        case .behindGateway: "\(countedServers(servers)) behind a gateway: the gateway alone was probed"
        case .server: "\(countedServers(servers)): not probed yet"
        case .layer:
            subject + (servers < total ? " of \(countedServers(servers))" : "") + (reason.map { " (\($0))" } ?? "")
        case .revocation: "certificate revocation"
        case .logOn: "logging on, and all behind it: passwords, licences, profiles"
        }
    }
}

extension SnapshotReport {
    /// What was not tested, one item each: what this report leaves out, then what no probe tests.
    package var notTested: [String] {
        (cut.map { [$0.missing] } ?? []) + Untested.words(untested)
    }

    /// The same for programs, as the cells show it.
    var untested: [Untested] {
        var (behind, missing) = (0, 0)
        var tallies = Layer.allCases.map { _ in Tally() }
        for status in statuses {
            if status.server.path == .gateway {
                behind += 1
            } else if status.snapshot == nil {
                missing += 1
            } else {
                for layer in Layer.allCases { tallies[layer.index].add(status, layer) }
            }
        }
        // What was cut short has its own sentence.
        if cut != nil { missing = 0 }
        let servers = [(Untested.What.behindGateway, behind), (.server, missing)].filter { $0.1 > 0 }
        return servers.map { Untested(what: $0.0, servers: $0.1, total: statuses.count) }
            + zip(Layer.allCases, tallies).compactMap(untested)
            + [.revocation, .logOn].map { Untested(what: $0, servers: statuses.count, total: statuses.count) }
    }

    /// In how many servers a layer was tested, and in how many not.
    private struct Tally {
        var (left, forbidden, below, tried) = (0, 0, 0, 0)

        mutating func add(_ status: ServerStatus, _ layer: Layer) {
            switch status.judgement.cells[layer] {
            case .ok, .warning, .failed: tried += 1
            case .unknown: left += 1
            case .notApplicable: if status.isForbidden(layer) { forbidden += 1 }
            case .notReached: below += 1
            }
        }
    }

    private func untested(_ layer: Layer, _ tally: Tally) -> Untested? {
        let isLeftOut = isOneConnection && Self.beyondOneConnection.contains(layer)
        // What a failure below kept from being tried, its cell says; but this would not have been tried anyway.
        let servers = tally.left + tally.forbidden + (isLeftOut ? tally.below : 0)
        guard servers > 0 else { return nil }
        let reason =
            tally.forbidden > 0 ? "not permitted on this machine" : isLeftOut ? "left out by --depth cycle" : nil
        return Untested(what: .layer(layer), servers: servers, total: servers + tally.tried, reason: reason)
    }

    /// What is not part of the one connection that `--depth cycle` makes.
    private static let beyondOneConnection: Set<Layer> = [.nla, .udp]
}

extension ServerStatus {
    /// Whether this machine may not do what the layer needs.
    func isForbidden(_ layer: Layer) -> Bool {
        snapshot?.outcome(of: layer)?.failure == .ourFault(.notPermitted)
    }
}
