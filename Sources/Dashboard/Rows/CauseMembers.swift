import FleetModel

/// Which of the shared causes each row stands under: the strongest that names it, and no other.
struct CauseMembers: Sendable {
    /// The causes that are more than a verdict, of which the rows know more themselves; the strongest first.
    let causes: [SharedCause]
    private var numbers: [Rows.Index: Int] = [:]

    /// Looks the servers up once, and not for each list.
    init(_ causes: [SharedCause] = [], in rows: Rows? = nil) {
        self.causes = causes.filter { $0.trait != .verdict }
        for (number, cause) in self.causes.enumerated() {
            for server in cause.servers {
                guard let index = rows?.index(of: server), numbers[index] == nil else { continue }
                numbers[index] = number
            }
        }
    }

    /// The number of a row's cause; nil when it has none.
    subscript(index: Rows.Index) -> Int? { numbers[index] }

    /// The heading of a cause.
    func group(_ number: Int) -> GroupID { .cause(causes[number].trait, causes[number].value) }

    /// The cause of a heading; nil when it is not one of these any more.
    func cause(of group: GroupID) -> SharedCause? {
        causes.indices.first { self.group($0) == group }.map { causes[$0] }
    }
}
