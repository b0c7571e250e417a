import ArgumentParser
import Testing

@testable import rdptop

@Suite struct ExplainTests {
    @Test(
        arguments: [
            ["0x904", "0x7"], ["2308", "7"], ["-2146893022"], ["SEC_E_WRONG_PRINCIPAL"], ["0x904", "0x7", "--claims"],
            ["--format", "json", "0x1B07"], ["Error code: 0x904", "Extended error code: 0x7"], ["0x1F08"],
            ["--claims", "-2146893022"],
        ])
    func `a code as users tell it is taken`(arguments: [String]) throws {
        let command = try Explain.parse(arguments)
        #expect(!command.words.isEmpty)
    }

    @Test(
        arguments: [
            ([], "rdptop explain 0x904 0x7"), (["ts07"], "no error code in 'ts07'"), (["--nonsense"], "--nonsense"),
            (["0x904", "--format", "xml"], "xml"), (["\u{1B}[2J"], "no error code in '\u{FFFD}[2J'"),
        ])
    func `what is no code is refused with a sentence`(arguments: [String], words: String) throws {
        let error = #expect(throws: (any Error).self) { try Explain.parse(arguments) }
        let message = Explain.message(for: try #require(error))
        #expect(message.contains(words), "\(message)")
        #expect(Explain.exitCode(for: try #require(error)) == ExitStatus.usage)
    }
}
