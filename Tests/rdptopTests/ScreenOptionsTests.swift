import ArgumentParser
import Drawing
import FleetModel
import TerminalIO
import Testing

@testable import rdptop

@Suite struct ScreenOptionsTests {
    private static func file(theme: String? = nil, ascii: Bool? = nil, mouse: Bool? = nil) -> ProgramConfiguration {
        var file = ProgramConfiguration()
        file.theme = theme.map { ProgramConfiguration.Marked($0, line: 3, column: 8) }
        file.ascii = ascii
        file.mouse = mouse
        return file
    }

    @Test func `An option is stronger than the file, and the file than nothing`() throws {
        let silent = try ScreenOptions.parse([])
        #expect(silent.configuration(with: Self.file()).theme == .standard)
        #expect(silent.configuration(with: Self.file(theme: "cvd")).theme == .cvd)
        let light = try ScreenOptions.parse(["--theme", "light", "--ascii"])
        #expect(light.configuration(with: Self.file(theme: "cvd", ascii: false)).theme == .light)
        #expect(light.configuration(with: Self.file(ascii: false)).asciiOnly)
        #expect(silent.configuration(with: Self.file(ascii: true)).asciiOnly)
        #expect(silent.configuration(with: Self.file(mouse: true)).mouse)
        #expect(!silent.configuration(with: Self.file()).mouse)
    }

    @Test func `A theme that there is not is a mistake with its place and what there is`() throws {
        #expect(Theme.mistakes(in: Self.file(theme: "mono")).isEmpty)
        #expect(Theme.mistakes(in: Self.file()).isEmpty)
        let mistake = try #require(Theme.mistakes(in: Self.file(theme: "dracula")).first)
        #expect((mistake.line, mistake.column) == (3, 8))
        #expect(Theme.allCases.allSatisfy { mistake.text.contains($0.rawValue) })
        let slip = try #require(Theme.mistakes(in: Self.file(theme: "ligth")).first)
        #expect(slip.text.contains("\"light\""))
        #expect(throws: (any Error).self) { try ScreenOptions.parse(["--theme", "dracula"]) }
    }
}
