package import FleetModel
import RDPWire

/// What a server says of itself in its NTLM challenge, relative to its name and to the time at which it is asked.
package struct ChallengeRecipe: Sendable, Hashable {
    /// Whose names it gives.
    package enum Names: Sendable, Hashable {
        /// The server's own.
        case own
        /// Those of another computer, of this short name.
        case other(String)
    }

    /// Where its accounts are.
    package enum Membership: String, Sendable, Hashable, CaseIterable {
        /// It is a member of the domain DEMO, whose forest has the same name.
        case domain
        /// It knows nobody but itself.
        case workgroup
    }

    /// Whose names it gives.
    package let names: Names
    /// Where its accounts are.
    package let membership: Membership
    /// The version of Windows; nil for a server that does not tell it.
    package let build: WindowsBuild?
    /// How far its clock is ahead; nil for a server that does not tell the time.
    package let clockOffset: Span?
    /// The version of its TSRequest.
    package let credSSPVersion: UInt32

    package init(
        names: Names = .own, membership: Membership = .domain, build: WindowsBuild? = .server2022,
        clockOffset: Span? = .zero, credSSPVersion: UInt32 = TSRequest.newestVersion
    ) {
        self.names = names
        self.membership = membership
        self.build = build
        self.clockOffset = clockOffset
        self.credSSPVersion = credSSPVersion
    }

    /// The NetBIOS name of the domain.
    package static let domain = "DEMO"
    /// A challenge that is the same for everybody: nobody ever answers it.
    private static let serverChallenge: UInt64 = 0x0123_4567_89AB_CDEF
    /// What Windows answers to the flags that probes send, but for the kind of target (MS-NLMP 2.2.2.5).
    private static let flags: UInt32 = 0xE288_8235

    /// The answer of the server `name` to an NTLM NEGOTIATE at `now`: a TSRequest with a bare CHALLENGE (MS-NLMP 2.2.1.2).
    ///
    /// - Throws: `WireError` when a name is too long.
    func answer(name: String, now: Instant) throws(WireError) -> [UInt8] {
        TSRequest(version: credSSPVersion, negoTokens: [try challenge(name: name, now: now)]).encoded
    }

    /// The CHALLENGE alone.
    func challenge(name: String, now: Instant) throws(WireError) -> [UInt8] {
        let fullName = Array(name.split(separator: ".", maxSplits: 1).map(String.init))
        let dnsDomain = fullName.count > 1 ? fullName[1] : ""
        let computer: String =
            switch names {
            case .own: fullName.first ?? name
            case .other(let other): other
            }
        let netBIOSName = computer.uppercased().prefix(15)
        let isMember = membership == .domain
        var pairs: [AVPair] = [
            .domainName(isMember ? Self.domain : String(netBIOSName)), .computerName(String(netBIOSName)),
            .dnsDomainName(isMember ? dnsDomain : computer),
            .dnsComputerName(isMember ? "\(computer).\(dnsDomain)" : computer),
        ]
        if isMember { pairs.append(.dnsTreeName(dnsDomain)) }
        if let clockOffset {
            pairs.append(.timestamp(FileTime(unixMilliseconds: (now + clockOffset).milliseconds)))
        }
        let target: NTLMFlags = isMember ? .targetTypeDomain : .targetTypeServer
        return try NTLMChallenge(
            targetName: isMember ? Self.domain : String(netBIOSName),
            flags: NTLMFlags(rawValue: Self.flags).union(target), serverChallenge: Self.serverChallenge,
            targetInfo: pairs,
            version: build.map { NTLMVersion(major: $0.major, minor: $0.minor, build: $0.build) }
        ).encoded()
    }
}

extension WindowsBuild {
    /// Windows Server 2025.
    package static let server2025 = WindowsBuild(major: 10, minor: 0, build: 26_100)
    /// Windows Server 2022.
    package static let server2022 = WindowsBuild(major: 10, minor: 0, build: 20_348)
    /// Windows Server 2019.
    package static let server2019 = WindowsBuild(major: 10, minor: 0, build: 17_763)
    /// Windows Server 2016.
    package static let server2016 = WindowsBuild(major: 10, minor: 0, build: 14_393)
    /// Windows Server 2012 R2.
    package static let server2012R2 = WindowsBuild(major: 6, minor: 3, build: 9600)
    /// Windows Server 2008 R2 with its service pack.
    package static let server2008R2 = WindowsBuild(major: 6, minor: 1, build: 7601)
}
