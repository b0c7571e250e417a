import FleetModel
import Inventory
import Testing

@Suite struct FleetFileTextTests {
    private func read(_ text: String) throws -> Fleet {
        try FleetFile.parse(text, file: "hosts.yaml", name: "hosts", folder: "/etc/rdptop")
    }

    @Test(arguments: [FleetFileTests.whole, "hosts: [ts01, \"2001:db8::7\"]"])
    func isReadAsTheSameFleet(file: String) throws {
        let fleet = try read(file)
        #expect(try read(FleetFileText.text(of: fleet)) == fleet)
    }

    @Test(arguments: [
        "a: b", "- a", "# no comment", "[x, y]", "{x}", "\"", "'", "*a", "&a", "!t", "%", "@", "`", "|", ">", "true",
        "null", "~", "12", " spaces ", "Zürich", "東京", "a, b", String(repeating: "word ", count: 39) + "word",
    ])
    func textsThatMeanSomethingInYAMLStayTexts(text: String) throws {
        let server = Server(name: "ts01", site: text, owner: text, tags: [text, "x"], runbook: text)
        let fleet = Fleet(name: "hosts", servers: [server], gateways: [], resolvers: [])
        #expect(try read(FleetFileText.text(of: fleet)) == fleet)
    }

    @Test func aServerIsOneLine() throws {
        let fleet = try read("hosts: [ts01, ts02]")
        let lines = try FleetFileText.text(of: fleet).split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.first == "hosts:")
    }

    @Test(arguments: [("500ms", "500ms"), ("60s", "1m"), ("90s", "90s"), ("24h", "1d"), ("36500d", "36500d")])
    func aSpanIsWrittenInItsLongestUnit(text: String, shortest: String) throws {
        let span = try #require(SpanText.parse(text))
        #expect(SpanText.text(of: span) == shortest)
        #expect(SpanText.parse(shortest) == span)
    }
}
