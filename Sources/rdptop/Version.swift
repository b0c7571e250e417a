/// The program's own version.
enum Version {
    /// As printed by `--version` and written into reports.
    static let text = "0.1.0"
}
