/// Where a webhook is: an address of HTTP or HTTPS without a user's name in it.
package struct WebhookAddress: Sendable, Hashable {
    /// Whether it is HTTPS.
    package let isSecure: Bool
    /// A name, or an address without brackets.
    package let host: String
    /// 443 or 80 unless it says otherwise.
    package let port: UInt16
    /// Path and query, from the slash on: may be a secret, and is never shown.
    package let target: String

    /// What is wrong with an address, in a sentence without a full stop. It never repeats the address.
    package struct Mistake: Error, Sendable, Hashable {
        /// The sentence.
        package let text: String
    }

    /// The longest address that is taken, in bytes.
    static let longest = 2_000

    /// Reads `https://chat.example/hooks/abc`.
    package init(_ text: String) throws(Mistake) {
        guard text.utf8.count <= Self.longest, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw Mistake(text: "an address has at most \(Self.longest) characters of ASCII and no blanks")
        }
        let rest: Substring
        if text.hasPrefix("https://") {
            (isSecure, rest) = (true, text.dropFirst(8))
        } else if text.hasPrefix("http://") {
            (isSecure, rest) = (false, text.dropFirst(7))
        } else {
            throw Mistake(text: "an address begins with https:// or http://")
        }
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard !authority.contains("@") else {
            throw Mistake(text: "no user name or password stands in an address; headers: takes them from a file")
        }
        let path = rest.dropFirst(authority.count).prefix { $0 != "#" }
        target = path.hasPrefix("/") ? String(path) : "/" + path
        let (name, number) = try Self.split(authority)
        host = name
        guard let number else {
            port = isSecure ? 443 : 80
            return
        }
        guard number.utf8.count <= 5, number.utf8.allSatisfy({ (48...57).contains($0) }), let port = UInt16(number),
            port > 0
        else { throw Mistake(text: "the port of an address is between 1 and 65535") }
        self.port = port
    }

    private static func split(_ authority: Substring) throws(Mistake) -> (host: String, port: Substring?) {
        if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
            let host = String(authority[authority.index(after: authority.startIndex)..<end])
            let rest = authority[authority.index(after: end)...]
            guard IPAddress(host)?.isIPv6 == true, rest.isEmpty || rest.hasPrefix(":") else {
                throw Mistake(text: "the host of an address is a name, or an IPv6 address in brackets")
            }
            return (host, rest.isEmpty ? nil : rest.dropFirst())
        }
        let parts = authority.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let host = parts.first.map(String.init) ?? ""
        let isName = host.utf8.allSatisfy { byte in
            switch byte {
            case 0x2D, 0x2E, 0x5F, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
            default: false
            }
        }
        guard !host.isEmpty, host.utf8.count <= 253, isName else {
            throw Mistake(text: "the host of an address is a name, or an IPv6 address in brackets")
        }
        return (host, parts.count == 2 ? parts[1] : nil)
    }

    /// Whether what is sent never leaves this machine.
    package var isLoopback: Bool { host == "localhost" || IPAddress(host).map(Self.isLoopback) == true }

    private static func isLoopback(_ address: IPAddress) -> Bool {
        address == .ipv6Loopback || (!address.isIPv6 && address.bytes.first == 127)
    }

    /// The host and port, as HTTP's Host field has them (RFC 9110, 7.2).
    package var authority: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return port == (isSecure ? 443 : 80) ? name : "\(name):\(port)"
    }

    /// Without what may be a secret.
    package var shown: String { "\(isSecure ? "https" : "http")://\(authority)" }
}
