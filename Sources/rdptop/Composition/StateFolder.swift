/// Where the program keeps what it has to know in its next run, as the XDG Base Directory specification says.
enum StateFolder {
    /// The folder, whether it exists or not; nil when there is no home.
    ///
    /// A relative `XDG_STATE_HOME` is to be passed over.
    static func path(_ environment: [String: String]) -> String? {
        let base =
            environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
            ?? environment["HOME"].map { $0 + "/.local/state" }
        return base.map { $0 + "/rdptop" }
    }
}
