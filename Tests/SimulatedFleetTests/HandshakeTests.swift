import FleetModel
import NIOSSL
import Testing

@testable import SimulatedFleet

/// The certificate that a scenario shows at the first of June.
struct CertificateCase: Sendable, CustomTestStringConvertible {
    let scenario: Scenario.ID
    /// How many are sent.
    var count = 2
    var commonName = "rdsh-lab-001.demo.example"
    /// From now on, in whole days, rounded down; nil where it depends on the name.
    let left: Int64?
    var alternativeNames = true
    /// DER of something that must be in the server's own certificate.
    var holds: String = ""

    var testDescription: String { scenario.text }
}

/// Object identifiers in DER: id-kp-serverAuth, id-kp-clientAuth (RFC 5280, 4.2.1.12), sha1WithRSAEncryption,
/// rsaEncryption (RFC 8017, A.1) and the start of a modulus of 1024 and 2048 bits, ecdsa-with-SHA256 (RFC 5758, 3.2),
/// keyUsage and subjectAltName (RFC 5280, 4.2.1.3 and 4.2.1.6).
private let serverAuth = "06 08 2b 06 01 05 05 07 03 01"
private let clientAuth = "06 08 2b 06 01 05 05 07 03 02"
private let sha256WithRSA = "06 09 2a 86 48 86 f7 0d 01 01 0b"
private let sha1WithRSA = "06 09 2a 86 48 86 f7 0d 01 01 05"
private let rsa1024 = "06 09 2a 86 48 86 f7 0d 01 01 01 05 00 03 81 8d 00 30 81 89 02 81 81 00"
private let rsa2048 = "06 09 2a 86 48 86 f7 0d 01 01 01 05 00 03 82 01 0f 00 30 82 01 0a 02 82 01 01 00"
private let ecdsaWithSHA256 = "06 08 2a 86 48 ce 3d 04 03 02"
private let keyUsage = "06 03 55 1d 0f"
private let subjectAltName = "06 03 55 1d 11"

private let cases = [
    CertificateCase(scenario: "healthy", left: nil, holds: ecdsaWithSHA256),
    CertificateCase(scenario: "healthy-tls-only", left: nil, holds: serverAuth),
    CertificateCase(scenario: "healthy-wildcard", commonName: "*.demo.example", left: 165),
    CertificateCase(scenario: "healthy-self-signed", count: 1, left: nil, alternativeNames: false, holds: rsa2048),
    CertificateCase(scenario: "certificate-expired", left: -3),
    CertificateCase(scenario: "self-signed-expired", count: 1, left: -5, alternativeNames: false, holds: rsa2048),
    CertificateCase(scenario: "certificate-not-yet-valid", left: 367),
    CertificateCase(scenario: "certificate-6-days", left: 6),
    CertificateCase(scenario: "certificate-20-days", left: 20),
    CertificateCase(scenario: "certificate-name-mismatch", commonName: "old-farm.demo.example", left: 88),
    CertificateCase(scenario: "untrusted-issuer", left: 88),
    CertificateCase(scenario: "missing-intermediate", count: 1, left: 88),
    CertificateCase(scenario: "weak-key", left: 88, holds: rsa1024),
    CertificateCase(scenario: "sha1-signature", left: 88, holds: sha1WithRSA),
    CertificateCase(scenario: "wrong-usage", left: 88, holds: clientAuth),
]

