import LabSupport
import Testing

@Suite("Servers for gateways")
struct GatewayServersTests {
    /// A DTLS 1.0 ClientHello without a cookie.
    private let hello: [UInt8] =
        [0x16, 0xFE, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x3E]
        + [1, 0, 0, 0x32, 0, 0, 0, 0, 0, 0, 0, 0x32, 0xFE, 0xFF] + [UInt8](0..<32)
        + [0, 0, 0, 0x0A, 0xC0, 0x14, 0xC0, 0x13, 0, 0x35, 0, 0x2F, 0, 0x0A, 1, 0]

    @Test("a DTLS peer wants its cookie back", arguments: [DTLSPeer.Version.dtls10, .dtls12])
    func cookie(version: DTLSPeer.Version) async throws {
        let certificate = try await LabAuthority.shared.certificate(.valid(for: "rdgw.lab.test"))
        let endpoint = try LoopbackEndpoint.free(port: 3391)
        let peer = try await DTLSPeer.start(version, on: endpoint, certificate: certificate)
        let socket = try await LoopbackSocket.connect(to: endpoint, .datagram)
        try socket.send(hello)
        let answer = try await socket.receiveSome()
        // A handshake record, and in it message 3, HelloVerifyRequest.
        #expect(answer.starts(with: [0x16, 0xFE, 0xFF]))
        #expect(answer.dropFirst(13).first == 3)
        await peer.stop()
        #expect(isGone(peer.process))
    }

    @Test("an intercepting proxy listens before a gateway, and is gone once stopped")
    func proxy() async throws {
        let certificate = try await LabAuthority.shared.certificate(.valid(for: "rdgw.lab.test"))
        let gateway = try await NginxGateway.start(.healthy, certificate: certificate)
        let proxy = try await InterceptingProxy.start(inFrontOf: gateway.endpoint)
        #expect(await LoopbackSocket.accepts(proxy.endpoint))
        await proxy.stop()
        #expect(isGone(proxy.process))
        await gateway.stop()
    }
}
