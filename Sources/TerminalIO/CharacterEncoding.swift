import Glibc

/// The encoding that the user's locale gives the terminal.
package struct CharacterEncoding: Hashable, Sendable {
    /// Whether it is UTF-8.
    package let utf8: Bool
    /// Whether the language is Chinese, Japanese or Korean.
    let eastAsian: Bool

    /// Sets the process's character type from the environment, as curses needs it, and returns what came of it.
    ///
    /// A locale that names UTF-8 but is not installed here, common after ssh, counts as `C.UTF-8`.
    package static func fromEnvironment() -> CharacterEncoding {
        let name = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(variable).first { !$0.isEmpty } ?? ""
        if setlocale(LC_CTYPE, "") == nil {
            setlocale(LC_CTYPE, namesUTF8(name) ? "C.UTF-8" : "C")
        }
        let codeset = nl_langinfo(Int32(CODESET)).map { String(cString: $0) } ?? ""
        return CharacterEncoding(
            utf8: codeset == "UTF-8", eastAsian: ["zh", "ja", "ko"].contains { name.hasPrefix($0) })
    }

    /// Whether a locale's name says UTF-8, as in `de_DE.UTF-8` and `ca_ES.utf8@valencia` (setlocale(3)).
    static func namesUTF8(_ name: String) -> Bool {
        let charset = name.prefix { $0 != "@" }.split(separator: ".", maxSplits: 1).dropFirst().first
        return ["utf-8", "utf8"].contains(charset?.lowercased())
    }

    private static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }
}
