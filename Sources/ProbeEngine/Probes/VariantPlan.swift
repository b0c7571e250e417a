internal import FleetModel

/// Which variants are to explain a failure.
enum VariantPlan {
    /// What is due after a probe that failed.
    static func due(after snapshot: ServerSnapshot, at now: Instant) -> [FollowUp] { [] }
}
