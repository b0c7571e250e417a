import Foundation
import Testing

/// What each folder of Sources/ may import: the architecture in executable form, in words in docs/architecture.md.
private let allowed: [String: Set<String>] = [
    "FleetModel": [],
    "RDPWire": [],
    "Drawing": [],
    "ErrorCodes": [],
    "Diagnosis": ["FleetModel", "ErrorCodes"],
    "PacketCapture": ["FleetModel"],
    "Reports": ["FleetModel", "FoundationEssentials"],
    "Inventory": ["FleetModel", "Yams"],
    "Dashboard": ["FleetModel", "Drawing"],
    "CertificateChecks": ["FleetModel", "X509", "SwiftASN1", "Crypto", "FoundationEssentials", "Synchronization"],
    "TerminalIO": ["Drawing", "CNcurses", "Glibc", "Synchronization"],
    "SimulatedFleet": [
        "FleetModel", "RDPWire", "NIOCore", "NIOHTTP1", "NIOPosix", "NIOTLS", "NIOSSL", "X509", "SwiftASN1",
        "Crypto", "_CryptoExtras", "FoundationEssentials", "Glibc", "Synchronization",
    ],
    "ProbeEngine": [
        "FleetModel", "RDPWire", "CertificateChecks", "CAres", "COpenSSL", "NIOCore", "NIOHTTP1", "NIOPosix",
        "NIOTLS",
        "FoundationEssentials", "Glibc", "Synchronization",
    ],
    "Webhooks": ["FleetModel", "NIOCore", "NIOHTTP1", "NIOPosix", "NIOSSL", "Glibc"],
    "rdptop": [
        "FleetModel", "ProbeEngine", "CertificateChecks", "Diagnosis", "Inventory", "PacketCapture", "Reports",
        "Drawing",
        "Dashboard", "TerminalIO", "SimulatedFleet", "Webhooks", "ArgumentParser", "CMalloc", "Foundation",
        "Synchronization",
    ],
]

private let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources").standardized

private func swiftFiles(in folder: URL) throws -> [URL] {
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    return files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
}

@Suite struct LayeringTests {
    @Test func everyTargetHasItsLineInTheTable() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: sources.path)
        let systemLibraries: Set = ["CNcurses", "CAres", "CMalloc", "COpenSSL"]
        #expect(Set(folders.filter { !$0.hasPrefix(".") }).subtracting(systemLibraries) == Set(allowed.keys))
    }

    @Test(arguments: allowed.keys.sorted())
    func importsStayInTheirLayer(module: String) throws {
        let files = try swiftFiles(in: sources.appending(path: module))
        let permitted = try #require(allowed[module])
        #expect(!files.isEmpty)
        for file in files {
            let text = try String(contentsOf: file, encoding: .utf8)
            for name in importedModules(text) {
                #expect(permitted.contains(name), "\(module)/\(file.lastPathComponent) imports \(name)")
            }
        }
    }

    /// The modules that the import declarations of a source file name.
    private func importedModules(_ text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard let keyword = words.firstIndex(of: "import"), keyword <= 2,
                words[..<keyword].allSatisfy({ ["package", "internal", "private"].contains($0) || $0.hasPrefix("@") })
            else { return nil }
            return words.dropFirst(keyword + 1).last.flatMap { $0.split(separator: ".").first }.map(String.init)
        }
    }

    @Test func nothingIsPublic() throws {
        for file in try swiftFiles(in: sources) {
            let text = try String(contentsOf: file, encoding: .utf8)
            let lines = text.split(separator: "\n").filter { $0.drop { $0 == " " }.hasPrefix("public ") }
            #expect(lines.isEmpty, "\(file.lastPathComponent): only an executable is exported; use package")
        }
    }
}
