import Drawing
import FleetModel

/// The one sign in front of a row.
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
    /// Not probed for more than three intervals.
    case stale
    /// Not as it was when the screen was stopped.
    case changed

    /// The sign that a row deserves now; nil when it deserves none.
    init?(_ status: ServerStatus, now: Instant) {
        guard let since = status.since else { return nil }
        let state = status.judgement.state
        if state.isProblem, status.previous != nil, now - since < .minutes(2) {
            self = .new
        } else if state == .ok, status.previous == .down || status.previous == .warning, now - since < .minutes(5) {
            self = .recovered
        } else if let snapshot = status.snapshot, now - snapshot.ended > Self.patience(status.server.policy) {
            self = .stale
        } else {
            return nil
        }
    }

    /// How old a probe may be: three intervals, and the five minutes that the pace of a failed server may take.
    static func patience(_ policy: ProbePolicy) -> Span {
        Span(milliseconds: policy.interval.milliseconds * 3) + .minutes(5)
    }

    /// Its sign.
    var sign: String {
        switch self {
        case .marked: "*"
        case .acknowledged: "a"
        case .muted: "m"
        case .changed: "~"
        case .new: "+"
        case .recovered: "^"
        case .stale: "'"
        }
    }

    /// Its meaning for people.
    var meaning: String {
        switch self {
        case .marked: "marked by you"
        case .acknowledged: "acknowledged: somebody knows of this problem"
        case .muted: "muted: counts as muted only, until its time is over or it recovers"
        case .changed: "changed since the screen was frozen"
        case .new: "a problem for less than two minutes"
        case .recovered: "ok again for less than five minutes"
        case .stale: "not probed for long: what the row shows is old"
        }
    }

    /// Its meaning for the theme.
    var role: Role {
        switch self {
        case .marked: .marked
        case .acknowledged: .acknowledged
        case .muted: .muted
        case .changed: .changed
        case .new: .fresh
        case .recovered: .recovered
        case .stale: .stale
        }
    }
}

extension DashboardState {
    /// The sign that a row deserves now: of several the one that stands first here.
    func flag(_ index: Rows.Index) -> RowFlag? {
        if rows.marks.contains(index) { return .marked }
        let said = rows.annotations(index)
        if said.acknowledgement != nil { return .acknowledged }
        if said.mute != nil { return .muted }
        return RowFlag(rows[index], now: now) ?? (backstage?.changed.contains(index) == true ? .changed : nil)
    }
}
