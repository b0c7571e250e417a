import FleetModel

/// What failing servers share, for people: a statement a line, and below it whom the same may still reach.
///
/// - Returns: No line when too few servers fail for the question.
func sharedCauseLines(_ causes: CommonCauses) -> [String] {
    if let nothing = causes.nothingInCommon { return ["no common cause seen: \(nothing)"] }
    return causes.causes.flatMap { cause in
        [clean("\(cause.confidence.oneCause): \(cause.statement)")] + (cause.blastRadius.map { ["  \($0)"] } ?? [])
    }
}

extension Confidence {
    /// How sure it is that servers fail for one reason.
    var oneCause: String {
        switch self {
        case .certain: "one cause"
        case .likely: "likely one cause"
        case .possible: "possibly one cause"
        }
    }
}
