internal import FoundationEssentials

extension TmuxSession {
    /// The lines of the screen, as many as it has rows, without blanks at their ends.
    package func screen() async throws -> [String] {
        try await lines(options: [])
    }

    /// The lines of the screen with SGR escape sequences for colours and attributes.
    package func screenWithAttributes() async throws -> [String] {
        try await lines(options: ["-e"])
    }

    private func lines(options: [String]) async throws -> [String] {
        try await tmux(["capture-pane", "-p", "-t", Self.sessionName] + options)
            .split(separator: "\n", omittingEmptySubsequences: false)
            // After the last line feed stands nothing.
            .dropLast()
            .map(String.init)
    }

    /// The terminal's size as tmux knows it.
    package func size() async throws -> TerminalSize {
        let numbers = try await value(of: "#{pane_width} #{pane_height}").compactMap { Int($0) }
        guard let columns = numbers.first, let rows = numbers.last, numbers.count == 2 else {
            throw LabError.malformed(file: "tmux's answer", expected: "a size")
        }
        return TerminalSize(columns: columns, rows: rows)
    }

    /// What the program has switched on in the terminal, or left so when it has ended.
    package func modes() async throws -> TerminalModes {
        let flags = try await value(of: "#{alternate_on} #{cursor_flag} #{mouse_any_flag} #{keypad_cursor_flag}")
        guard flags.count == 4 else {
            throw LabError.malformed(file: "tmux's answer", expected: "four flags")
        }
        return TerminalModes(
            alternateScreen: flags[0] == "1",
            cursorVisible: flags[1] == "1",
            mouse: flags[2] == "1",
            applicationKeys: flags[3] == "1"
        )
    }

    /// Whether the program left echo, line editing and the like as it found them (`stty -g`).
    ///
    /// It is false while the program runs.
    package var lineSettingsRestored: Bool {
        endSeen != nil && text(ofFile: folder["before"]) == text(ofFile: folder["after"])
    }

    /// Every byte that the program has written to the terminal so far.
    package func bytesWritten() -> [UInt8] {
        FileManager.default.contents(atPath: folder["bytes"]).map { [UInt8]($0) } ?? []
    }
}
