import FleetModel
import LabSupport
import Testing

@testable import ProbeEngine

/// Our own ClientHellos, sent to servers that do not know who wrote them.
@Suite("A variant at a real xrdp")
struct RealVariantTests {
    /// What xrdp is told, and what it answers to each offer: the version that it chooses, or nothing of TLS.
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var protocols = "TLSv1.2, TLSv1.3"
        var policy = XrdpServer.CryptographicPolicy.system
        var hasMatchingKey = true
        var versions: [HandshakeVariant.Offer: UInt16]
    }

    private static let now = Instant(seconds: 1_795_426_200)

    static let cases = [
        Case(
            testDescription: "as Debian has it",
            versions: [.modern: 0x0304, .tls12: 0x0303, .tls12Legacy: 0x0303]),
        Case(
            testDescription: "with TLS 1.2 alone", protocols: "TLSv1.2",
            versions: [.modern: 0x0303, .tls12: 0x0303, .tls12Legacy: 0x0303]),
        Case(
            testDescription: "with TLS 1.0 alone", protocols: "TLSv1", policy: .anything,
            versions: [.tls12: 0x0301, .tls12Legacy: 0x0301, .tls10: 0x0301]),
        Case(testDescription: "with the key of another certificate", hasMatchingKey: false, versions: [:]),
    ]

    @Test("gets the answer that tells what the server speaks", .timeLimit(.minutes(5)), arguments: cases)
    func answers(_ item: Case) async throws {
        let stranger = try await LabAuthority.shared.certificate(.valid(for: "stranger.lab.test"))
        let xrdp = try await XrdpServer.start(
            .tls, key: item.hasMatchingKey ? .matching : .of(stranger), protocols: item.protocols, policy: item.policy)
        let address = try #require(IPAddress(xrdp.endpoint.address))
        let server = Server(name: "xrdp.lab.test", port: xrdp.endpoint.port, address: address)
        var snapshot = ServerSnapshot(server: server.id, began: Self.now, ended: Self.now)
        snapshot.dns = Observation(
            facts: DNSFacts(name: server.name, addresses: [address], source: .literal), microseconds: 0,
            at: Self.now)
        let probe = VariantProbe { Self.now }
        let runner = ProbeRunner()
        for offer in HandshakeVariant.Offer.allCases {
            let last = snapshot
            let attempt = await runner.run(observe: nil) { dialer in
                await probe.attempt(
                    HandshakeVariant(offer: offer), on: server, after: last, because: nil, with: dialer)
            }
            let comment = Comment(rawValue: "\(offer): \(attempt)")
            #expect(attempt.reached == .tls, comment)
            #expect(attempt.tls?.version == item.versions[offer], comment)
            #expect((attempt.failure == nil) == (item.versions[offer] != nil), comment)
            if !item.hasMatchingKey { #expect(attempt.failure == .disconnectInsteadOfTLS, comment) }
        }
        await xrdp.stop()
    }

    /// The numbers of the IANA registries, as tshark is to read them from an offer.
    struct Reading: Sendable, CustomTestStringConvertible {
        var offer: HandshakeVariant.Offer
        var recordVersion: String
        var version: String
        var supportedVersions = ""
        var extensions: [Int]
        var contains: [Int]
        var lacks: [Int]
        var testDescription: String { offer.rawValue }
    }

    static let readings = [
        Reading(
            offer: .modern, recordVersion: "0x0301", version: "0x0303", supportedVersions: "0x0304,0x0303",
            extensions: [0, 10, 11, 13, 23, 65281, 43, 51], contains: [0x1301, 0xC030, 0x009D], lacks: [0x0005]),
        Reading(
            offer: .tls12, recordVersion: "0x0301", version: "0x0303", extensions: [0, 10, 11, 13, 23, 65281],
            contains: [0xC030, 0xC014, 0x000A], lacks: [0x1301, 0x0005]),
        Reading(
            offer: .tls12Legacy, recordVersion: "0x0301", version: "0x0303", extensions: [0, 10, 11, 13, 65281],
            contains: [0xC028, 0xC014, 0x009D, 0x002F], lacks: [0x1301, 0xC030, 0xC02F, 0xCCA8, 0x0005]),
        Reading(
            offer: .tls10, recordVersion: "0x0301", version: "0x0301", extensions: [0, 10, 11, 65281],
            contains: [0xC014, 0x002F, 0x000A], lacks: [0xC028, 0x003C, 0x009D, 0x0005]),
        Reading(
            offer: .obsolete, recordVersion: "0x0300", version: "0x0301", extensions: [],
            contains: [0x0005, 0x0004, 0x000A, 0x00FF], lacks: [0xC014, 0x002F]),
    ]

    @Test("offers what an independent decoder reads from it", .timeLimit(.minutes(5)), arguments: readings)
    func decoding(_ item: Reading) async throws {
        var generator = SystemRandomNumberGenerator()
        let record = try VariantOffer.record(of: item.offer, serverName: "ts01.example", using: &generator)
        let fields = try await decode(record)
        #expect(fields["tls.record.version"] == item.recordVersion)
        #expect(fields["tls.handshake.version"] == item.version)
        #expect(fields["tls.handshake.extensions.supported_version"] == item.supportedVersions)
        let hasName = item.extensions.contains(0)
        #expect(fields["tls.handshake.extensions_server_name"] == (hasName ? "ts01.example" : ""))
        let types = fields["tls.handshake.extension.type"]?.split(separator: ",").compactMap { Int($0) }
        #expect(types == item.extensions)
        let suites =
            fields["tls.handshake.ciphersuite"]?.split(separator: ",")
            .compactMap { Int($0.dropFirst(2), radix: 16) } ?? []
        #expect(suites.count == Set(suites).count)
        #expect(item.contains.allSatisfy(suites.contains))
        #expect(!item.lacks.contains(where: suites.contains))
        #expect(fields["_ws.malformed"] == "")
    }

    /// What tshark reads from bytes that a client sends.
    private func decode(_ bytes: [UInt8]) async throws -> [String: String] {
        let folder = try ScratchFolder()
        let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: " ")
        let dump = try folder.write("000000 \(digits)\n", to: "hello.txt")
        let capture = folder["hello.pcap"]
        try await run(LabProgram("text2pcap", debianPackage: "wireshark-common"), ["-T", "40000,3389", dump, capture])
        let names = [
            "tls.record.version", "tls.handshake.version", "tls.handshake.extensions.supported_version",
            "tls.handshake.extensions_server_name", "tls.handshake.extension.type", "tls.handshake.ciphersuite",
            "_ws.malformed",
        ]
        let line = try await run(
            LabProgram("tshark", debianPackage: "tshark"),
            ["-r", capture, "-d", "tcp.port==3389,tls", "-T", "fields", "-E", "separator=|", "-E", "occurrence=a"]
                + names.flatMap { ["-e", $0] })
        withExtendedLifetime(folder) {}
        let values = line.split(separator: "\n").joined().split(separator: "|", omittingEmptySubsequences: false)
        return Dictionary(zip(names, values.map(String.init)), uniquingKeysWith: { first, _ in first })
    }
}
