import Foundation
import LabSupport
import Testing

@Suite("A check of real servers")
struct RealServerTests {
    @Test("says of each what it should", .timeLimit(.minutes(5)), arguments: RealServerTable.rows)
    func row(_ row: RealServer) async throws {
        let check = try await RealCheck.shared.value
        expect(try #require(check.server(row)), row.expected)
    }

    @Test("ends with the status of servers that are down, and says nothing on standard error", .timeLimit(.minutes(5)))
    func end() async throws {
        let check = try await RealCheck.shared.value
        #expect(check.end == .exited(2))
        #expect(check.standardError.isEmpty)
        #expect(check.report.servers.count == RealServerTable.rows.count)
    }

    @Test("follows an alias and tells it", .timeLimit(.minutes(5)))
    func alias() async throws {
        let check = try await RealCheck.shared.value
        let answer = try #require(check.report.servers.first { $0.name == "alias.lab.test" }?.layers.dns?.a)
        #expect(answer.code == 0)
        #expect(answer.aliases.contains("target-of-alias.lab.test"))
    }

    @Test(
        "reads certificates as openssl does", .timeLimit(.minutes(5)),
        arguments: RealServerTable.rows.filter { $0.expected.certificate != nil })
    func certificates(_ row: RealServer) async throws {
        let check = try await RealCheck.shared.value
        let leaf = try #require(check.server(row)?.certificate?.leaf)
        let file = try #require(check.running(row)?.certificate?.leaf)
        let facts = try await OpenSSLFacts.read(file)
        #expect(leaf.sha256 == facts["sha256 Fingerprint"]?.filter { $0 != ":" }.lowercased())
        #expect(leaf.notBefore == facts["notBefore"]?.replacing(" ", with: "T"))
        #expect(leaf.notAfter == facts["notAfter"]?.replacing(" ", with: "T"))
        #expect(leaf.subject == facts["subject"])
        #expect(leaf.serial.filter(\.isHexDigit).uppercased() == facts["serial"])
    }
}

/// What `openssl x509` says of a certificate.
enum OpenSSLFacts {
    /// Its lines, by what stands before the first `=`.
    static func read(_ file: String) async throws -> [String: String] {
        let text = try await run(
            .openssl,
            ["x509", "-in", file, "-noout", "-fingerprint", "-sha256", "-serial", "-dates", "-subject"]
                + ["-dateopt", "iso_8601", "-nameopt", "RFC2253"])
        let pairs = text.split(separator: "\n").map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
        return Dictionary(
            pairs.compactMap { $0.count == 2 ? ($0[0], $0[1]) : nil }, uniquingKeysWith: { first, _ in first })
    }
}
