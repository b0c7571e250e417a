/// What the server said to the first message of CredSSP: a bare NTLM NEGOTIATE, which names no user (MS-CSSP 2.2.1).
///
/// Every text is cleaned. Nothing is ever authenticated: after the server's answer the connection is closed.
package struct NLAFacts: Sendable, Hashable, Codable {
    /// What came back.
    package enum Answer: Sendable, Hashable, Codable {
        /// An NTLM CHALLENGE.
        case challenge
        /// A TSRequest with an error code, an NTSTATUS, instead of a token.
        case errorCode(UInt32)
        /// A TSRequest whose token is no NTLM CHALLENGE.
        case otherToken
        /// Bytes that are no TSRequest, or an NTLM CHALLENGE that breaks its own format.
        case malformed
        /// Not one byte.
        case nothing
    }

    /// What came back.
    package var answer: Answer
    /// The version of the server's TSRequest, 2 to 6; nil when none came.
    package var credSSPVersion: UInt32?
    /// The NTLM target name: the domain, or the computer in a workgroup.
    package var targetName: String?
    /// MsvAvNbComputerName.
    package var computerName: String?
    /// MsvAvNbDomainName.
    package var domainName: String?
    /// MsvAvDnsComputerName: the full name of the computer.
    package var dnsComputerName: String?
    /// MsvAvDnsDomainName.
    package var dnsDomainName: String?
    /// MsvAvDnsTreeName: the forest; absent in a workgroup.
    package var forest: String?
    /// Whether the target is a domain (NTLM TARGET_TYPE_DOMAIN); false for a single computer; nil when it does not say.
    package var isDomainMember: Bool?
    /// The NTLM VERSION field; nil when the server does not send it.
    package var build: WindowsBuild?
    /// The server's clock, MsvAvTimestamp.
    package var serverClock: Instant?
    /// The server's clock less ours, half the round trip taken off; positive when the server is ahead.
    package var clockSkew: Span?
    /// From our message to the answer, in microseconds.
    package var roundTrip: Int64?
    /// The first bytes of the answer, at most 64.
    package var firstBytes: [UInt8]

    /// Creates the facts of an answer.
    package init(
        answer: Answer, credSSPVersion: UInt32? = nil, targetName: String? = nil, computerName: String? = nil,
        domainName: String? = nil, dnsComputerName: String? = nil, dnsDomainName: String? = nil,
        forest: String? = nil, isDomainMember: Bool? = nil, build: WindowsBuild? = nil, serverClock: Instant? = nil,
        clockSkew: Span? = nil, roundTrip: Int64? = nil, firstBytes: [UInt8] = []
    ) {
        self.answer = answer
        self.credSSPVersion = credSSPVersion
        self.targetName = targetName
        self.computerName = computerName
        self.domainName = domainName
        self.dnsComputerName = dnsComputerName
        self.dnsDomainName = dnsDomainName
        self.forest = forest
        self.isDomainMember = isDomainMember
        self.build = build
        self.serverClock = serverClock
        self.clockSkew = clockSkew
        self.roundTrip = roundTrip
        self.firstBytes = firstBytes
    }
}

/// The version that an NTLM message carries (MS-NLMP 2.2.2.10); there is no revision in it.
package struct WindowsBuild: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
    /// Such as 10.
    package var major: UInt8
    /// Such as 0.
    package var minor: UInt8
    /// Such as 20348.
    package var build: UInt16

    /// Creates a version.
    package init(major: UInt8, minor: UInt8, build: UInt16) {
        self.major = major
        self.minor = minor
        self.build = build
    }

    /// `10.0.20348`.
    package var description: String { "\(major).\(minor).\(build)" }

    /// The older one first.
    package static func < (left: WindowsBuild, right: WindowsBuild) -> Bool {
        (left.major, left.minor, left.build) < (right.major, right.minor, right.build)
    }
}

/// Whether the server insists on NLA, as the companion connection tells, which offers TLS alone.
package enum NLARequirement: String, Sendable, Hashable, Codable, CaseIterable {
    /// TLS alone is refused with HYBRID_REQUIRED_BY_SERVER.
    case required
    /// TLS alone is accepted, and so is NLA.
    case offered
    /// NLA is not offered.
    case absent
}
