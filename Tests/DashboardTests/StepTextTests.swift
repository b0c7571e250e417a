import Drawing
import FleetModel
import TestSupport
import Testing

@testable import Dashboard

@Suite struct StepTextTests {
    private static func lines(_ remedies: [Remedy], width: Int) -> [String] {
        [Line].fields("do", StepText.paragraphs(remedies, room: [Line].room(width: width)), width: width).map(\.text)
    }

    private static let owner = Remedy(
        .check, at: .server, "On the server, find the program that owns the port", run: "netstat -a -o")

    @Test func `A command that does not fit behind its explanation begins a line of its own`() {
        #expect(
            Self.lines([Self.owner], width: 80) == [
                " do          look:",
                "             1. On the server, find the program that owns the port:",
                "                netstat -a -o",
            ])
        #expect(Self.lines([Self.owner], width: 90)[1] == "             1. " + Self.owner.line)
    }

    @Test func `Steps are numbered through, and each rank is named once`() {
        let marks = ["look:", "fix:", "disrupts:", "weakens security:"]
        let lines = Self.lines(SampleFleet.everyLabel.remedies, width: 4_000).map { $0.dropFirst(13) }
        #expect(lines.filter { marks.contains(String($0)) }.map(String.init) == marks)
        let numbers = lines.compactMap { $0.contains(". ") ? Int($0.prefix { $0 != "." }) : nil }
        #expect(numbers == Array(1...SampleFleet.everyLabel.remedies.count))
        #expect(Self.lines([], width: 80).isEmpty)
    }

    @Test(arguments: [76, 80, 120])
    func `A long command is broken at its blanks only, and no character is added`(width: Int) throws {
        for command in Self.commands {
            let pieces = try Self.pieces(of: command, width: width)
            #expect(pieces.joined(separator: " ") == command)
        }
    }

    @Test func `Where a word is longer than the screen is wide nothing is added to it`() throws {
        for command in Self.commands {
            let pieces = try Self.pieces(of: command, width: 40)
            #expect(pieces.joined().filter { $0 != " " } == command.filter { $0 != " " })
        }
    }

    private static let commands = SampleFleet.everyLabel.remedies.compactMap(\.command).filter { $0.count > 100 }

    /// The lines of a command below its explanation, without the blanks before them.
    private static func pieces(of command: String, width: Int) throws -> [String] {
        let lines = lines([Remedy(.check, at: .server, "See it", run: command)], width: width)
        for line in lines { #expect(TextWidth.cells(of: line) <= width) }
        let first = try #require(lines.firstIndex { $0.contains("See it:") }) + 1
        return lines[first...].map { line in String(line.drop { $0 == " " }) }
    }
}
