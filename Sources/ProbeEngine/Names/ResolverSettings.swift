/// What /etc/resolv.conf says of completing short names (resolv.conf(5)).
///
/// The name servers in it are read by c-ares.
struct ResolverSettings: Sendable, Hashable {
    /// The domains that complete a short name, in order; at most 6.
    var search: [String] = []
    /// From how many dots on a name is tried as it is first; 0 to 15.
    var ndots = 1

    /// No search domains.
    static let none = ResolverSettings()

    /// As many search domains as resolv.conf(5) used to allow; each costs two queries for every name that fails.
    static let maximumSearchDomains = 6
}

extension ResolverSettings {
    /// Reads the file; the last `search` or `domain` line wins, and what cannot be read is left out.
    init(parsing text: String) {
        for line in text.split(whereSeparator: \.isNewline) {
            let words = line.split(whereSeparator: \.isWhitespace)
            guard let keyword = words.first, !keyword.hasPrefix("#"), !keyword.hasPrefix(";") else { continue }
            switch keyword {
            case "search":
                search = words.dropFirst().prefix(Self.maximumSearchDomains).compactMap { DomainName(String($0))?.text }
            case "domain":
                search = words.dropFirst().prefix(1).compactMap { DomainName(String($0))?.text }
            case "options":
                for option in words.dropFirst() where option.hasPrefix("ndots:") {
                    if let count = Int(option.dropFirst("ndots:".count)) { ndots = min(max(count, 0), 15) }
                }
            default:
                continue
            }
        }
    }
}
