import FleetModel
import SwiftASN1

/// A subject or an issuer (RFC 5280, 4.1.2.4): as its bytes, by which names are compared, and as text.
struct DistinguishedName: Sendable, Hashable {
    /// The encoded Name; two names are the same when these are.
    var encoded: [UInt8]
    /// `CN=…, O=…` in the order of the certificate; commas, plus signs and backslashes in values are escaped by `\`.
    var text: String
    /// The last common name.
    var commonName: String?
    /// Its organisations and domain components, by which a company's own certificates resemble each other.
    var organisation: String?
    /// Whether every attribute could be read.
    var isWhole: Bool

    /// The name of nobody.
    static let empty = DistinguishedName(encoded: [], text: "", isWhole: true)

    /// How many attributes are shown; the bytes keep all of them.
    private static let attributeLimit = 40

    private init(encoded: [UInt8], text: String, isWhole: Bool) {
        self.encoded = encoded
        self.text = text
        self.isWhole = isWhole
    }

    /// Reads a Name: a SEQUENCE of SETs of (type, value).
    init(_ name: ASN1Node) {
        self.init(encoded: Array(name.encodedBytes), text: "", isWhole: name.identifier == .sequence)
        var parts: [String] = []
        var organisations: [String] = []
        for set in name.children(atMost: Self.attributeLimit) {
            var values: [String] = []
            for attribute in set.children(atMost: Self.attributeLimit) {
                let fields = attribute.children(atMost: 2)
                guard fields.count == 2, let type = fields[0].objectIdentifier else {
                    isWhole = false
                    continue
                }
                let label = ObjectIdentifierNames.attributes[type] ?? type.numbers
                let value = ASN1Text(fields[1])
                isWhole = isWhole && value.isWhole
                values.append("\(label)=\(Self.escaped(value.text))")
                if label == "CN" { commonName = value.text }
                if label == "O" || label == "DC" { organisations.append(value.text.lowercased()) }
            }
            if values.isEmpty { isWhole = false } else { parts.append(values.joined(separator: "+")) }
        }
        text = CleanText.clean(parts.joined(separator: ", "))
        organisation = organisations.isEmpty ? nil : organisations.joined(separator: ",")
    }

    /// So that no value can pretend to be several.
    private static func escaped(_ value: String) -> String {
        let special: Set<Character> = [",", "+", "\\"]
        guard value.contains(where: special.contains) else { return value }
        return value.reduce(into: "") { text, character in
            if special.contains(character) { text.append("\\") }
            text.append(character)
        }
    }
}