@Suite struct HandshakeTests {
    @Test("each certificate is what its scenario says", arguments: cases)
    func certificates(_ expected: CertificateCase) async throws {
        let scenario = try #require(ScenarioTable.scenario(expected.scenario))
        let authority = try Authority(now: june)
        try await SimulatedFleet.withScenario(scenario, authority: authority, now: june) { endpoint, server in
            let client = try LoopbackClient(to: endpoint)
            client.send(Said.request)
            _ = client.read(19)
            client.send(Said.clientHello12)
            let flight = try #require(ServerFlight(from: client))
            #expect(flight.version == 0x0303)
            #expect(flight.certificates.count == expected.count)
            let der = try #require(flight.certificates.first)
            let leaf = try NIOSSLCertificate(bytes: der, format: .der)
            // A UTF8String (RFC 5280, 4.1.2.4) of the common name.
            let name = "0c " + text([UInt8(expected.commonName.utf8.count)]) + " " + text(expected.commonName.utf8)
            #expect(text(der).contains(name))
            #expect((leaf._subjectAlternativeNames().count == 1) == expected.alternativeNames)
            #expect(text(der).contains(expected.holds.isEmpty ? name : expected.holds))
            let left = Instant(seconds: Int64(leaf.notValidAfter)) - june
            if let days = expected.left { #expect(left.wholeDays == days) } else { #expect(left > .days(7)) }
            let begun = Instant(seconds: Int64(leaf.notValidBefore)) <= june
            #expect(begun == (expected.scenario != "certificate-not-yet-valid"))
            #expect(server.name == "rdsh-lab-001.demo.example")
        }
    }

    @Test(
        "a certificate that Windows made for itself has its shape",
        arguments: [Scenario.healthySelfSigned, .selfSignedExpired])
    func windowsShape(_ scenario: Scenario) throws {
        let chain = try Authority(now: june).chain(for: scenario.certificate, name: "ts07.demo.example", now: june)
        #expect(chain.certificates.count == 1)
        let der = text(try #require(chain.certificates.first))
        // CN = the computer's name and nothing else, once as issuer and once as subject.
        let name = "30 1c 31 1a 30 18 06 03 55 04 03 0c 11 " + text("ts07.demo.example".utf8)
        #expect(der.ranges(of: name).count == 2)
        #expect(der.contains(rsa2048))
        #expect(der.ranges(of: sha256WithRSA).count == 2)
        // keyEncipherment and dataEncipherment, not digitalSignature: the bits 2 and 3, and four that are not used.
        #expect(der.contains(keyUsage + " 04 04 03 02 04 30"))
        #expect(der.contains(serverAuth))
        #expect(!der.contains(subjectAltName))
    }

    @Test func aCertificateThatWindowsMadeForItselfLastsHalfAYear() throws {
        let authority = try Authority(now: june)
        for name in ["a.demo.example", "b.demo.example", "c.demo.example"] {
            let chain = try authority.chain(for: .windowsSelfSigned, name: name, now: june)
            let leaf = try NIOSSLCertificate(bytes: try #require(chain.certificates.first), format: .der)
            #expect(leaf.notValidAfter - leaf.notValidBefore == 182 * 86_400)
            #expect(Int64(leaf.notValidBefore) < june.milliseconds / 1000)
        }
    }

    @Test(
        "TLS is spoken in the versions of the scenario and no other",
        arguments: ["healthy", "healthy-self-signed", "tls-1.2-only", "tls-1.0-only"])
    func versions(_ id: String) async throws {
        let scenario = try #require(ScenarioTable.scenario(Scenario.ID(id)))
        try await SimulatedFleet.withScenario(scenario) { endpoint, _ in
            let older = try LoopbackClient(to: endpoint)
            older.send(Said.request)
            _ = older.read(19)
            older.send(Said.clientHello12)
            let flight = try #require(ServerFlight(from: older))
            #expect(flight.version == (id == "tls-1.0-only" ? 0x0301 : 0x0303))

            let newer = try LoopbackClient(to: endpoint)
            newer.send(Said.request)
            _ = newer.read(19)
            newer.send(Said.clientHello13)
            if id.hasPrefix("healthy") {
                // A handshake record with a ServerHello, whose last extensions say 03 04.
                let record = newer.read(5).bytes
                #expect(text(record.prefix(3)) == "16 03 03")
                let hello = text(newer.read(Int(record.last ?? 0)).bytes)
                #expect(hello.hasPrefix("02 00 00"))
                #expect(hello.contains("00 2b 00 02 03 04"))
            } else {
                // A fatal alert, protocol_version.
                let alert = newer.read(7).bytes
                #expect(text(alert.prefix(1)) == "15" && text(alert.suffix(2)) == "02 46")
            }
        }
    }

    @Test func aServerWithOnlyAnIPv6AddressListensThere() async throws {
        try await SimulatedFleet.withScenario(.ipv6Only) { endpoint, _ in
            #expect(endpoint.address.description == "::1")
            let client = try LoopbackClient(to: endpoint)
            client.send(Said.request)
            #expect(client.read(19).bytes.count == 19)
        }
    }

    @Test func tlsAtOnceIsTLS() async throws {
        try await SimulatedFleet.withScenario(.tlsAtOnce) { endpoint, _ in
            let client = try LoopbackClient(to: endpoint)
            client.send(Said.clientHello12)
            #expect(try #require(ServerFlight(from: client)).version == 0x0303)
        }
    }

    @Test func aContextIsMadeOnceAndAWildcardOneForTheWholeDomain() throws {
        let shelf = CertificateShelf(authority: try Authority(now: june)) { june }
        let wildcard = Scenario.healthyWildcard.certificate
        let first = try shelf.context(for: .trusted, name: "a.demo.example", versions: .modern)
        #expect(try shelf.context(for: .trusted, name: "a.demo.example", versions: .modern) === first)
        #expect(try shelf.context(for: .trusted, name: "b.demo.example", versions: .modern) !== first)
        let shared = try shelf.context(for: wildcard, name: "a.demo.example", versions: .modern)
        #expect(try shelf.context(for: wildcard, name: "b.demo.example", versions: .modern) === shared)
    }
}
