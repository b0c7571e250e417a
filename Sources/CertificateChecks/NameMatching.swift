import FleetModel

/// Whether a certificate is for the name that was asked for (RFC 9525, 6, with what Windows does beside it).
enum NameMatching {
    /// Compares `asked`, a DNS name or an address, with the names in `certificate`.
    ///
    /// Alternative names count first; the common name only when there are none that name a server, as in the
    /// certificates that Windows makes for itself. `*` stands for exactly one whole left-most label, in front of at
    /// least two others. Letters are compared without case in ASCII only; international names are compared as written.
    static func match(_ asked: String, _ certificate: DecodedCertificate) -> NameMatch {
        if let address = IPAddress(unbracketed(asked)) { return match(address, certificate) }
        let name = normalized(asked)
        guard !name.isEmpty else { return .none }
        let description = certificate.description
        if certificate.extensions.namesServers {
            if let fitting = description.dnsNames.first(where: { fits($0, name) }) { return .alternativeName(fitting) }
            return shortName(name, among: description.dnsNames)
        }
        guard let commonName = description.commonName else { return .none }
        return fits(commonName, name) ? .commonName(commonName) : shortName(name, among: [commonName])
    }

    private static func match(_ address: IPAddress, _ certificate: DecodedCertificate) -> NameMatch {
        if certificate.description.addresses.contains(address) { return .alternativeName(address.description) }
        guard !certificate.extensions.namesServers, let commonName = certificate.description.commonName,
            IPAddress(unbracketed(commonName)) == address
        else { return .none }
        return .commonName(commonName)
    }

    private static func fits(_ pattern: String, _ name: String) -> Bool {
        let pattern = normalized(pattern)
        if pattern == name { return !name.contains("*") }
        guard pattern.hasPrefix("*."), pattern.utf8.count(where: { $0 == UInt8(ascii: ".") }) >= 2,
            let dot = name.firstIndex(of: "."), dot != name.startIndex
        else { return false }
        return pattern.dropFirst() == name[dot...]
    }

    /// Users type `ts07` and DNS completes it; the certificate has the whole name.
    private static func shortName(_ name: String, among candidates: [String]) -> NameMatch {
        guard !name.contains("."), !name.contains("*") else { return .none }
        let fitting = candidates.first { candidate in
            let labels = normalized(candidate).split(separator: ".", omittingEmptySubsequences: false)
            return labels[0] == name && IPAddress(candidate) == nil
        }
        return fitting.map(NameMatch.shortName) ?? .none
    }

    /// Lower case in ASCII, without the dot of the root.
    private static func normalized(_ name: String) -> String {
        let bytes = name.utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
        return String(decoding: bytes.last == UInt8(ascii: ".") ? bytes.dropLast() : bytes[...], as: UTF8.self)
    }

    private static func unbracketed(_ text: String) -> String {
        text.hasPrefix("[") && text.hasSuffix("]") ? String(text.dropFirst().dropLast()) : text
    }
}
