import ErrorCodes
import FleetModel
import Testing

@testable import Diagnosis

@Suite struct ExplanationTests {
    private func section(_ title: String, of text: String) throws -> [String] {
        let answer = try #require(explanation(ofCode: text))
        return answer.sections.first { $0.title == title }?.lines ?? []
    }

    @Test func `every code of the table is explained by hexadecimal, decimal and name`() throws {
        for code in ErrorCodeTable.all {
            let signed = "\(Int32(bitPattern: code.number))"
            for text in [code.hexadecimal, "\(code.number)", signed] + [code.symbol].compactMap({ $0 }) {
                let answer = try #require(explanation(ofCode: text), "\(text)")
                let meanings = answer.meanings.filter { $0.number == code.number }
                #expect(meanings.contains { $0.space == code.space.rawValue && $0.text == code.meaning }, "\(text)")
            }
        }
    }

    @Test func `every code has a meaning, a place, a source and a next check`() throws {
        for code in ErrorCodeTable.all {
            let answer = try #require(explanation(ofCode: code.hexadecimal))
            let titles = answer.sections.map(\.title)
            #expect(titles.contains("What it means") && titles.contains("What to check next"), "\(code.hexadecimal)")
            #expect(titles.contains { $0.hasPrefix("Where ") }, "\(code.hexadecimal)")
            #expect(answer.meanings.allSatisfy { !$0.text.isEmpty && !$0.source.isEmpty })
            #expect(titles.last == "Names and sources", "\(code.hexadecimal)")
            #expect(answer.sections.allSatisfy { !$0.title.isEmpty && !$0.lines.isEmpty })
        }
    }

    @Test(arguments: CodeTopic.allCases)
    func `every topic says where it belongs, what a probe sees and what to check`(topic: CodeTopic) {
        let guidance = Guidance.of(topic)
        #expect(!guidance.place.words.isEmpty)
        #expect(guidance.sees.hasSuffix("."))
        #expect((1...6).contains(guidance.next.count))
        for step in guidance.next {
            #expect(step.rank == .check && step.command != nil && !step.text.hasSuffix("."))
            #expect(step.risk == nil && step.undo == nil)
        }
        #expect(guidance.isNot.allSatisfy { $0.hasSuffix(".") })
        let texts = [guidance.sees] + guidance.isNot + guidance.next.flatMap { [$0.text, $0.command ?? ""] }
        #expect(texts.allSatisfy { $0.unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) } })
    }

    @Test(
        arguments: [
            ("0x1F08", "time-outs, licences"), ("0x2A07", "log-on, accounts and certificates"),
            ("0x2A04", "sockets"), ("0x2A06", "memory"), ("0x2A09", "NLA"), ("0x2A0A", "smart cards"),
            ("0x3000099", "Gateway"), ("0x80070002", "number 2"), ("0x80090399", "log-on, TLS or a certificate"),
            ("0x800B0199", "examination of a certificate"), ("0xC0001234", "NTSTATUS"),
            ("0xD0000001", "0xC0000001"), ("extended error code 0x1234", "protocol errors"),
        ])
    func `an unknown number says so, and what its form suggests`(text: String, words: String) throws {
        let answer = try #require(explanation(ofCode: text))
        #expect(answer.meanings.isEmpty)
        let meaning = try section("What it means", of: text).joined(separator: " ")
        #expect(meaning.contains("in no public table"))
        #expect(meaning.contains(words), "\(meaning)")
        #expect(try !section("What to check next", of: text).isEmpty)
    }

    @Test(arguments: ["0x20B", "0x12345678", "0xFF"])
    func `an unknown number whose form says nothing is given no class`(text: String) throws {
        let meaning = try section("What it means", of: text).joined()
        #expect(meaning.hasSuffix("in no public table that rdptop knows."), "\(meaning)")
    }

    @Test func `two topics with the same words do not stand as if they were a choice`() throws {
        let lines = try section("Where to look", of: "0x904 0x5")
        #expect(lines.count == 2)
        #expect(lines.first?.hasPrefix("If it is about the connection: TCP") == true)
        #expect(lines.last?.hasPrefix("Or after log-on begins, where ") == true)
    }

    @Test func `the pair that this program began with leads to the ladder`() throws {
        let answer = try #require(explanation(ofCode: "0x904 0x7"))
        #expect(answer.title == "0x904 / 0x7")
        #expect(answer.meanings.map(\.space) == ["disconnect", "extended", "errinfo"])
        #expect(try section("Where it broke: the first of these that is so", of: "0x904 0x7").count == 14)
        #expect(try section("What people say about 0x904, and what there is to it", of: "0x904 0x7").count == 45)
        #expect(try section("Not recommended", of: "0x904 0x7").count == 7)
        #expect(answer.sections.contains { $0.title == "Seen elsewhere with these codes" && $0.lines.count == 6 })
    }

    @Test(arguments: ["0x904 0x100", "0x7", "0x204 0x7", "Extended error code: 0x904"])
    func `other codes do not`(text: String) throws {
        let answer = try #require(explanation(ofCode: text))
        #expect(!answer.sections.contains { $0.title == "What people say about 0x904, and what there is to it" })
    }

    @Test func `a number that has a meaning in several spaces says each, and rules out nothing`() throws {
        let meaning = try section("What it means", of: "0x2")
        #expect(meaning.count { $0.hasPrefix("0x2 (decimal 2), ") } == 4)
        #expect(try section("What it does not mean", of: "0x2").isEmpty)
    }

    @Test func `beside an extended code a number is the client's and no server's`() throws {
        let answer = try #require(explanation(ofCode: "0x3 0x5"))
        #expect(answer.meanings.map(\.space) == ["disconnect", "extended", "errinfo"])
        #expect(answer.meanings.map(\.number) == [3, 5, 5])
    }

    @Test func `digits that may be either say so`() throws {
        let words = try section("How it was read", of: "904").joined()
        #expect(words.contains("0x904") && words.contains("0x388"))
        #expect(try section("How it was read", of: "0x904").isEmpty)
        let titles = try #require(explanation(ofCode: "10")).sections.map(\.title)
        #expect(titles.contains("What it means as 0x10") && titles.contains("What it means as 0xA"))
    }

    @Test func `the updates that are known to bring a code stand with it, as possible only`() throws {
        let lines = try section("Updates of Windows", of: "0x80080005")
        #expect(lines.count == 1 && lines[0].hasPrefix("Possible") && lines[0].contains("KB5077744"))
        #expect(try section("Updates of Windows", of: "0x204").isEmpty)
        let full = try #require(explanation(ofCode: "0x904", claims: .full))
        #expect(full.sections.first { $0.title == "Updates of Windows" }?.lines.count == 8)
    }
}
