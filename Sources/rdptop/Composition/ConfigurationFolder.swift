/// Where the files of the user's own making are, as the XDG Base Directory specification says.
enum ConfigurationFolder {
    /// The folder for this program's files, whether it exists or not; nil when there is no home.
    ///
    /// A relative `XDG_CONFIG_HOME` is to be passed over.
    static func path(_ environment: [String: String]) -> String? {
        let base =
            environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
            ?? environment["HOME"].map { $0 + "/.config" }
        return base.map { $0 + "/rdptop" }
    }
}
