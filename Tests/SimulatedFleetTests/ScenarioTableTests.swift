import Foundation
import Testing

@testable import SimulatedFleet

@Suite struct ScenarioTableTests {
    @Test(
        "every file of a folder is one line of its table",
        arguments: [
            ("Scenarios", "ScenarioTable.swift", "Scenario", ScenarioTable.all.count),
            (
                "GatewayScenarios", "Gateways/GatewayScenarioTable.swift", "GatewayScenario",
                GatewayScenarioTable.all.count
            ),
        ])
    func files(folder: String, tableFile: String, type: String, count: Int) throws {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let sources = tests.appendingPathComponent("../../Sources/SimulatedFleet").standardizedFileURL
        let files = try FileManager.default.contentsOfDirectory(
            at: sources.appendingPathComponent(folder), includingPropertiesForKeys: nil)
        let table = try String(contentsOf: sources.appendingPathComponent(tableFile), encoding: .utf8)
        let lines = table.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        for file in files {
            let text = try String(contentsOf: file, encoding: .utf8)
            let names = text.matches(of: /static let (\w+) = (\w+)\(/).filter { $0.2 == type }.map { String($0.1) }
            #expect(names.count == 1, "\(file.lastPathComponent)")
            #expect(names.allSatisfy { lines.contains(".\($0),") }, "\(file.lastPathComponent)")
            // The file is named like the scenario.
            #expect(names.first?.lowercased() == file.deletingPathExtension().lastPathComponent.lowercased())
        }
        #expect(files.count == count)
    }

    @Test func everyScenarioHasAnIdentifierAndASummaryOfItsOwn() {
        let all = ScenarioTable.all
        #expect(Set(all.map(\.id)).count == all.count)
        #expect(Set(all.map(\.summary)).count == all.count)
        // Beside their words, no two may do the same.
        let unworded = all.map {
            Scenario(
                "", "", name: $0.name, arrival: $0.arrival, answer: $0.answer, handshake: $0.handshake,
                certificate: $0.certificate, session: $0.session, datagrams: $0.datagrams)
        }
        #expect(Set(unworded).count == all.count)
        #expect(all.allSatisfy { $0.summary.count <= 90 && !$0.summary.contains("\n") })
        #expect(all.allSatisfy { ScenarioTable.scenario($0.id) == $0 })
        #expect(ScenarioTable.scenario("no-such-scenario") == nil)
    }

    @Test func everyGatewayScenarioHasAnIdentifierAndASummaryOfItsOwn() {
        let all = GatewayScenarioTable.all
        #expect(Set(all.map(\.id)).count == all.count)
        #expect(Set(all.map(\.summary)).count == all.count)
        #expect(all.allSatisfy { $0.summary.count <= 90 && !$0.summary.contains("\n") })
        #expect(all.allSatisfy { GatewayScenarioTable.scenario($0.id) == $0 })
        #expect(Set(all.map(\.id)).isDisjoint(with: ScenarioTable.all.map(\.id)))
    }
}
