import LabSupport
import Testing

/// A client of literal bytes asks the same servers as the program does.
@Suite("A client of literal bytes")
struct LiteralNegotiationTests {
    /// A server that is started for the test.
    enum Software: Sendable {
        case xrdp(XrdpServer.SecurityLayer)
        case shadow(ShadowServer.Security)

        func start() async throws -> (LoopbackEndpoint, stop: @Sendable () async -> Void) {
            switch self {
            case .xrdp(let layer):
                let server = try await XrdpServer.start(layer)
                return (server.endpoint, { await server.stop() })
            case .shadow(let security):
                let server = try await ShadowServer.start(security)
                return (server.endpoint, { await server.stop() })
            }
        }
    }

    /// What a server answers to requestedProtocols 0, 1, 2, 3, 0x0B, and to a request without them.
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var software: Software
        var answers: [LiteralNegotiation.Answer]
    }

    static let masks: [UInt8?] = [0, 1, 2, 3, 0x0B, nil]

    static let cases: [Case] = [
        Case(
            testDescription: "xrdp, rdp", software: .xrdp(.rdp),
            answers: [xrdp(0), xrdp(0), xrdp(0), xrdp(0), xrdp(0), .withoutNegotiation]),
        Case(
            testDescription: "xrdp, tls", software: .xrdp(.tls),
            answers: [.refused(1), xrdp(1), .refused(1), xrdp(1), xrdp(1), .withoutNegotiation]),
        Case(
            testDescription: "xrdp, negotiate", software: .xrdp(.negotiate),
            answers: [xrdp(0), xrdp(1), xrdp(0), xrdp(1), xrdp(1), .withoutNegotiation]),
        Case(
            testDescription: "freerdp-shadow, NLA", software: .shadow(.nla),
            answers: [.refused(5), .refused(5), shadow(2), shadow(2), shadow(2), .refused(5)]),
        Case(
            testDescription: "freerdp-shadow, TLS", software: .shadow(.tls),
            answers: [.refused(1), shadow(1), .refused(1), shadow(1), shadow(1), .refused(1)]),
        Case(
            testDescription: "freerdp-shadow, RDP", software: .shadow(.rdp),
            answers: [shadow(0), .refused(2), .refused(2), .refused(2), .refused(2), shadow(0)]),
        Case(
            testDescription: "freerdp-shadow, any", software: .shadow(.any),
            answers: [shadow(0), shadow(1), shadow(2), shadow(2), shadow(2), shadow(0)]),
    ]

    // The flags of RDP_NEG_RSP are EXTENDED_CLIENT_DATA_SUPPORTED, and freerdp adds DYNVC_GFX_PROTOCOL_SUPPORTED.
    private static func xrdp(_ selected: UInt32) -> LiteralNegotiation.Answer { .selected(selected, flags: 1) }
    private static func shadow(_ selected: UInt32) -> LiteralNegotiation.Answer { .selected(selected, flags: 3) }

    private static let protocols: [UInt32: String] = [0: "RDP", 1: "TLS", 2: "HYBRID", 8: "HYBRID_EX"]

    @Test("gets the answers that the program reports", .timeLimit(.minutes(5)), arguments: cases)
    func answers(_ item: Case) async throws {
        let (endpoint, stop) = try await item.software.start()
        var seen: [UInt8?: LiteralNegotiation] = [:]
        for (mask, expected) in zip(Self.masks, item.answers) {
            let exchange = try await LiteralNegotiation.perform(mask: mask, with: endpoint)
            #expect(exchange.answer == expected, "mask \(mask.map(String.init) ?? "absent")")
            seen[mask] = exchange
        }
        let result = try await RdptopBinary().run(["check", "\(endpoint)", "--format", "json"])
        await stop()
        let reported = try #require(try CheckReport.read(result.standardOutput).servers.first?.layers.x224)
        let asked = try #require(seen[0x0B])
        #expect(reported.requested == ["TLS", "HYBRID", "HYBRID_EX"])
        #expect(reported.firstBytes == hexadecimal(asked.bytes))
        switch try #require(asked.answer) {
        case .selected(let selected, let flags):
            #expect(reported.selected == [try #require(Self.protocols[selected])])
            #expect(reported.flags == Int(flags))
            #expect(reported.code == nil)
        case .refused(let code):
            #expect(reported.code == Int(code))
            #expect(reported.selected == nil)
        case .withoutNegotiation:
            #expect(reported.selected == ["RDP"])
            #expect(reported.code == nil)
        }
    }

    private func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
