import RDPWire

extension Scenario {
    /// Failure 3, SSL_CERT_NOT_ON_SERVER.
    package static let noCertificate = Scenario(
        "no-certificate", "Refuses with failure 3: no certificate on the server",
        answer: .negotiating(.refusing(.sslCertificateNotOnServer)))
}
