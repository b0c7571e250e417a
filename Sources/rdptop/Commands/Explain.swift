import ArgumentParser
import Diagnosis
import FleetModel
import Reports

/// `rdptop explain CODE [EXTENDED]`: what an error code documentedly means, what it does not, what to check; offline.
struct Explain: ParsableCommand {
    // The discussion is shown on 80 columns, and a longer line of its examples would be broken.
    static let configuration = CommandConfiguration(
        abstract: "Say what an error code means, what it does not, and what to check next; sends nothing.",
        discussion: """
            The code is taken as users tell it:
            rdptop explain 0x904 0x7                error code, extended error code
            rdptop explain 2308 7                   the same in decimal
            rdptop explain -2146893022              as event logs have it
            rdptop explain SEC_E_WRONG_PRINCIPAL    by name
            rdptop explain "Error code: 0x904 ..."  a message with the code in it

            For a number that is in no public table it says so, and what its form \
            suggests. Exit status: 0, and 64 when there is no code in the text.
            """)

    /// How it is printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    // Negative numbers are codes and no options.
    @Argument(
        parsing: .allUnrecognized,
        help: ArgumentHelp(
            "The error code and perhaps the extended one: hexadecimal, decimal, a name, or the whole message.",
            valueName: "code"))
    var words: [String] = []

    @Option(help: "How to print: \(Format.allCases.map(\.rawValue).joined(separator: " or ")).")
    var format = Format.text

    @Flag(help: "For 0x904: what people say about it at length, with why, the source, and what a probe sees.")
    var claims = false

    func validate() throws {
        if let option = words.first(where: { $0.hasPrefix("--") }) {
            throw ValidationError("Unknown option '\(CleanText.clean(option, limit: 60))'")
        }
        guard !words.isEmpty else { throw ValidationError("Which code? For example: rdptop explain 0x904 0x7") }
        guard answer != nil else {
            let text = CleanText.clean(words.joined(separator: " "), limit: 60)
            throw ValidationError(
                "There is no error code in '\(text)'. Codes look like 0x904, 2308, -2146893022 or "
                    + "SEC_E_WRONG_PRINCIPAL.")
        }
    }

    func run() throws {
        guard let answer else { return }
        var output = StandardOutput()
        switch format {
        case .text: for line in CodeText().lines(for: answer) { print(line, to: &output) }
        case .json: CodeJSON.write(answer, to: &output)
        }
        output.flush()
        if let failure = output.failure {
            throw CommandFailure(
                "the explanation could not be written to standard output: \(failure)", ExitStatus.cannotWrite)
        }
    }

    private var answer: CodeAnswer? {
        explanation(ofCode: words.joined(separator: " "), claims: claims ? .full : .brief)
    }
}
