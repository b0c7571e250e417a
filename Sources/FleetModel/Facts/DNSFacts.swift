/// What name resolution showed.
package struct DNSFacts: Sendable, Hashable, Codable {
    /// Where the addresses came from.
    package enum Source: String, Sendable, Hashable, Codable, CaseIterable {
        /// The target was an address, or the fleet file gives one.
        case literal
        /// /etc/hosts.
        case hostsFile
        /// A name server, now.
        case query
        /// A name server, earlier, within the answer's TTL.
        case cache
        /// The last addresses that were known; the resolver does not answer.
        case stale
    }

    /// The name that was asked for.
    package var name: String
    /// In the order in which they are tried.
    package var addresses: [IPAddress]
    /// Where they came from.
    package var source: Source
    /// The answer to the A query; nil when none was sent.
    package var ipv4: DNSAnswer?
    /// The answer to the AAAA query; nil when none was sent.
    package var ipv6: DNSAnswer?
    /// Until when the answer may be used again; nil when it has no TTL.
    package var expires: Instant?

    /// Creates the facts of a resolution.
    package init(
        name: String, addresses: [IPAddress], source: Source, ipv4: DNSAnswer? = nil, ipv6: DNSAnswer? = nil,
        expires: Instant? = nil
    ) {
        self.name = name
        self.addresses = addresses
        self.source = source
        self.ipv4 = ipv4
        self.ipv6 = ipv6
        self.expires = expires
    }

    /// Whether these are addresses of an earlier answer, past its time, with which a probe can go on all the same.
    package var isStale: Bool { source == .stale && !addresses.isEmpty }
}

/// The answer to one DNS query.
package struct DNSAnswer: Sendable, Hashable, Codable {
    /// The response code (RFC 1035, 4.1.1: 0 NOERROR, 2 SERVFAIL, 3 NXDOMAIN, 5 REFUSED); nil when no answer came.
    package var responseCode: UInt8?
    /// The addresses in the answer.
    package var addresses: [IPAddress]
    /// The names the query was led through (CNAME), in order.
    package var aliases: [String]
    /// The smallest TTL of the records, in seconds.
    package var ttl: UInt32?
    /// From query to answer, in microseconds.
    package var microseconds: Int64

    /// Creates the answer to one query.
    package init(
        responseCode: UInt8?, addresses: [IPAddress] = [], aliases: [String] = [], ttl: UInt32? = nil,
        microseconds: Int64
    ) {
        self.responseCode = responseCode
        self.addresses = addresses
        self.aliases = aliases
        self.ttl = ttl
        self.microseconds = microseconds
    }
}
