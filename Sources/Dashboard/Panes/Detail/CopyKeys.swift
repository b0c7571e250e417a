import Drawing

/// The keys that copy the command of a step: its number, and letters from the tenth step on.
enum CopyKeys {
    private static let keys = Array("123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")

    /// The key of a step, counted from 1; nil for the few that nobody numbers.
    static func key(of step: Int) -> Character? { keys.indices.contains(step - 1) ? keys[step - 1] : nil }
}
