import LabSupport
import Testing

@Suite("A real xrdp")
struct XrdpServerTests {
    // The source reference 12 34 and the flags 01 are xrdp's own, as Windows' (MS-RDPBCGR 2.2.1.2).
    private static let selectedRDP = "03 00 00 13 0e d0 00 00 12 34 00 02 01 08 00 00 00 00 00"
    private static let selectedTLS = "03 00 00 13 0e d0 00 00 12 34 00 02 01 08 00 01 00 00 00"
    private static let requiresTLS = "03 00 00 13 0e d0 00 00 12 34 00 03 00 08 00 01 00 00 00"
    private static let noCertificate = "03 00 00 13 0e d0 00 00 12 34 00 03 00 08 00 03 00 00 00"
    private static let withoutNegotiation = "03 00 00 0b 06 d0 00 00 12 34 00"

    private static let answers: [(XrdpServer.SecurityLayer, [Exchange])] = [
        (
            .rdp,
            [0, 1, 2, 3, 0x0B].map { Exchange($0, selectedRDP) } + [Exchange(nil, withoutNegotiation)]
        ),
        (
            .tls,
            [
                Exchange(0, requiresTLS), Exchange(1, selectedTLS), Exchange(2, requiresTLS),
                Exchange(3, selectedTLS), Exchange(0x0B, selectedTLS), Exchange(nil, withoutNegotiation),
            ]
        ),
        (
            .negotiate,
            [
                Exchange(0, selectedRDP), Exchange(1, selectedTLS), Exchange(2, selectedRDP),
                Exchange(3, selectedTLS), Exchange(0x0B, selectedTLS), Exchange(nil, withoutNegotiation),
            ]
        ),
    ]

    @Test("answers each negotiation request as documented, and is gone once stopped", arguments: answers)
    func answersNegotiation(layer: XrdpServer.SecurityLayer, exchanges: [Exchange]) async throws {
        let server = try await XrdpServer.start(layer)
        for exchange in exchanges {
            let answer = try await exchange.answer(of: server.endpoint)
            #expect(answer == exchange.confirm, "\(exchange)")
        }
        await server.stop()
        #expect(isGone(server.process))
        #expect(await !LoopbackSocket.accepts(server.endpoint))
    }

    @Test("says that it has no certificate when its key is unreadable")
    func unreadableKey() async throws {
        let server = try await XrdpServer.start(.tls, key: .unreadable)
        #expect(try await Exchange(1, Self.noCertificate).answer(of: server.endpoint) == Self.noCertificate)
        await server.stop()
    }

    @Test("answers the ClientHello with a disconnect in clear when its key is of another certificate")
    func mismatchedKey() async throws {
        let other = try await LabAuthority.shared.certificate(.valid(for: "other-key.lab.test"))
        let server = try await XrdpServer.start(.tls, key: .of(other))
        #expect(try await tlsAnswer(of: server, count: 9) == "03 00 00 09 02 f0 80 21 80")
        await server.stop()
    }

    @Test(
        "presents the certificate it was given, weak ones under a lowered policy",
        arguments: [
            (CertificateProfile.valid(for: "a.lab.test"), XrdpServer.CryptographicPolicy.system),
            (.expired(for: "a.lab.test"), .system), (.withoutIntermediate(for: "a.lab.test"), .system),
            (.windowsSelfSigned(host: "TS01"), .system),
            (.rsa1024(for: "a.lab.test"), .anything), (.sha1(for: "a.lab.test"), .anything),
            (.md5(for: "a.lab.test"), .anything),
        ]
    )
    func presentsCertificate(profile: CertificateProfile, policy: XrdpServer.CryptographicPolicy) async throws {
        let certificate = try await LabAuthority.shared.certificate(profile)
        let server = try await XrdpServer.start(.tls, certificate: certificate, policy: policy)
        let leaf = try certificate.leafDER()
        // In TLS 1.2 the certificate travels in clear, soon after the ServerHello.
        let flight = try await tlsAnswer(of: server, count: 5 + 4 + 90 + leaf.count)
        #expect(flight.hasPrefix("16 03 03"))
        #expect(flight.contains(hex(leaf.dropLast(200))))
        await server.stop()
    }

    @Test("refuses a weak certificate under the system's policy with a disconnect in clear")
    func weakCertificateUnderSystemPolicy() async throws {
        let weak = try await LabAuthority.shared.certificate(.rsa1024(for: "a.lab.test"))
        let server = try await XrdpServer.start(.tls, certificate: weak)
        #expect(try await tlsAnswer(of: server, count: 9) == "03 00 00 09 02 f0 80 21 80")
        await server.stop()
    }

    @Test("that cannot start is an error with the end of its output")
    func cannotStart() async throws {
        // TEST-NET-1 (RFC 5737) is no address of this machine.
        let foreign = LoopbackEndpoint("192.0.2.1", port: 3389)
        let error = await #expect(throws: LabError.self) { try await XrdpServer.start(.rdp, on: foreign) }
        #expect(try #require(error).description.contains("xrdp exited with status"))
    }

    /// What the server sends after it has selected TLS and got a ClientHello.
    private func tlsAnswer(of server: XrdpServer, count: Int) async throws -> String {
        let connection = try await LoopbackSocket.connect(to: server.endpoint)
        try connection.send(LiteralNegotiation.request(mask: 1))
        let confirm = try await connection.receive(count: 19)
        #expect(hex(confirm) == Self.selectedTLS)
        try connection.send(clientHello)
        return hex(try await connection.receive(count: count))
    }
}
