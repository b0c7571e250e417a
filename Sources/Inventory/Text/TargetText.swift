import FleetModel

/// A server as people name it on a command line or in a list: `ts07`, `ts07:3390`, `10.1.2.3`, `[2001:db8::7]:3390`.
package struct TargetText: Sendable, Hashable {
    /// A DNS name or an address in its canonical text.
    package let name: String
    /// nil when the text names no port.
    package let port: UInt16?

    package init(name: String, port: UInt16? = nil) {
        self.name = name
        self.port = port
    }

    /// What is wrong with a target, as the second half of a sentence.
    package struct Mistake: Error, Sendable, Hashable {
        /// `port 0 is not between 1 and 65535`, for instance.
        package let text: String
    }

    /// Reads a target.
    package static func parse(_ text: String) throws(Mistake) -> TargetText {
        if let address = IPAddress(text) { return TargetText(name: address.description) }
        if text.hasPrefix("[") { return try parseBracketed(text) }
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2, parts[1].contains(":") {
            throw Mistake(text: "\"\(shown(text))\" is no IPv6 address; write [address]:port when there is a port")
        }
        let name = String(parts[0])
        if let address = IPAddress(name) {
            return TargetText(name: address.description, port: parts.count == 2 ? try parsePort(parts[1]) : nil)
        }
        try checkName(name)
        return TargetText(name: name, port: parts.count == 2 ? try parsePort(parts[1]) : nil)
    }

    /// Reads a port number.
    package static func parsePort(_ text: some StringProtocol) throws(Mistake) -> UInt16 {
        guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }), let port = UInt16(text), port > 0 else {
            throw Mistake(text: "port \"\(shown(String(text)))\" is not between 1 and 65535")
        }
        return port
    }

    /// Checks a DNS name: labels of 1 to 63 letters, digits, hyphens and underscores, 253 characters in all.
    package static func checkName(_ name: String) throws(Mistake) {
        guard !name.isEmpty else { throw Mistake(text: "the name is empty") }
        guard name.utf8.count <= 253 else {
            throw Mistake(text: "the name has \(name.utf8.count) characters; a DNS name has at most 253")
        }
        let labels = (name.hasSuffix(".") ? name.dropLast() : name[...]).split(
            separator: ".", omittingEmptySubsequences: false)
        for label in labels {
            guard (1...63).contains(label.utf8.count) else {
                throw Mistake(text: "\"\(shown(name))\": each part of a DNS name has 1 to 63 characters")
            }
            guard label.utf8.allSatisfy(isNameByte) else {
                throw Mistake(
                    text: "\"\(shown(name))\" is not a DNS name; letters, digits, - and _ are allowed (write names "
                        + "in other scripts in their xn-- form)")
            }
            guard label.utf8.first != UInt8(ascii: "-"), label.utf8.last != UInt8(ascii: "-") else {
                throw Mistake(text: "\"\(shown(name))\": no part of a DNS name begins or ends with a hyphen")
            }
        }
        guard !looksLikeBrokenAddress(labels) else {
            throw Mistake(text: "\"\(shown(name))\" is not an IPv4 address: four numbers from 0 to 255")
        }
    }

    private static func parseBracketed(_ text: String) throws(Mistake) -> TargetText {
        guard let end = text.firstIndex(of: "]") else {
            throw Mistake(text: "\"\(shown(text))\" has no closing bracket")
        }
        let inside = String(text[text.index(after: text.startIndex)..<end])
        guard let address = IPAddress(inside), address.isIPv6 else {
            throw Mistake(text: "\"\(shown(inside))\" is not an IPv6 address")
        }
        let rest = text[text.index(after: end)...]
        if rest.isEmpty { return TargetText(name: address.description) }
        guard rest.hasPrefix(":") else {
            throw Mistake(text: "after \"]\" comes \":\" and a port, or nothing")
        }
        return TargetText(name: address.description, port: try parsePort(rest.dropFirst()))
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: false
        }
    }

    /// Names made of numbers alone, such as `10.1.2` or `10.1.2.300`, are slips and never DNS names.
    private static func looksLikeBrokenAddress(_ labels: [Substring]) -> Bool {
        labels.allSatisfy { $0.utf8.allSatisfy { (48...57).contains($0) } }
    }

    private static func shown(_ text: String) -> String { CleanText.clean(text, limit: 80) }
}
