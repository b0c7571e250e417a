import FleetModel
import Foundation
import Inventory
import Testing

/// The page of the documentation is where people copy from: its example has every key, and is right.
@Suite struct ConfigurationPageTests {
    private static func example() throws -> String {
        let page = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/configuration.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let parts = text.components(separatedBy: "```")
        return try #require(parts.first { $0.hasPrefix("yaml\n") }).replacing("yaml\n", with: "", maxReplacements: 1)
    }

    @Test func `The example is read without a mistake`() throws {
        let read = try ConfigurationFile.parse(try Self.example(), file: "docs/configuration.md")
        #expect(read.preset?.value == "default")
        #expect(read.commands.map(\.arguments) == [["ssh", "{host}"]])
    }

    @Test func `The example sets every part of a configuration`() throws {
        let read = try ConfigurationFile.parse(try Self.example(), file: "docs/configuration.md")
        for part in Mirror(reflecting: read).children {
            let label = try #require(part.label)
            let mirror = Mirror(reflecting: part.value)
            let isSet = mirror.displayStyle == .collection || mirror.displayStyle == .optional
            #expect(isSet && !mirror.children.isEmpty, "\(label)")
        }
        #expect(read.keys.contains { $0.keys.isEmpty } && read.keys.contains { $0.keys.count > 1 })
        #expect(read.commands.contains { $0.key != nil })
    }
}
