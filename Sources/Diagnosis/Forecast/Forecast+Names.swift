import FleetModel

extension ForecastTable {
    /// The server's name becomes an address.
    static let names: [ForecastRule] = [
        ForecastRule("not-probed") { seen in
            guard seen.snapshot == nil else { return nil }
            return .unknown("the server was not probed", "The server was not probed.")
        },
        ForecastRule("name-address") { seen in
            guard seen.server.needsNoName else { return nil }
            return .passes("An address: there is no name to look up.")
        },
        ForecastRule("name-stale") { seen in
            guard seen.snapshot?.dns?.facts?.isStale == true else { return nil }
            return .passes("No name server answers here; an earlier answer is used.", .possible)
        },
        ForecastRule("name-unknown") { seen in
            let name = seen.status.server.resolvedName
            switch seen.failure(at: .dns) {
            case .noSuchName:
                return .stops(
                    "the name does not exist", "The name servers asked from here say that \(name) does not exist.",
                    [UserCode(0x104), UserCode(0x208)])
            case .noAddress:
                return .stops(
                    "the name has no address", "\(name) exists, and has no address.",
                    [UserCode(0x104), UserCode(0x208)])
            case .resolverError, .resolverSilent:
                return .unknown(
                    "the name servers do not answer here",
                    "The name servers do not answer here; those of the user may. If not, the user sees 0x104.")
            case .some:
                return .unknown("the name was not found from here", "The name could not be looked up from here.")
            case nil: return nil
            }
        },
        ForecastRule("name-found") { seen in
            guard let facts = seen.snapshot?.dns?.facts else { return nil }
            return .passes("\(facts.name) is \(facts.addresses.prefix(3).map(\.description).joined(separator: ", ")).")
        },
    ]
}
