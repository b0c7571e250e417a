import Foundation
import Testing

@testable import CertificateChecks

@Suite struct CheckTableTests {
    @Test func everyCheckFileIsInTheTable() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/CertificateChecks/Checks")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path())
        let names = files.filter { $0.hasSuffix("Check.swift") }.map { file in
            file.prefix(1).lowercased() + file.dropFirst().dropLast("Check.swift".count)
        }
        #expect(names.count == files.count)
        #expect(names.sorted() == CheckTable.ordered.map(\.id).sorted())
    }
}
