import Foundation

/// Standard output as lines of text: nothing but printable characters and line feeds goes there.
struct PlainOutput {
    /// Whether whatever is not ASCII shows as a question mark.
    let asciiOnly: Bool
    /// Stands before what is typed; nil when nobody types.
    let prompt: String?

    private var output = StandardOutput()
    private var isAtPrompt = false

    init(asciiOnly: Bool, prompt: String?) {
        self.asciiOnly = asciiOnly
        self.prompt = prompt
    }

    /// Whether nobody reads any more.
    var isClosed: Bool { output.isClosed }

    /// Writes lines, and the prompt anew behind them.
    ///
    /// - Parameters:
    ///   - lines: Without line breaks.
    ///   - isAnswer: Whether somebody has just ended a line, and the cursor is at the beginning of the next.
    mutating func write(_ lines: [String], isAnswer: Bool = false) {
        if isAnswer { isAtPrompt = false }
        guard !lines.isEmpty || !isAtPrompt else { return }
        if isAtPrompt { output.write("\n") }
        for line in lines { output.write(shown(line) + "\n") }
        if let prompt { output.write(prompt) }
        isAtPrompt = prompt != nil
        output.flush()
    }

    /// Ends the line of the prompt.
    mutating func end() {
        if isAtPrompt { output.write("\n") }
        isAtPrompt = false
        output.flush()
    }

    private func shown(_ line: String) -> String {
        guard asciiOnly else { return line }
        return String(String.UnicodeScalarView(line.unicodeScalars.map { $0.isASCII ? $0 : "?" }))
    }
}
