import FleetModel

/// The last few changes, for the first look; the tab History has all of them.
struct LastChangesSection: DetailSection {
    /// The most changes that are named.
    private static let count = 3

    func lines(_ subject: DetailSubject) -> [Line] {
        // The newest is the state above; a first look at the server is no change.
        let changes = subject.events.filter { !$0.isFirstSight }
        return subject.fields(
            "last", changes.prefix(Self.count).map { "\($0.at.dateText) \($0.at.timeText)Z  \($0.word)  \($0.short)" })
    }
}
