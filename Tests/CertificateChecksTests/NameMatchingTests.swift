import FleetModel
import Testing

@testable import CertificateChecks

@Suite struct NameMatchingTests {
    /// A certificate as far as its names go.
    private static func certificate(
        names: [String] = [], addresses: [String] = [], commonName: String? = nil
    ) -> DecodedCertificate {
        var certificate = DecodedCertificate(
            description: CertificateDescription(
                subject: "", commonName: commonName, issuer: "", dnsNames: names,
                addresses: addresses.compactMap { IPAddress($0) }, sha256: ""))
        certificate.extensions.namesServers = !names.isEmpty || !addresses.isEmpty
        return certificate
    }

    @Test(arguments: [
        ("ts01.example.test", ["ts01.example.test"], NameMatch.alternativeName("ts01.example.test")),
        ("TS01.Example.Test.", ["ts01.example.test"], .alternativeName("ts01.example.test")),
        ("ts01.example.test", ["other.test", "TS01.EXAMPLE.TEST."], .alternativeName("TS01.EXAMPLE.TEST.")),
        ("ts01.example.test", ["*.example.test"], .alternativeName("*.example.test")),
        ("a.ts01.example.test", ["*.example.test"], .none), ("example.test", ["*.example.test"], .none),
        (".example.test", ["*.example.test"], .none), ("ts01.test", ["*.test"], .none),
        ("ts01.example.test", ["ts*.example.test"], .none), ("ts01.example.test", ["*01.example.test"], .none),
        ("ts01.example.test", ["ts01.*.test"], .none), ("ts01.example.test", ["*"], .none),
        ("*.example.test", ["*.example.test"], .none), ("ts01.example.test", ["ts01.example.test.evil.test"], .none),
        ("ts01.example.test", ["ts01.example.test\u{FFFD}.evil.test"], .none),
        ("ts01", ["ts01.example.test"], .shortName("ts01.example.test")),
        ("TS01", ["ts01.a.test"], .shortName("ts01.a.test")),
        ("ts0", ["ts01.example.test"], .none), ("ts01", ["ts01"], .alternativeName("ts01")), ("*", ["*.a.test"], .none),
        ("", ["ts01.example.test"], .none), (".", ["ts01.example.test"], .none),
        ("10.0.0.1", ["10.0.0.1"], .none), ("10", ["10.0.0.1"], .none),
    ])
    func alternativeNamesAreCompared(asked: String, names: [String], match: NameMatch) {
        #expect(NameMatching.match(asked, Self.certificate(names: names)) == match)
    }

    @Test(arguments: [
        ("host1", "HOST1", NameMatch.commonName("HOST1")),
        ("win-lab01.corp.test", "WIN-LAB01.corp.test", .commonName("WIN-LAB01.corp.test")),
        ("win-lab01", "WIN-LAB01.corp.test", .shortName("WIN-LAB01.corp.test")),
        ("host1.corp.test", "HOST1", .none), ("10.0.0.1", "10.0.0.1", .commonName("10.0.0.1")),
        ("2001:db8::1", "2001:0DB8:0::1", .commonName("2001:0DB8:0::1")), ("10.0.0.1", "HOST1", .none),
    ])
    func theCommonNameCountsWithoutAlternativeNames(asked: String, commonName: String, match: NameMatch) {
        #expect(NameMatching.match(asked, Self.certificate(commonName: commonName)) == match)
        let other = Self.certificate(names: ["unrelated.test"], commonName: commonName)
        #expect(NameMatching.match(asked, other) == NameMatch.none)
    }

    @Test(arguments: [
        ("10.0.0.1", ["10.0.0.1"], NameMatch.alternativeName("10.0.0.1")), ("10.0.0.2", ["10.0.0.1"], .none),
        ("2001:DB8:0:0::1", ["2001:db8::1"], .alternativeName("2001:db8::1")),
        ("[2001:db8::1]", ["2001:db8::1"], .alternativeName("2001:db8::1")),
    ])
    func addressesMatchAddresses(asked: String, addresses: [String], match: NameMatch) {
        #expect(NameMatching.match(asked, Self.certificate(addresses: addresses)) == match)
    }

    @Test func aCertificateWithoutAnyNameMatchesNothing() {
        #expect(NameMatching.match("ts01", Self.certificate()) == NameMatch.none)
        #expect(NameMatching.match("10.0.0.1", Self.certificate()) == NameMatch.none)
    }

}
