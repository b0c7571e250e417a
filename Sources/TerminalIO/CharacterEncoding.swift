import Glibc

/// The encoding that the user's locale gives the terminal.
struct CharacterEncoding: Hashable {
    let utf8: Bool
    let eastAsian: Bool

    /// Sets the process's character type from the environment, as curses needs it, and returns what came of it.
    ///
    /// A locale that names UTF-8 but is not installed here, common after ssh, counts as `C.UTF-8`.
    static func fromEnvironment() -> CharacterEncoding {
        let name = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(variable).first { !$0.isEmpty } ?? ""
        if setlocale(LC_CTYPE, "") == nil {
            let lower = name.lowercased()
            setlocale(LC_CTYPE, lower.hasSuffix("utf-8") || lower.hasSuffix("utf8") ? "C.UTF-8" : "C")
        }
        let codeset = nl_langinfo(Int32(CODESET)).map { String(cString: $0) } ?? ""
        return CharacterEncoding(
            utf8: codeset == "UTF-8", eastAsian: ["zh", "ja", "ko"].contains { name.hasPrefix($0) })
    }

    private static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }
}
