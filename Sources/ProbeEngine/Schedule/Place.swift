/// What a visitor holds while it is admitted.
enum Place: Sendable, Hashable, CaseIterable {
    /// It looks up a name, and has no connection yet.
    case resolving
    /// Its SYN is not expected to be answered.
    case pending
    /// Its connection is open, or expected to be soon.
    case established
}

/// How many places of each kind are taken.
struct PlaceCounts: Sendable, Hashable {
    private var resolving = 0
    private var pending = 0
    private var established = 0

    subscript(place: Place) -> Int {
        get {
            switch place {
            case .resolving: resolving
            case .pending: pending
            case .established: established
            }
        }
        set {
            switch place {
            case .resolving: resolving = newValue
            case .pending: pending = newValue
            case .established: established = newValue
            }
        }
    }

    /// Whether none is taken.
    var isEmpty: Bool { total == 0 }

    /// All together.
    var total: Int { resolving + pending + established }
}

extension ProbeLimits {
    /// The most of one kind in all.
    func total(_ place: Place) -> Int {
        switch place {
        case .resolving: lookups
        case .pending: pending
        case .established: established
        }
    }

    /// The most of one kind in one neighbourhood.
    func perNeighbourhood(_ place: Place) -> Int {
        switch place {
        // A name has no neighbourhood before its address is known.
        case .resolving: lookups
        case .pending: pendingPerNeighbourhood
        case .established: establishedPerNeighbourhood
        }
    }
}
