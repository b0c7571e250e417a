extension Scenario {
    /// The kernel accepts, the service hangs.
    package static let silentAfterConnect = Scenario(
        "silent-after-connect", "Accepts the connection and never reads or answers", arrival: .doing(.stayingSilent))
}
