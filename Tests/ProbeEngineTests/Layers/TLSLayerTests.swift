import FleetModel
import NIOCore
import NIOSSL
import Testing

@testable import ProbeEngine

@Suite("TLS layer")
struct TLSLayerTests {
    /// What a server does after its confirm and our ClientHello, and what the layer makes of it.
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var script: [ScriptedServer.Step]
        var failure: LayerFailure
        var alert: UInt8?
        var version: UInt16?
        var closedFirst: TLSFacts.Closer
        var timeout = Span.seconds(20)
    }

    static let cases: [Case] = [
        Case(testDescription: "closes", script: [.close], failure: .closed, closedFirst: .server),
        Case(testDescription: "resets", script: [.reset], failure: .reset, closedFirst: .server),
        Case(
            testDescription: "says nothing", script: [], failure: .timedOut, closedFirst: .us,
            timeout: .milliseconds(2_000)),
        Case(
            testDescription: "sends the alert handshake_failure", script: [.send(Wire.alert(40)), .close],
            failure: .tlsAlert(40), alert: 40, closedFirst: .server),
        Case(
            testDescription: "sends the alert internal_error and stays", script: [.send(Wire.alert(80))],
            failure: .tlsAlert(80), alert: 80, closedFirst: .server),
        Case(
            testDescription: "refuses our version as TLS 1.0", script: [.send(Wire.alert(70, version: 1)), .close],
            failure: .tlsAlert(70), alert: 70, closedFirst: .server),
        Case(
            testDescription: "refuses our version as SSL 3.0", script: [.send(Wire.alert(70, version: 0)), .close],
            failure: .tlsTooOld(0x0300), alert: 70, closedFirst: .server),
        Case(
            testDescription: "says goodbye at once", script: [.send(Wire.alert(0))], failure: .closed, alert: 0,
            closedFirst: .server),
        Case(
            testDescription: "chooses SSL 3.0", script: [.send(Wire.serverHello(version: 0))],
            failure: .tlsTooOld(0x0300), version: 0x0300, closedFirst: .us),
        Case(
            testDescription: "chooses a suite we did not offer", script: [.send(Wire.serverHello(version: 3))],
            failure: .handshakeFailed, version: 0x0303, closedFirst: .us),
        Case(
            testDescription: "disconnects in RDP's own terms", script: [.send(Wire.ultimatum), .close],
            failure: .disconnectInsteadOfTLS, closedFirst: .server),
        Case(
            testDescription: "speaks HTTP", script: [.send(Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8))],
            failure: .notRDP(.http), closedFirst: .us),
        Case(
            testDescription: "sends another confirm", script: [.send(Wire.confirmTLS)], failure: .malformed,
            closedFirst: .us),
        Case(
            testDescription: "sends a record that is none", script: [.send([22, 9, 9, 0, 4, 0, 0, 0, 0])],
            failure: .malformed, closedFirst: .us),
        Case(
            testDescription: "promises a ServerHello of 16 MB", script: [.send([22, 3, 3, 0, 4, 2, 255, 255, 255])],
            failure: .handshakeFailed, closedFirst: .us),
        Case(
            testDescription: "floods with handshake records",
            script: [.flood([UInt8](repeating: 22, count: 65_536))], failure: .malformed, closedFirst: .us),
        Case(
            testDescription: "drips its ServerHello so slowly that the time is up",
            script: [.drip(Wire.serverHello(version: 3), pause: .milliseconds(60))], failure: .timedOut,
            closedFirst: .us, timeout: .milliseconds(2_000)),
    ]

    @Test("What a server does in place of a handshake is told apart", arguments: cases)
    func failures(_ item: Case) async throws {
        let script: [ScriptedServer.Step] = [.awaitBytes, .send(Wire.confirmTLS), .awaitBytes] + item.script
        let snapshot = try await LadderFixture().climb(script, timeout: item.timeout)
        #expect(snapshot.x224?.failure == nil)
        let observation = try #require(snapshot.tls)
        #expect(observation.failure == item.failure)
        #expect(observation.facts?.alert == item.alert)
        #expect(observation.facts?.version == item.version)
        #expect(observation.facts?.closedFirst == item.closedFirst)
        #expect(snapshot.certificate == nil)
    }

    @Test(
        "Every version from TLS 1.0 on is spoken, and version and suite are known",
        arguments: [(.tlsv1, 0x0301), (.tlsv11, 0x0302), (.tlsv12, 0x0303), (.tlsv13, 0x0304)]
            as [(TLSVersion, UInt16)])
    func versions(version: TLSVersion, number: UInt16) async throws {
        let fixture = try LadderFixture()
        let tls = try ServerCertificates.modern.context(maximumVersion: version)
        let snapshot = try await fixture.climb([.awaitBytes, .send(Wire.confirmTLS), .startTLS(tls)])
        let observation = try #require(snapshot.tls)
        #expect(observation.failure == nil)
        #expect(observation.facts?.version == number)
        #expect(observation.facts?.cipherSuiteName?.hasPrefix("TLS_") == true)
        #expect(observation.facts?.closedFirst == nil)
        #expect((observation.facts?.bytesReceived ?? 0) > 300)
        #expect(fixture.examiner.chains == [[try ServerCertificates.modern.der]])
        #expect(snapshot.certificate?.failure == nil)
        #expect(snapshot.certificate?.facts?.askedName == "ts01.example")
    }

    @Test("A weak certificate is no reason to fail: RSA of 1024 bits, signed with SHA-1")
    func weakCertificate() async throws {
        let fixture = try LadderFixture()
        let tls = try ServerCertificates.weak.context()
        let snapshot = try await fixture.climb([.awaitBytes, .send(Wire.confirmTLS), .startTLS(tls)])
        #expect(snapshot.tls?.failure == nil)
        #expect(fixture.examiner.chains == [[try ServerCertificates.weak.der]])
    }

    @Test("An alert that comes after the ServerHello is the server's, and the chain that came before it is read")
    func lateAlert() async throws {
        let fixture = try LadderFixture()
        let tls = try ServerCertificates.modern.context(maximumVersion: .tlsv12, demandsClientCertificate: true)
        let snapshot = try await fixture.climb([.awaitBytes, .send(Wire.confirmTLS), .startTLS(tls)])
        #expect(snapshot.tls?.failure == .tlsAlert(40))
        #expect(snapshot.tls?.facts?.version == 0x0303)
        #expect(snapshot.tls?.facts?.closedFirst == .server)
        #expect(fixture.examiner.chains == [[try ServerCertificates.modern.der]])
        #expect(snapshot.certificate?.failure == nil)
    }

    @Test("The connection ends with close_notify before the end of the stream")
    func orderlyEnd() async throws {
        let tls = try ServerCertificates.modern.context()
        try await ScriptedServer.run([.awaitBytes, .send(Wire.confirmTLS), .startTLS(tls)]) { server in
            let snapshot = await (try LadderFixture()).ladder.climb(server.target())
            #expect(snapshot.tls?.failure == nil)
            #expect(
                await server.eventsOfOneConnection()
                    == [.received(Wire.request), .handshakeCompleted, .closeNotify, .ended])
        }
    }

    @Test("A server that floods instead of answering our close_notify is left alone")
    func floodAfterHandshake() async throws {
        let tls = try ServerCertificates.modern.context()
        let flood = ScriptedServer.Step.flood([UInt8](repeating: 0, count: 16_384))
        let snapshot = try await LadderFixture().climb([.awaitBytes, .send(Wire.confirmTLS), .startTLS(tls), flood])
        #expect(snapshot.tls?.failure == nil)
        #expect(snapshot.certificate?.failure == nil)
    }

    @Test(
        "Bytes in the clear behind the confirm are refused, never taken for bytes that came through TLS",
        arguments: [
            (Array("injected".utf8), .malformed), (Wire.confirmTLS, .malformed),
            (Wire.ultimatum, .disconnectInsteadOfTLS),
        ] as [([UInt8], LayerFailure)])
    func injectedPlaintext(bytes: [UInt8], failure: LayerFailure) async throws {
        try await ScriptedServer.run([.awaitBytes, .send(Wire.confirmTLS + bytes)]) { server in
            let snapshot = await (try LadderFixture()).ladder.climb(server.target())
            #expect(snapshot.x224?.failure == nil)
            #expect(snapshot.tls?.failure == failure)
            #expect(snapshot.tls?.facts?.bytesReceived == bytes.count)
            #expect(await server.eventsOfOneConnection() == [.received(Wire.request), .ended])
        }
    }

    @Test(
        "SNI carries DNS names only",
        arguments: [
            ("ts01.example", "ts01.example"), ("ts01", "ts01"), ("ts01.example.", "ts01.example"),
            ("host_1.corp.example", "host_1.corp.example"), ("127.0.0.1", nil), ("2001:db8::1", nil), ("10.1", nil),
            ("", nil), ("b\u{FC}ro.example", nil), ("a b", nil), (String(repeating: "a", count: 254), nil),
        ] as [(String, String?)])
    func serverNames(name: String, serverName: String?) {
        #expect(TLSLayer.serverName(of: Server(name: name)) == serverName)
    }
}
