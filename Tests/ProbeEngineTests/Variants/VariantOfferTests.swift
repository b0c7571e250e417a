import FleetModel
import RDPWire
import Testing

@testable import ProbeEngine

@Suite("The offers of variants")
struct VariantOfferTests {
    /// Repeats itself, so that bytes can be compared.
    private struct Counter: RandomNumberGenerator {
        var count: UInt64 = 0

        mutating func next() -> UInt64 {
            count += 1
            return count &* 0x9E37_79B9_7F4A_7C15
        }
    }

    private func hello(_ offer: HandshakeVariant.Offer, from counter: UInt64 = 0) -> ClientHello {
        var generator = Counter(count: counter)
        return VariantOffer.hello(offer, serverName: "ts01.example", using: &generator)
    }

    @Test("name every suite once, by numbers of the registry", arguments: HandshakeVariant.Offer.allCases)
    func suites(offer: HandshakeVariant.Offer) {
        let suites = hello(offer).cipherSuites.filter { $0 != .emptyRenegotiationInfoSCSV }
        #expect(suites.count > 4)
        #expect(Set(suites).count == suites.count)
        #expect(suites.allSatisfy { $0.registeredName != nil })
    }

    @Test("keep the promise of their names")
    func promises() {
        func names(_ offer: HandshakeVariant.Offer) -> [String] { hello(offer).cipherSuites.map(\.name) }
        #expect(names(.modern).prefix(2) == ["TLS_AES_256_GCM_SHA384", "TLS_AES_128_GCM_SHA256"])
        #expect(Set(names(.tls12)).isSubset(of: names(.modern)))
        #expect(!names(.tls12Legacy).contains { $0.contains("ECDHE") && !$0.contains("CBC") || $0.contains("_DHE_") })
        #expect(Set(names(.tls12Legacy)).isSubset(of: names(.tls12)))
        #expect(names(.tls10).allSatisfy { $0.hasSuffix("CBC_SHA") })
        #expect(!names(.obsolete).contains { $0.contains("AES") })
        #expect(names(.obsolete).contains("TLS_RSA_WITH_RC4_128_SHA"))
    }

    @Test("draw random, session and key share from the generator", arguments: HandshakeVariant.Offer.allCases)
    func randomness(offer: HandshakeVariant.Offer) throws {
        #expect(hello(offer) == hello(offer))
        #expect(hello(offer).random != hello(offer, from: 1000).random)
        #expect(try hello(offer).record().count == hello(offer, from: 1000).record().count)
    }

    @Test("fit into one segment of any network with a name of 60 letters", arguments: HandshakeVariant.Offer.allCases)
    func size(offer: HandshakeVariant.Offer) throws {
        var generator = Counter()
        let name = String(repeating: "a", count: 60)
        // 576 less the headers of IP and TCP (RFC 9293, 3.7.1).
        #expect(try VariantOffer.record(of: offer, serverName: name, using: &generator).count <= 536)
    }
}
