import LabSupport
import Testing

@Suite("Gateways made of a web server")
struct GatewayTests {
    @Test(
        "each is told by its answer",
        arguments: [
            (NginxGateway.Answer.healthy, 401, "ok"), (.otherScheme, 401, "warning"), (.page, 200, "down"),
            (.methodRefused, 405, "down"), (.methodDenied, 403, "down"), (.absent, 404, "down"),
            (.backendDown, 502, "down"), (.redirect, 302, "down"),
        ])
    func answers(answer: NginxGateway.Answer, status: Int, state: String) async throws {
        let gateway = try #require(try await GatewayCheck.shared.value.gateway(answer.rawValue))
        #expect(gateway.transport?.status == status)
        #expect(gateway.state == state)
        // What nginx speaks by itself, before its version 1.23.4.
        #expect(gateway.layers.tls?.version == "TLS 1.2")
        #expect(gateway.certificate?.trust == "trusted")
        #expect(gateway.webSocket?.status == status)
        #expect(gateway.rpc?.status == status)
    }

    @Test("a healthy one names its schemes, and shows its DTLS port")
    func healthy() async throws {
        let gateway = try #require(try await GatewayCheck.shared.value.gateway("healthy"))
        #expect(gateway.transport?.schemes == ["Negotiate", "NTLM"])
        #expect(gateway.dtls?.version == "DTLS 1.2")
        #expect(gateway.dtls?.suite?.hasPrefix("TLS_ECDHE_ECDSA_WITH_AES_256_GCM") == true)
    }

    @Test("one whose DTLS is old says so")
    func oldDTLS() async throws {
        let gateway = try #require(try await GatewayCheck.shared.value.gateway(GatewayCheck.oldDTLS))
        #expect(gateway.dtls?.version == "DTLS 1.0")
    }

    @Test("one behind an intercepting proxy answers as ever, with a certificate of the proxy's authority")
    func intercepted() async throws {
        let gateway = try #require(try await GatewayCheck.shared.value.gateway(GatewayCheck.intercepted))
        #expect(gateway.transport?.status == 401)
        #expect(gateway.certificate?.trust != "trusted")
        #expect(gateway.state != "down")
    }
}
