import CNcurses

/// The entry of the current terminal in terminfo.
enum Terminfo {
    /// Returns a string capability, without the padding an old terminal would need, or nil when there is none.
    static func string(_ name: String) -> String? {
        // The C function takes a pointer to mutable characters and leaves them alone.
        var name = Array(name.utf8CString)
        guard let found = tigetstr(&name), Int(bitPattern: found) != -1 else { return nil }
        return withoutPadding(String(cString: found))
    }

    /// Whether a colour's number is its red, green and blue in as many bits each as there are (user_caps(5)).
    static var hasDirectColors: Bool {
        var name = Array("RGB".utf8CString)
        return tigetflag(&name) > 0
    }

    /// Removes delays such as `$<5>` or `$<2/>` (terminfo(5)).
    static func withoutPadding(_ text: String) -> String {
        var rest = text[...]
        var kept = ""
        while let start = rest.firstRange(of: "$<"), let end = rest[start.upperBound...].firstIndex(of: ">") {
            kept += rest[..<start.lowerBound]
            rest = rest[rest.index(after: end)...]
        }
        return kept + rest
    }
}
