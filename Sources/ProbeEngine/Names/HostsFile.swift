internal import FleetModel

/// The names of /etc/hosts (hosts(5)).
struct HostsFile: Sendable, Hashable {
    /// The addresses of a name in lower case, in the order of the file.
    private var addresses: [String: [IPAddress]] = [:]

    /// A file without a name in it.
    static let empty = HostsFile(parsing: "")

    /// Reads lines of `address name name… # comment`; lines that do not begin with an address, or with one that has a
    /// zone, are left out.
    init(parsing text: String) {
        for line in text.split(whereSeparator: \.isNewline) {
            let words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
            guard let first = words.first, let address = IPAddress(String(first)) else { continue }
            for word in words.dropFirst() {
                guard let name = DomainName(String(word)) else { continue }
                if addresses[name.text]?.contains(address) != true { addresses[name.text, default: []].append(address) }
            }
        }
    }

    /// The addresses of a name; empty when the file does not have it.
    func addresses(of name: DomainName) -> [IPAddress] { addresses[name.text] ?? [] }
}
