import FleetModel
import Foundation
import Testing

@testable import ProbeEngine

@Suite("The table of layers")
struct LayerTableTests {
    private static func layers() throws -> [any ConnectionLayer] {
        let examiner = NotingExaminer()
        let examiners = try CertificateExaminers(for: [Server]()) { _ in examiner }
        return try LayerTable.layers(
            examiners: examiners, cadence: Cadence(depth: .full), now: { LadderFixture.now })
    }

    @Test("The folder and the table have the same layers")
    func completeness() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Sources/ProbeEngine/Layers").resolvingSymlinksInPath()
        let inFolder = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix("Layer.swift") && $0 != "ConnectionLayer.swift" }
            .map { String($0.dropLast(".swift".count)) }
        let inTable = try Self.layers().map { String(describing: type(of: $0)) }
        #expect(inFolder.sorted() == inTable.sorted())
    }

    @Test("No two layers have the same place, and each stands below what it needs")
    func order() throws {
        let layers = try Self.layers().map(\.layer)
        #expect(Set(layers).count == layers.count)
        for (position, layer) in layers.enumerated() {
            guard let need = layer.need, let needed = layers.firstIndex(of: need) else { continue }
            #expect(needed < position, "\(layer) needs \(need)")
        }
    }
}
