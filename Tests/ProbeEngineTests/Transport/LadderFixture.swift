import FleetModel
import ProbeEngine
import Synchronization

/// A ladder for tests: names come from a table, certificates are only noted, the clock stands still.
struct LadderFixture {
    /// What every observation says of its time.
    static let now = Instant(seconds: 1_800_000_000)

    let ladder: Ladder
    let examiner = NotingExaminer()

    init(resolver: any NameResolving = TableResolver([:])) throws {
        let examiner = examiner
        let examiners = try CertificateExaminers(for: [Server]()) { _ in examiner }
        ladder = try Ladder(resolver: resolver, examiners: examiners, now: { Self.now })
    }

    /// Probes one scripted server once.
    func climb(
        _ script: [ScriptedServer.Step], name: String = "ts01.example", timeout: Span = .seconds(20)
    ) async throws -> ServerSnapshot {
        try await ScriptedServer.run(script) { server in
            await ladder.climb(server.target(named: name, timeout: timeout))
        }
    }
}

/// Knows names from a table; any other does not exist.
struct TableResolver: NameResolving {
    private let table: [String: [IPAddress]]

    init(_ table: [String: [IPAddress]]) {
        self.table = table
    }

    func resolve(_ name: String, deadline: ContinuousClock.Instant) async -> Observation<DNSFacts> {
        guard let addresses = table[name] else {
            return Observation(facts: nil, failure: .noSuchName, microseconds: 7, at: LadderFixture.now)
        }
        let facts = DNSFacts(name: name, addresses: addresses, source: .query)
        return Observation(facts: facts, microseconds: 7, at: LadderFixture.now)
    }
}

/// Answers only when its task is cancelled.
struct SilentResolver: NameResolving {
    /// Yields when it has been asked.
    let asked: AsyncStream<Void>.Continuation

    func resolve(_ name: String, deadline: ContinuousClock.Instant) async -> Observation<DNSFacts> {
        asked.yield()
        let (never, _) = AsyncStream.makeStream(of: Void.self)
        for await _ in never {}
        return Observation(facts: nil, failure: .ourFault(.cancelled), microseconds: 7, at: LadderFixture.now)
    }
}

/// Keeps the chains that it is shown.
final class NotingExaminer: CertificateExamining {
    private let noted = Mutex<[[[UInt8]]]>([])

    /// The chains, in the order in which they were shown.
    var chains: [[[UInt8]]] { noted.withLock { $0 } }

    func examine(chain: [[UInt8]], askedFor name: String, pin: String?) async -> CertificateFacts? {
        noted.withLock { $0.append(chain) }
        let leaf = CertificateDescription(subject: "CN=noted", issuer: "CN=noted", sha256: "")
        return CertificateFacts(leaf: leaf, askedName: name, nameMatch: .none, trust: .selfSigned)
    }
}

/// Messages that servers send.
enum Wire {
    /// Connection Confirm that selects TLS, as from Windows (MS-RDPBCGR 2.2.1.2).
    static let confirmTLS: [UInt8] = confirm(type: 2, flags: 0x1F, value: 1)
    /// Connection Confirm that selects HYBRID_EX.
    static let confirmHybridEx: [UInt8] = confirm(type: 2, flags: 0x1F, value: 8)
    /// Connection Confirm that selects HYBRID.
    static let confirmHybrid: [UInt8] = confirm(type: 2, flags: 0x1F, value: 2)
    /// Connection Confirm that selects standard RDP security.
    static let confirmStandard: [UInt8] = confirm(type: 2, flags: 0, value: 0)
    /// Connection Confirm without negotiation data, as from Windows XP.
    static let confirmBare: [UInt8] = [3, 0, 0, 11, 6, 0xD0, 0, 0, 0x12, 0x34, 0]
    /// MCS Disconnect Provider Ultimatum, as from xrdp with a key that does not fit.
    static let ultimatum: [UInt8] = [3, 0, 0, 9, 2, 0xF0, 0x80, 0x21, 0x80]
    /// The Connection Request that the engine sends: cookie `rdptop`, TLS, HYBRID and HYBRID_EX.
    static let request: [UInt8] =
        [3, 0, 0, 44, 39, 0xE0, 0, 0, 0, 0, 0]
        + Array("Cookie: mstshash=rdptop\r\n".utf8)
        + [1, 0, 8, 0, 0x0B, 0, 0, 0]

    /// The Connection Request of the companion connection: cookie `rdptop`, TLS alone.
    static let companionRequest: [UInt8] = Array(request.dropLast(4)) + [1, 0, 0, 0]
    /// The TSRequest that the engine sends: version 6, a bare NTLM NEGOTIATE (MS-CSSP 2.2.1, MS-NLMP 2.2.1.1).
    static let negotiate: [UInt8] =
        [0x30, 0x37, 0xA0, 3, 2, 1, 6, 0xA1, 0x30, 0x30, 0x2E, 0x30, 0x2C, 0xA0, 0x2A, 4, 0x28]
        + Array("NTLMSSP\0".utf8) + [1, 0, 0, 0, 0xB7, 0x82, 0x08, 0xE2] + [UInt8](repeating: 0, count: 16)
        + [10, 0, 0x63, 0x45, 0, 0, 0, 15]

    /// Connection Confirm with RDP_NEG_FAILURE.
    static func refusal(_ code: UInt8) -> [UInt8] { confirm(type: 3, flags: 0, value: code) }

    /// A TLS alert record of the given version and level; level 2 is fatal.
    static func alert(_ description: UInt8, version: UInt8 = 3, level: UInt8 = 2) -> [UInt8] {
        [21, 3, version, 0, 2, level, description]
    }

    /// A ServerHello of SSL 3.0 or TLS, without extensions, for TLS_RSA_WITH_3DES_EDE_CBC_SHA (RFC 6101, 5.6.1.3).
    static func serverHello(version: UInt8) -> [UInt8] {
        let body: [UInt8] = [3, version] + [UInt8](repeating: 7, count: 32) + [0, 0, 10, 0]
        let message: [UInt8] = [2, 0, 0, UInt8(body.count)] + body
        return [22, 3, version, 0, UInt8(message.count)] + message
    }

    /// A HelloRetryRequest for a key share on P-384 (RFC 8446, 4.1.4).
    static let helloRetryRequest: [UInt8] = [
        22, 3, 3, 0, 56, 2, 0, 0, 52, 3, 3,
        0xCF, 0x21, 0xAD, 0x74, 0xE5, 0x9A, 0x61, 0x11, 0xBE, 0x1D, 0x8C, 0x02, 0x1E, 0x65, 0xB8, 0x91,
        0xC2, 0xA2, 0x11, 0x16, 0x7A, 0xBB, 0x8C, 0x5E, 0x07, 0x9E, 0x09, 0xE2, 0xC8, 0xA8, 0x33, 0x9C,
        0, 0x13, 0x02, 0, 0, 12, 0, 43, 0, 2, 3, 4, 0, 51, 0, 2, 0, 24,
    ]

    private static func confirm(type: UInt8, flags: UInt8, value: UInt8) -> [UInt8] {
        [3, 0, 0, 19, 14, 0xD0, 0, 0, 0x12, 0x34, 0, type, flags, 8, 0, value, 0, 0, 0]
    }
}
