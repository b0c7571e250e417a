import Drawing
import FleetModel

/// The one sign in front of a row, the one to show first first.
enum RowFlag: CaseIterable {
    /// The user has marked it.
    case marked
    /// Somebody knows of its problem.
    case acknowledged
    /// Nobody wants to hear of it.
    case muted
    /// A problem of the last two minutes.
    case new
    /// Back for less than five minutes.
    case recovered
    /// Not probed for two intervals longer than it should.
    case stale
    /// Not as it was when the screen was stopped.
    case changed

    /// What decides which sign a row has.
    struct Facts: Sendable {
        /// The row.
        var status: ServerStatus
        var isMarked = false
        var isAcknowledged = false
        var isMuted = false
        /// Whether it has missed two probes.
        var isStale = false
        /// Whether it has changed since the screen was frozen.
        var hasChanged = false
    }

    /// The sign that a row deserves now; nil when it deserves none.
    init?(_ facts: Facts, now: Instant) {
        let fitting = Self.allCases.first { flag in
            switch flag {
            case .marked: facts.isMarked
            case .acknowledged: facts.isAcknowledged
            case .muted: facts.isMuted
            case .new: facts.status.isNewProblem(at: now)
            case .recovered: facts.status.hasRecovered(at: now)
            case .stale: facts.isStale
            case .changed: facts.hasChanged
            }
        }
        guard let fitting else { return nil }
        self = fitting
    }

    /// Its sign.
    var sign: String {
        switch self {
        case .marked: "*"
        case .acknowledged: "a"
        case .muted: "m"
        case .new: "+"
        case .recovered: "^"
        case .stale: "'"
        case .changed: "~"
        }
    }

    /// Its meaning for people.
    var meaning: String {
        switch self {
        case .marked: "marked by you"
        case .acknowledged: "acknowledged: somebody knows of this problem; still counts as DOWN or WARN"
        case .muted: "muted: counts as muted only, not as DOWN or WARN, until its time is over or it recovers"
        case .new: "a problem for less than two minutes"
        case .recovered: "ok again for less than five minutes"
        case .stale: "two probes overdue: what the dim row shows is old"
        case .changed: "changed since the screen was frozen"
        }
    }

    /// Its meaning for the theme.
    var role: Role {
        switch self {
        case .marked: .marked
        case .acknowledged: .acknowledged
        case .muted: .muted
        case .new: .fresh
        case .recovered: .recovered
        case .stale: .stale
        case .changed: .changed
        }
    }
}

extension DashboardState {
    /// What is known of a row that may give it a sign.
    func rowFacts(of index: Rows.Index) -> RowFlag.Facts {
        let said = rows.annotations(index)
        return RowFlag.Facts(
            status: rows[index], isMarked: rows.marks.contains(index), isAcknowledged: said.acknowledgement != nil,
            isMuted: said.mute != nil, isStale: rows[index].isStale(at: now),
            hasChanged: backstage?.changed.contains(index) == true)
    }
}
