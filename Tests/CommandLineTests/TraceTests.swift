import LabSupport
import Testing

@Suite("rdptop trace")
struct TraceTests {
    /// Traces an xrdp with this certificate by its address.
    private func trace(_ profile: CertificateProfile, _ options: String...) async throws -> CommandResult {
        let certificate = try await LabAuthority.shared.certificate(profile)
        let server = try await XrdpServer.start(.tls, certificate: certificate)
        let result = try await RdptopBinary().run(["trace", server.endpoint.address] + options)
        await server.stop()
        return result
    }

    /// Self-signed and asked for by address: notes at most.
    private static var selfSigned: CertificateProfile {
        var profile = CertificateProfile.valid(for: "xrdp.lab.test")
        profile.issuer = .itself
        return profile
    }

    @Test("prints every byte of the request, and what the server chose")
    func steps() async throws {
        let output = try await trace(Self.selfSigned, "--verbose").standardOutput
        #expect(output.contains("sent 44 bytes"))
        // TPKT and X.224 (MS-RDPBCGR 2.2.1.1), then the cookie, then RDP_NEG_REQ for 0x0B.
        #expect(output.contains("03 00 00 2c 27 e0 00 00 00 00 00 43 6f 6f 6b 69"))
        #expect(output.contains("65 3a 20 6d 73 74 73 68 61 73 68 3d 72 64 70 74"))
        #expect(output.contains("6f 70 0d 0a 01 00 08 00 0b 00 00 00"))
        #expect(output.contains("received 19 bytes"))
        #expect(output.contains("03 00 00 13 0e d0 00 00 12 34 00 02 01 08 00 01"))
    }

    @Test("prints no bytes unless asked to")
    func quiet() async throws {
        let output = try await trace(Self.selfSigned).standardOutput
        #expect(output.contains("sent 44 bytes"))
        #expect(!output.contains("03 00 00 2c"))
    }

    @Test("asks by UDP at the end, and says what came of it")
    func datagrams() async throws {
        let lines = try await trace(Self.selfSigned).standardOutput.split(separator: "\n")
        #expect(lines.contains { $0.contains(/UDP +RDP-UDP SYN to 127\.[0-9.]+:3389$/) })
        #expect(lines.contains { $0.contains(/UDP +!! failed after .*: R, refused or reset: refused/) })
        #expect(lines.contains { $0.contains(/^  UDP     127\.[0-9.]+:3389: refused/) })
    }

    @Test("names the protocol that the server selected, and its TLS")
    func choices() async throws {
        let lines = try await trace(Self.selfSigned).standardOutput.split(separator: "\n")
        #expect(lines.contains { $0.contains("X.224") && $0.contains(/chosen|chose|selected/) && $0.contains("TLS") })
        #expect(lines.contains { $0.contains("TLS 1.3") })
        #expect(lines.contains { $0.contains("TLS_AES_") })
    }

    @Test("shows the certificate and the verdict, and ends with 0 when all is well")
    func wellEnding() async throws {
        let result = try await trace(Self.selfSigned)
        #expect(result.status == 0)
        #expect(result.standardError.isEmpty)
        #expect(result.standardOutput.contains("subject CN=xrdp.lab.test"))
        #expect(result.standardOutput.contains("-.....-R-"))
        #expect(result.standardOutput.contains("close_notify"))
        #expect(result.standardOutput.contains("our side ended the connection first"))
        #expect(result.standardOutput.split(separator: "\n").contains { $0.hasPrefix("ok  127.") })
        #expect(!result.standardOutput.contains("once more after a second"))
        #expect(!result.standardOutput.utf8.contains(0x1B))
    }

    @Test("ends with 1 when there is a warning")
    func warning() async throws {
        let result = try await trace(.valid(for: "xrdp.lab.test"))
        #expect(result.status == 1)
        #expect(result.standardOutput.contains("certificate lacks the name asked for"))
    }

    @Test("says refused where nothing listens, tries once more, and ends with 2")
    func refused() async throws {
        let endpoint = try LoopbackEndpoint.free()
        let result = try await RdptopBinary().run(["trace", endpoint.address])
        #expect(result.status == 2)
        #expect(result.standardOutput.contains("TCP 3389 refused at once"))
        #expect(result.standardOutput.contains("refused (RST)"))
        #expect(result.standardOutput.ranges(of: "connecting to \(endpoint)").count == 2)
        #expect(!result.standardOutput.utf8.contains(0x1B))
    }

    @Test("takes one server, by a name or an address", arguments: [[], ["a", "b"], ["[::1"], ["ts[01:03]"], ["x:0"]])
    func arguments(_ arguments: [String]) async throws {
        let result = try await RdptopBinary().run(["trace"] + arguments)
        #expect(result.status == 64)
        #expect(!result.standardError.isEmpty)
        #expect(result.standardOutput.isEmpty)
    }
}
