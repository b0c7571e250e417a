import Testing

@testable import RDPWire

@Suite("The names of TLS")
struct TLSNamesTests {
    @Test(
        "cover the versions, and show unknown ones as a number",
        arguments: [
            (0x0300, "SSL 3.0"), (0x0301, "TLS 1.0"), (0x0302, "TLS 1.1"), (0x0303, "TLS 1.2"), (0x0304, "TLS 1.3"),
            (0x0305, "0x0305"), (0x7F1C, "0x7f1c"),
        ] as [(UInt16, String)])
    func versions(rawValue: UInt16, name: String) {
        #expect(TLSVersion(rawValue: rawValue).name == name)
    }

    @Test("cover exactly the alerts of the registry")
    func alerts() {
        let registered: Set<UInt8> = [
            0, 10, 20, 21, 22, 30, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 60, 70, 71, 80, 86, 90, 100,
            109, 110, 111, 112, 113, 114, 115, 116, 117, 120, 121,
        ]
        for number in UInt8.min...UInt8.max {
            let description = TLSAlertDescription(rawValue: number)
            #expect((description.registeredName != nil) == registered.contains(number), "\(number)")
        }
        #expect(TLSAlertDescription.internalError.name == "internal_error")
        #expect(TLSAlertDescription.protocolVersion.name == "protocol_version")
        #expect(TLSAlertDescription(rawValue: 200).name == "alert 200")
    }

    @Test(
        "cover the cipher suites that servers select",
        arguments: [
            (0x0003, "TLS_RSA_EXPORT_WITH_RC4_40_MD5"), (0x0014, "TLS_DHE_RSA_EXPORT_WITH_DES40_CBC_SHA"),
            (0x0005, "TLS_RSA_WITH_RC4_128_SHA"), (0x000A, "TLS_RSA_WITH_3DES_EDE_CBC_SHA"),
            (0x0035, "TLS_RSA_WITH_AES_256_CBC_SHA"), (0x009F, "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384"),
            (0xC014, "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA"), (0xC030, "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"),
            (0xCCA8, "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"), (0x1302, "TLS_AES_256_GCM_SHA384"),
            (0xBEEF, "0xbeef"),
        ] as [(UInt16, String)])
    func cipherSuites(rawValue: UInt16, name: String) {
        #expect(CipherSuite(rawValue: rawValue).name == name)
    }

    @Test("give no two suites the same name")
    func distinctSuites() {
        let names = CipherSuite.namesByNumber.values
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.hasPrefix("TLS_") })
    }
}
