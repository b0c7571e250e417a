import Foundation
import LabSupport
import Testing

/// The example is the documentation of the fleet file: it has every key, and no other.
@Suite("hosts.example.yaml")
struct HostsExampleTests {
    @Test("is a fleet file without a mistake, as it stands and with its commented settings")
    func valid() async throws {
        let folder = try ScratchFolder()
        try folder.write(text(ofFile: try await LabAuthority.shared.rootCertificate()), to: "corp-root.pem")
        for (name, content) in [("plain.yaml", try Self.example()), ("whole.yaml", try Self.wholeExample())] {
            try folder.write(content, to: name)
            let result = try await RdptopBinary().run(["validate", name], workingDirectory: folder.path)
            #expect(result.status == 0, "\(result)")
        }
    }

    @Test("has every key that is understood, and no other")
    func keys() async throws {
        let known = try await Self.knownKeys()
        #expect(known.isSuperset(of: ["resolvers", "pin", "runbook", "critical", "udp"]))
        #expect(Self.keys(of: try Self.wholeExample()) == known)
    }

    /// What rdptop says may stand in each part of a fleet file, when it finds a plain text there.
    private static func knownKeys() async throws -> Set<String> {
        let folder = try ScratchFolder()
        var keys: Set<String> = []
        for (file, parts) in [
            ("nothing\n", ["a fleet file"]),
            ("defaults: x\n", ["defaults"]),
            ("defaults: {certificate: x, expect: x}\n", ["certificate", "expect"]),
            ("gateways: [x]\ngroups: [x]\nhosts: [[x]]\n", ["a gateway", "a group", "a host"]),
        ] {
            try folder.write(file, to: "fleet.yaml")
            let result = try await RdptopBinary().run(["validate", "fleet.yaml"], workingDirectory: folder.path)
            let lines = result.standardError.split(separator: "\n")
            for part in parts {
                let phrase = ": \(part) is written as keys and values: "
                let line = try #require(lines.first { $0.contains(phrase) }, "\(part): \(result)")
                let list = try #require(line.components(separatedBy: phrase).last)
                keys.formUnion(list.components(separatedBy: ", "))
            }
        }
        return keys
    }

    /// The keys of a text in YAML: words before a colon, at the start of a line or of an item, or inside braces.
    private static func keys(of yaml: String) -> Set<String> {
        let lines = yaml.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("#") }
        return Set(lines.flatMap { $0.matches(of: /(?:^|[ {])([a-z]+):(?= |$)/).map { String($0.output.1) } })
    }

    private static func example() throws -> String {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: root.appendingPathComponent("hosts.example.yaml"), encoding: .utf8)
    }

    /// With the settings that are commented out, as nobody has the files and addresses that they name.
    private static func wholeExample() throws -> String {
        try example().replacing(/(?m)^( *)# ([a-z]+: \[)/) { "\($0.output.1)\($0.output.2)" }
    }
}
