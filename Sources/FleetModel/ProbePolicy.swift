/// How a server is probed and what is expected of it: fleet defaults, then the group's, then the host's own.
package struct ProbePolicy: Sendable, Hashable, Codable {
    /// Between two probes of a healthy server; at least 5 s.
    package var interval: Span
    /// For the whole server, from the first SYN.
    package var timeout: Span
    /// A certificate from an authority is a warning when it has less than this left.
    package var certificateWarning: Span
    /// ... and a critical one below this.
    package var certificateCritical: Span
    /// PEM files of authorities trusted beside the system's, as absolute paths.
    package var authorities: [String]
    /// The certificate that is expected, as 64 lower-case hexadecimal digits of its SHA-256.
    package var pin: String?
    /// What the fleet file expects of NLA; nil when it says nothing.
    package var expectedNLA: NLAExpectation?
    /// Whether UDP transport is expected to work; nil when the file says nothing.
    package var expectedUDP: Bool?
    /// Whether a trusted certificate is expected.
    package var expectsTrustedCertificate: Bool

    /// Creates a policy; what is left out is what the program does unasked.
    package init(
        interval: Span = .seconds(60), timeout: Span = .seconds(8), certificateWarning: Span = .days(30),
        certificateCritical: Span = .days(14), authorities: [String] = [], pin: String? = nil,
        expectedNLA: NLAExpectation? = nil, expectedUDP: Bool? = nil, expectsTrustedCertificate: Bool = false
    ) {
        self.interval = interval
        self.timeout = timeout
        self.certificateWarning = certificateWarning
        self.certificateCritical = certificateCritical
        self.authorities = authorities
        self.pin = pin
        self.expectedNLA = expectedNLA
        self.expectedUDP = expectedUDP
        self.expectsTrustedCertificate = expectsTrustedCertificate
    }

    /// The shortest interval that a fleet file may ask for.
    package static let intervalFloor = Span.seconds(5)
}

/// What a fleet file expects of Network Level Authentication.
package enum NLAExpectation: String, Sendable, Hashable, Codable, CaseIterable {
    case required, offered, absent
}
