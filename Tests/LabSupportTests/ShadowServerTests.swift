import LabSupport
import Testing

@Suite("A real freerdp-shadow")
struct ShadowServerTests {
    // The source reference 00 00 and the flags 03 are freerdp's own (MS-RDPBCGR 2.2.1.2).
    private static func selected(_ value: Int) -> String {
        "03 00 00 13 0e d0 00 00 00 00 00 02 03 08 00 0\(value) 00 00 00"
    }

    private static func failure(_ code: Int) -> String {
        "03 00 00 13 0e d0 00 00 00 00 00 03 00 08 00 0\(code) 00 00 00"
    }

    private static let answers: [(ShadowServer.Security, [Exchange])] = [
        (
            .nla,
            [
                Exchange(0, failure(5)), Exchange(1, failure(5)), Exchange(2, selected(2)),
                Exchange(0x0B, selected(2)), Exchange(nil, failure(5)),
            ]
        ),
        (
            .tls,
            [
                Exchange(0, failure(1)), Exchange(1, selected(1)), Exchange(2, failure(1)),
                Exchange(0x0B, selected(1)), Exchange(nil, failure(1)),
            ]
        ),
        (
            .rdp,
            [
                Exchange(0, selected(0)), Exchange(1, failure(2)), Exchange(2, failure(2)),
                Exchange(0x0B, failure(2)), Exchange(nil, selected(0)),
            ]
        ),
        (
            .any,
            [
                Exchange(0, selected(0)), Exchange(1, selected(1)), Exchange(2, selected(2)),
                Exchange(8, failure(2)), Exchange(0x0B, selected(2)), Exchange(nil, selected(0)),
            ]
        ),
    ]

    @Test("answers each negotiation request as documented, and is gone once stopped", arguments: answers)
    func answersNegotiation(security: ShadowServer.Security, exchanges: [Exchange]) async throws {
        let server = try await ShadowServer.start(security)
        for exchange in exchanges {
            let answer = try await exchange.answer(of: server.endpoint)
            #expect(answer == exchange.confirm, "\(exchange)")
        }
        await server.stop()
        #expect(isGone(server.process))
    }

    @Test("presents the certificate it was given, under another name and clock")
    func ownCertificate() async throws {
        let certificate = try await LabAuthority.shared.certificate(.windowsSelfSigned(host: "TS02"))
        let server = try await ShadowServer.start(
            .tls,
            certificate: certificate,
            hostName: "TS02",
            clockOffset: 600
        )
        let connection = try await LoopbackSocket.connect(to: server.endpoint)
        try connection.send(LiteralNegotiation.request(mask: 1))
        #expect(hex(try await connection.receive(count: 19)) == Self.selected(1))
        try connection.send(clientHello)
        let leaf = try certificate.leafDER()
        let flight = hex(try await connection.receive(count: 5 + 4 + 90 + leaf.count))
        #expect(flight.contains(hex(leaf.dropLast(200))))
        await server.stop()
    }
}
