import FleetModel
import NIOCore
import ProbeEngine
import TestSupport

/// A gateway ladder for tests: no name is ever asked for, certificates are only noted, the clock stands still, and random
/// bytes count from zero; nobody waits between two connections, unless a clock says so.
struct GatewayFixture {
    let ladder: GatewayLadder
    let examiner = NotingExaminer()

    /// Waits long for a DTLS peer that is there; one that says nothing is given up sooner.
    init(
        flightLimit: TimeAmount = .seconds(15), clock: any Clock<Duration> = HastyClock(),
        audit: (@Sendable (AuditEntry) -> Void)? = nil
    ) throws {
        let examiner = examiner
        ladder = try GatewayLadder(
            resolver: TableResolver([:]),
            examiners: CertificateExaminers(for: [Server]()) { _ in examiner },
            flightLimit: flightLimit, random: { count in (0..<count).map { UInt8(truncatingIfNeeded: $0) } },
            clock: clock, audit: audit,
            now: { LadderFixture.now })
    }

    /// Probes a gateway that does to each connection what the script says.
    func climb(
        _ script: [ScriptedServer.Step], after earlier: GatewaySnapshot? = nil, timeout: Span = .seconds(20)
    ) async throws -> GatewaySnapshot {
        try await ScriptedServer.run(script) { server in
            await ladder.climb(server.gateway(timeout: timeout), after: earlier)
        }
    }
}

/// A clock by which every wait is over at once.
struct HastyClock: Clock {
    var now: ManualClock.Instant { ManualClock.Instant(elapsed: .zero) }
    var minimumResolution: Duration { .nanoseconds(1) }

    func sleep(until deadline: ManualClock.Instant, tolerance: Duration?) async throws {
        try Task.checkCancellation()
    }
}

extension ScriptedServer {
    /// The gateway as a fleet has it, without a DTLS port unless there is one.
    func gateway(timeout: Span = .seconds(20), datagramPort: UInt16? = nil) -> Gateway {
        Gateway(
            name: "rdgw", host: "rdgw.example", port: endpoint.port, address: endpoint.address,
            datagramPort: datagramPort, policy: ProbePolicy(timeout: timeout))
    }

    /// What came in each of that many connections, after each has ended.
    func requests(ofConnections count: Int) async -> [String] {
        var requests = [""]
        for await event in events {
            switch event {
            case .received(let bytes): requests[requests.count - 1] += String(decoding: bytes, as: UTF8.self)
            case .ended where requests.count == count: return requests
            case .ended: requests.append("")
            case .handshakeCompleted, .negotiated, .closeNotify, .brokenOff: break
            }
        }
        return requests
    }
}

/// Answers of gateways and of what stands in their place.
enum Answer {
    /// A gateway's, as rdpgw gives it with all schemes.
    static let healthy = """
        HTTP/1.1 401 Unauthorized\r
        Content-Type: text/plain; charset=utf-8\r
        Www-Authenticate: NTLM\r
        Www-Authenticate: Negotiate\r
        Www-Authenticate: Basic realm="restricted", charset="UTF-8"\r
        Date: Sun, 22 Nov 2026 10:45:23 GMT\r
        Content-Length: 13\r
        \r
        Unauthorized

        """

    /// One answer to the first bytes of each connection, which ends after it.
    static func once(_ text: String) throws -> [ScriptedServer.Step] {
        try [.startTLS(ServerCertificates.modern.context()), .awaitBytes, .send(Array(text.utf8)), .close]
    }

    /// One answer after the other on one connection, which stays open.
    static func inTurn(_ texts: String...) throws -> [ScriptedServer.Step] {
        try [.startTLS(ServerCertificates.modern.context())]
            + texts.flatMap { [.awaitBytes, .send(Array($0.utf8))] }
    }
}
