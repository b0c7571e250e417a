internal import FleetModel

/// The replies to the two queries for one name.
struct ReplyPair: Sendable, Hashable {
    var ipv4: QueryReply?
    var ipv6: QueryReply?

    subscript(family: AddressFamily) -> QueryReply? {
        get {
            switch family {
            case .ipv4: ipv4
            case .ipv6: ipv6
            }
        }
        set {
            switch family {
            case .ipv4: ipv4 = newValue
            case .ipv6: ipv6 = newValue
            }
        }
    }

    /// Whether both have come.
    var isComplete: Bool { ipv4 != nil && ipv6 != nil }

    /// Both kinds of addresses, IPv4 first.
    var addresses: [IPAddress] { AddressFamily.allCases.flatMap { self[$0]?.answer.addresses ?? [] } }

    /// The smallest TTL of the answers that have addresses, in seconds.
    var ttl: UInt32? {
        AddressFamily.allCases.compactMap { self[$0]?.answer }.filter { !$0.addresses.isEmpty }.compactMap(\.ttl).min()
    }

    /// Whether each of them is a definite answer about the name: NOERROR or NXDOMAIN.
    var isDefinite: Bool {
        AddressFamily.allCases.allSatisfy { self[$0]?.answer.responseCode == 0 || self[$0]?.answer.responseCode == 3 }
    }

    /// Why the name has no address, by what is worst of the two; nil when it has one.
    ///
    /// | A, AAAA in either order | failure |
    /// | --- | --- |
    /// | an address in either | none |
    /// | an error code (SERVFAIL, REFUSED, …) in either | `resolverError`, that of the A query first |
    /// | a message that cannot be read in either | `malformed` |
    /// | NXDOMAIN and silence | `noSuchName`, for NXDOMAIN holds for every type (RFC 8020) |
    /// | silence in either | `resolverSilent` |
    /// | NOERROR without data in either | `noAddress` |
    /// | NXDOMAIN in both | `noSuchName` |
    var failure: LayerFailure? {
        guard addresses.isEmpty else { return nil }
        let verdicts = AddressFamily.allCases.map { verdict(self[$0]) }
        for verdict in verdicts {
            if case .resolverError = verdict { return verdict }
        }
        if verdicts.contains(.malformed) { return .malformed }
        if verdicts.contains(.resolverSilent) {
            return verdicts.contains(.noSuchName) ? .noSuchName : .resolverSilent
        }
        return verdicts.contains(.noAddress) ? .noAddress : .noSuchName
    }

    private func verdict(_ reply: QueryReply?) -> LayerFailure {
        switch reply {
        case .answer(let answer):
            switch answer.responseCode {
            case 0: return .noAddress
            case 3: return .noSuchName
            case .some(let code): return .resolverError(code)
            case nil: return .resolverSilent
            }
        case .garbage: return .malformed
        case .silence, nil: return .resolverSilent
        }
    }
}
