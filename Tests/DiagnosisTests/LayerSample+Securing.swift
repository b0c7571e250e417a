import FleetModel
import TestSupport

extension LayerSample {
    /// What several layers say together: TLS, the certificate, and the computer behind them.
    static let securing: [LayerSample] = [
        changed("TLS alert 71", "....H::.-", .down, "tls-alert-insufficient-security") {
            $0.snapshot.tls = SampleFleet.failed(
                TLSFacts(alert: 71, closedFirst: .server, bytesReceived: 7), .tlsAlert(71), 5_000)
            $0.snapshot.certificate = nil
            $0.snapshot.consecutiveFailures = 2
        },
        behindTLS("TLS 1.3 before Server 2019", 17763, 0x0304, 0x1302, "tls-newer-than-windows"),
        behindTLS("TLS 1.2 before Server 2019", 17763, 0x0303, 0xC030, nil),
        behindTLS("TLS 1.3 before the first build with it", 20348, 0x0304, 0x1302, nil),
        behindTLS("TLS 1.3 before the last build without it", 20347, 0x0304, 0x1302, "tls-newer-than-windows"),
        behindTLS("TLS 1.0 before Server 2019", 17763, 0x0301, 0x002F, "tls-old-version"),
        changed("a renamed computer", ".....!..-", .warning, "certificate-not-the-computers") {
            $0.showOwnCertificate(of: "ts99.corp.example")
        },
        changed("FreeRDP with the certificate of another", ".....!..-", .warning, "certificate-other-computer") {
            $0.showOwnCertificate(of: "ts99.corp.example")
            $0.snapshot.nla?.facts?.build = WindowsBuild(major: 6, minor: 1, build: 7601)
        },
        changed(
            "a certificate of another that Windows does not make", ".....!..-", .warning, "certificate-other-computer"
        ) {
            $0.showOwnCertificate(of: "ts99.corp.example")
            $0.snapshot.certificate?.facts?.leaf.notBefore = SampleFleet.now - .days(900)
        },
        changed("a computer of another domain", "........-", .ok, "nla-other-domain") {
            $0.answerFromAnotherDomain()
        },
        changed("a computer of another domain, to which DNS leads", "........-", .ok, nil) {
            $0.answerFromAnotherDomain()
            $0.snapshot.dns?.facts?.ipv4?.aliases = ["TS07.lab.example"]
        },
        changed("a computer of another domain with a certificate of this", "........-", .ok, nil) {
            $0.answerFromAnotherDomain()
            $0.snapshot.certificate = healthy.snapshot.certificate
        },
        changed("a certificate that has ended for us and not for the server", ".....E!.-", .down, "certificate-expired")
        {
            $0.snapshot.certificate = SampleFleet.seen(
                SampleFleet.corporateCertificate(for: "ts07.corp.example", left: .minutes(-90)), 900)
            $0.snapshot.nla?.facts?.clockSkew = .hours(-2)
        },
        changed("a renewal that is due by our clock only", ".....E!.-", .down, "certificate-not-renewed") {
            $0.snapshot.certificate = SampleFleet.seen(
                SampleFleet.windowsCertificate(for: "ts07.corp.example", left: .minutes(-90)), 900)
            $0.snapshot.nla?.facts?.clockSkew = .hours(-2)
        },
    ]

    /// A computer that says that it is this build of Windows 10 or later, behind this handshake.
    private static func behindTLS(
        _ title: String, _ build: UInt16, _ version: UInt16, _ suite: UInt16, _ rule: String?
    ) -> LayerSample {
        changed(title, rule == nil ? "........-" : "....!...-", rule == nil ? .ok : .warning, rule) {
            $0.snapshot.nla?.facts?.build = WindowsBuild(major: 10, minor: 0, build: build)
            $0.snapshot.tls = SampleFleet.seen(TLSFacts(version: version, cipherSuite: suite), 31_450)
        }
    }

    private mutating func showOwnCertificate(of name: String) {
        var certificate = SampleFleet.windowsCertificate(for: name)
        certificate.askedName = server.name
        certificate.nameMatch = .none
        certificate.problems = [.nameMismatch, .untrusted]
        snapshot.certificate = SampleFleet.seen(certificate, 900)
    }

    private mutating func answerFromAnotherDomain() {
        snapshot.nla?.facts?.dnsComputerName = "ts07.lab.example"
        snapshot.certificate?.facts?.nameMatch = .alternativeName("*.corp.example")
    }
}
