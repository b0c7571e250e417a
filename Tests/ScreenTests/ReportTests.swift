import Foundation
import LabSupport
import Testing

@Suite("Reports from the screen")
struct ReportTests {
    @Test("w writes Markdown where the prompt says, and never over a file that is there")
    func markdown() async throws {
        let folder = try ScratchFolder()
        try folder.write("precious", to: "taken.md")
        try await withDashboard(["demo"], in: folder) { session in
            try await session.waitFor(">>")
            try await session.send("w")
            let prompt = try await session.waitFor("write to> ./rdptop-demo-")
            let path = try #require(prompt.lazy.compactMap(Self.suggestion(in:)).first)
            #expect(path.hasSuffix("Z.md"))
            try await session.send(.enter)
            try await session.waitFor("wrote 128 servers to ./\(path)")
            let report = text(ofFile: folder[String(path)])
            #expect(report.contains("rdsh-nyc-101.demo.example") && report.lowercased().contains("demo"))

            try await session.send("w")
            try await session.waitFor("write to>")
            try await session.send(.control("u"))
            try await session.type("taken.md")
            try await session.send(.enter)
            try await session.waitFor("taken.md exists already")
            #expect(text(ofFile: folder["taken.md"]) == "precious")
            #expect(try folder.contents().count == 2)
        }
    }

    /// The name that the prompt offers, when the line is the prompt.
    private static func suggestion(in line: String) -> Substring? {
        line.firstRange(of: "rdptop-demo-").map { line[$0.lowerBound...] }
    }

    @Test("Tab changes to JSON, which parses and holds what the filter shows")
    func json() async throws {
        let fleet = try ClosedServers(count: 4)
        try await withDashboard([], in: fleet.folder) { session in
            try await session.waitFor("refused")
            try await session.filter("ts-002 | ts-003")
            try await session.writePrompt(endingIn: ".json")
            try await session.send(.control("u"))
            try await session.type("two.json")
            try await session.send(.enter)
            try await session.waitFor("wrote 2 servers to two.json")
            let data = try Data(contentsOf: URL(filePath: fleet.folder["two.json"]))
            let object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
            let servers = try #require(object["servers"] as? [[String: Any]])
            #expect((object["counts"] as? [String: Any])?["total"] as? Int == 4)
            #expect(servers.compactMap { $0["name"] as? String }.sorted() == [2, 3].map(ClosedServers.name))
        }
    }

    @Test("Esc leaves the prompt and writes nothing; a folder that is not there is named")
    func cancelled() async throws {
        let fleet = try ClosedServers()
        try await withDashboard([], in: fleet.folder) { session in
            try await session.waitFor("ts-001")
            try await session.send("w")
            try await session.waitFor("write to>")
            try await session.send(.escape)
            try await session.waitFor("rows 1-1 of 1")
            try await session.send("w")
            try await session.waitFor("write to>")
            try await session.send(.control("u"))
            try await session.type("no/such/place.md")
            try await session.send(.enter)
            try await session.waitFor("nothing written: no/such/place.md: there is no such folder")
            #expect(try fleet.folder.contents() == ["hosts.yaml"])
        }
    }
}
