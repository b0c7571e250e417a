import FleetModel

/// Which of the shared causes each row stands under: the strongest that names it, and no other.
struct CauseMembers: Sendable {
    /// The causes that are more than a verdict, of which the rows know more themselves; the strongest first.
    let causes: [SharedCause]
    /// What each of them is known by.
    private let groups: [GroupID]
    private var numbers: [Rows.Index: Int] = [:]

    /// No cause.
    init() {
        causes = []
        groups = []
    }

    /// Looks the servers up once, and not for each list.
    ///
    /// - Parameters:
    ///   - causes: The strongest first.
    ///   - rows: The rows of the servers.
    ///   - earlier: Those before. What holds together mostly the same servers in the same way is the same, though its words
    ///     may be others: a wave of failures gets longer while it goes on.
    init(_ causes: [SharedCause], in rows: Rows, after earlier: CauseMembers) {
        let causes = causes.filter { $0.trait != .verdict }
        self.causes = causes
        var left = Dictionary(zip(earlier.groups, earlier.causes), uniquingKeysWith: { first, _ in first })
        for cause in causes { left[.cause(cause.trait, cause.value)] = nil }
        groups = causes.map { cause in
            let own = GroupID.cause(cause.trait, cause.value)
            guard !earlier.groups.contains(own) else { return own }
            let servers = Set(cause.servers)
            let same = left.first { _, old in
                old.trait == cause.trait && old.servers.count { servers.contains($0) } * 2 > old.servers.count
            }
            guard let (group, _) = same else { return own }
            left[group] = nil
            return group
        }
        for (number, cause) in causes.enumerated() {
            for server in cause.servers {
                guard let index = rows.index(of: server), numbers[index] == nil else { continue }
                numbers[index] = number
            }
        }
    }

    /// The number of a row's cause; nil when it has none.
    subscript(index: Rows.Index) -> Int? { numbers[index] }

    /// The heading of a cause.
    func group(_ number: Int) -> GroupID { groups[number] }

    /// The cause of a heading; nil when it is not one of these any more.
    func cause(of group: GroupID) -> SharedCause? { groups.firstIndex(of: group).map { causes[$0] } }
}
