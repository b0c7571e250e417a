import Foundation

/// The way to the user's clipboard: through the terminal, which may be on another machine, or by a tool of this one.
struct Clipboard: Sendable, Equatable {
    /// What `clipboard:` in config.yaml may say.
    enum Choice: String, Sendable, CaseIterable {
        /// Whatever leads to the machine that the user sits at.
        case auto
        /// The terminal.
        case osc52
        /// A tool of this machine.
        case tool
        /// Nothing is copied.
        case off
    }

    /// Where a text goes.
    enum Way: Sendable, Equatable {
        /// To the terminal, by OSC 52.
        case terminal
        /// To the standard input of a program.
        case tool([String])
        /// Nowhere; why, as a sentence.
        case nowhere(String)
    }

    let way: Way

    /// From this many bytes on some terminals keep only the beginning.
    static let safeLength = 5_000
    /// More than this no terminal takes.
    static let longest = 74_000

    /// Finds the way.
    ///
    /// Over SSH a tool would fill the clipboard of the wrong machine, and in tmux the session may have moved to another.
    ///
    /// - Parameters:
    ///   - choice: What the user wants.
    ///   - environment: Of this process.
    ///   - find: The path of a program, nil when there is none.
    init(_ choice: Choice, environment: [String: String], find: (String) -> String?) {
        let isRemote = ["SSH_TTY", "SSH_CONNECTION", "TMUX"].contains { environment[$0]?.isEmpty == false }
        let tools = Self.tools.filter { tool in tool.needs.map { environment[$0]?.isEmpty == false } ?? true }
        let tool = tools.compactMap { tool in find(tool.name).map { [$0] + tool.arguments } }.first
        switch choice {
        case .off: way = .nowhere("the clipboard is switched off in config.yaml")
        case .osc52: way = .terminal
        case .tool:
            way = tool.map(Way.tool) ?? .nowhere("no clipboard tool found: wl-copy, xclip, xsel or pbcopy")
        case .auto: way = isRemote ? .terminal : tool.map(Way.tool) ?? .terminal
        }
    }

    /// The programs that can fill a clipboard, and what has to be set in the environment for them to reach one.
    private static let tools: [(name: String, arguments: [String], needs: String?)] = [
        ("wl-copy", [], "WAYLAND_DISPLAY"), ("xclip", ["-selection", "clipboard"], "DISPLAY"),
        ("xsel", ["--clipboard", "--input"], "DISPLAY"), ("pbcopy", [], nil),
    ]

    /// The path of a program in the absolute folders of PATH.
    static func find(_ name: String, path: String) -> String? {
        path.split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }
            .first { access($0, X_OK) == 0 }
    }
}
