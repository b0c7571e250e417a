import LabSupport
import Testing

/// sslscan looks at the same servers as the program does.
@Suite("An independent scanner")
struct TLSScanTests {
    /// What xrdp is told, and the newest version that it then speaks.
    struct Case: Sendable, CustomTestStringConvertible {
        var protocols: String
        var policy = XrdpServer.CryptographicPolicy.system
        var newest: String
        var versions: Set<String>
        var testDescription: String { protocols }
    }

    static let cases = [
        Case(protocols: "TLSv1.2, TLSv1.3", newest: "TLS 1.3", versions: ["TLS 1.2", "TLS 1.3"]),
        Case(protocols: "TLSv1.2", newest: "TLS 1.2", versions: ["TLS 1.2"]),
        Case(protocols: "TLSv1", policy: .anything, newest: "TLS 1.0", versions: ["TLS 1.0"]),
    ]

    @Test(
        "finds the version, the suite and the certificate that the program reports", .timeLimit(.minutes(5)),
        arguments: cases)
    func agreement(_ item: Case) async throws {
        let certificate = try await LabAuthority.shared.certificate(.valid(for: "scanned.lab.test"))
        let server = try await XrdpServer.start(
            .tls, certificate: certificate, protocols: item.protocols, policy: item.policy)
        let result = try await RdptopBinary().run(["check", "\(server.endpoint)", "--format", "json"])
        let trace = try await RdptopBinary().run(["trace", "\(server.endpoint)"]).standardOutput
        let scan = try await TLSScan.perform(server.endpoint, policy: item.policy)
        await server.stop()
        let reported = try #require(try CheckReport.read(result.standardOutput).servers.first)
        let handshake = try #require(reported.layers.tls)
        #expect(scan.versions == item.versions)
        #expect(handshake.version == item.newest)
        #expect(scan.suites[item.newest]?.contains(try #require(handshake.suiteNumber)) == true)
        let leaf = try #require(reported.certificate?.leaf)
        #expect(scan.subject == "scanned.lab.test")
        #expect(leaf.subject == "CN=scanned.lab.test")
        #expect(leaf.notBefore == scan.notBefore)
        #expect(leaf.notAfter == scan.notAfter)
        // A trace tells the same in its lines.
        for fact in [item.newest, handshake.suite, scan.subject.map { "CN=\($0)" }, scan.notAfter] {
            let fact = try #require(fact)
            #expect(trace.contains(fact), "\(fact)")
        }
    }
}
