/// What the simulated name server says of one name.
package enum NameRecipe: String, Sendable, Hashable, CaseIterable {
    /// The server's IPv4 address, and no AAAA record.
    case address
    /// Only an AAAA record: `::1`, where the server listens then.
    case ipv6Only
    /// The name exists without an address.
    case noAddress
    /// NXDOMAIN.
    case noSuchName
    /// SERVFAIL.
    case serverFailure
    /// No answer at all.
    case silence
}
