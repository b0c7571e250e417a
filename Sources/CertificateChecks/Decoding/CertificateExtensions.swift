import FleetModel
import SwiftASN1

/// What the extensions say that the checks need; one that cannot be read is named and counts as absent.
struct CertificateExtensions: Sendable, Hashable {
    /// DNS names of the subject alternative name (RFC 5280, 4.2.1.6), cleaned.
    var dnsNames: [String] = []
    /// Its addresses.
    var addresses: [IPAddress] = []
    /// Whether it names servers at all, also in a part that cannot be read: then the common name no longer counts.
    var namesServers = false
    /// Extended key usages (4.2.1.12) by name or number, each once and at most `usageLimit`; empty when there is no such
    /// extension.
    var usages: [String] = []
    /// Whether any of all the usages, kept or not, lets it serve Remote Desktop.
    var allowsServers = false
    /// Key usage (4.2.1.3) as bits from the most significant: 0x80 digitalSignature, 0x20 keyEncipherment, 0x08
    /// keyAgreement; nil when there is no such extension.
    var keyUsage: UInt8?
    /// Hints at where the issuer stands.
    var issuer = IssuerHints()
    /// Extensions that a judgement needs and that cannot be read.
    var unreadable: [String] = []
    /// Lesser oddities, as sentences.
    var remarks: [String] = []

    /// How many alternative names are kept.
    static let nameLimit = 100
    /// How many usages are kept.
    static let usageLimit = 20
    /// How many extensions are looked at; no certificate in use comes near.
    private static let countLimit = 100

    init() {}

    /// Reads `[3] EXPLICIT SEQUENCE OF Extension` (RFC 5280, 4.1), of which each may be there once (4.2).
    init(_ field: ASN1Node) {
        let extensions = field.children(atMost: 1).first?.children() ?? []
        if extensions.isEmpty { unreadable.append("its extensions") }
        var seen: Set<ASN1ObjectIdentifier> = []
        var repeated = 0
        var broken = 0
        for item in extensions.prefix(Self.countLimit) {
            // Extension ::= SEQUENCE { extnID, critical DEFAULT FALSE, extnValue OCTET STRING }
            let fields = item.children(atMost: 3)
            guard let identifier = fields.first?.objectIdentifier, let value = fields.last,
                value.identifier == .octetString
            else {
                broken += 1
                continue
            }
            guard seen.insert(identifier).inserted else {
                repeated += 1
                continue
            }
            read(identifier, value.contentBytes)
        }
        if broken > 0 {
            remarks.append(broken == 1 ? "An extension cannot be read." : "\(broken) extensions cannot be read.")
        }
        if repeated > 0 {
            remarks.append("It repeats \(repeated) of its extensions; only the first of each kind counts.")
        }
        if extensions.count > Self.countLimit {
            remarks.append("Of \(extensions.count) extensions only the first \(Self.countLimit) are looked at.")
        }
    }

    private mutating func read(_ identifier: ASN1ObjectIdentifier, _ value: ArraySlice<UInt8>) {
        switch identifier {
        case [2, 5, 29, 17]:
            if !readNames(value) { unreadable.append("its alternative names") }
        case [2, 5, 29, 37]:
            if !readUsages(value) { unreadable.append("its extended key usage") }
        case [2, 5, 29, 15]:
            keyUsage = (try? parseLeniently(value).node)?.bits?.first
            if keyUsage == nil { remarks.append("The key usage cannot be read.") }
        case [2, 5, 29, 35]: issuer.read(authorityKeyIdentifier: value)
        case [1, 3, 6, 1, 5, 5, 7, 1, 1]: issuer.read(authorityInformation: value)
        case [1, 3, 6, 1, 4, 1, 311, 20, 2], [1, 3, 6, 1, 4, 1, 311, 21, 7]: issuer.hasEnrolmentTemplate = true
        default: break
        }
    }

    /// GeneralNames: `[2]` dNSName, `[7]` iPAddress; users, mail addresses and directory names do not name a server.
    private mutating func readNames(_ value: ArraySlice<UInt8>) -> Bool {
        guard let names = try? parseLeniently(value).node, names.identifier == .sequence else {
            namesServers = true
            return false
        }
        var count = 0
        var badAddresses: [Int] = []
        for name in names.children() where name.isField(2) || name.isField(7) {
            count += 1
            guard count <= Self.nameLimit else { continue }
            if name.isField(2) {
                dnsNames.append(ASN1Text(utf8: name.contentBytes).text)
            } else if let address = IPAddress(bytes: Array(name.contentBytes.prefix(17))) {
                addresses.append(address)
            } else {
                badAddresses.append(name.contentBytes.count)
            }
        }
        if let size = badAddresses.first {
            let one = "An alternative name is an address of \(size) bytes."
            let several = "\(badAddresses.count) alternative names are addresses of a wrong length."
            remarks.append(badAddresses.count == 1 ? one : several)
        }
        if count > Self.nameLimit {
            remarks.append("Of \(count) alternative names only the first \(Self.nameLimit) are looked at.")
        }
        if count > 0 { namesServers = true }
        return true
    }

    /// ExtKeyUsageSyntax ::= SEQUENCE OF KeyPurposeId.
    private mutating func readUsages(_ value: ArraySlice<UInt8>) -> Bool {
        guard let list = try? parseLeniently(value).node, list.identifier == .sequence else { return false }
        let purposes = list.children()
        let identifiers = purposes.compactMap(\.objectIdentifier)
        guard !purposes.isEmpty, identifiers.count == purposes.count else { return false }
        allowsServers = identifiers.contains(where: ObjectIdentifierNames.serverUsages.contains)
        var seen: Set<ASN1ObjectIdentifier> = []
        let distinct = identifiers.filter { seen.insert($0).inserted }
        usages = distinct.prefix(Self.usageLimit).map { ObjectIdentifierNames.usages[$0] ?? $0.numbers }
        if distinct.count > Self.usageLimit {
            remarks.append("Of \(distinct.count) extended key usages only the first \(Self.usageLimit) are shown.")
        }
        return true
    }
}

/// What a certificate tells of its issuer beyond the name: whether that is likely to be a root or stands below one.
struct IssuerHints: Sendable, Hashable {
    /// The encoded name of the issuer's own issuer, from the authority key identifier (RFC 5280, 4.2.1.1); rare.
    var nameOfItsIssuer: [UInt8]?
    /// Whether the issuer's certificate can be fetched over HTTP (RFC 5280, 4.2.2.1), as with every public authority.
    var isPublishedOverHTTP = false
    /// Whether it is published in a directory, as Active Directory's authorities do, roots or not.
    var isPublishedInDirectory = false
    /// Whether Microsoft's authority made it from a template (MS-WCCE 2.2.2.7.7.1 and .2).
    var hasEnrolmentTemplate = false

    /// AuthorityKeyIdentifier ::= SEQUENCE { [0] keyIdentifier, [1] authorityCertIssuer GeneralNames, [2] serial }
    mutating func read(authorityKeyIdentifier value: ArraySlice<UInt8>) {
        guard let node = try? parseLeniently(value).node,
            let names = node.children(atMost: 3).first(where: { $0.isField(1) }),
            let directoryName = names.children(atMost: 8).first(where: { $0.isField(4) }),
            let name = directoryName.children(atMost: 1).first
        else { return }
        nameOfItsIssuer = Array(name.encodedBytes)
    }

    /// SEQUENCE OF SEQUENCE { accessMethod, accessLocation }; caIssuers is 1.3.6.1.5.5.7.48.2, a URI is `[6]`.
    mutating func read(authorityInformation value: ArraySlice<UInt8>) {
        guard let node = try? parseLeniently(value).node else { return }
        for access in node.children(atMost: 16) {
            let fields = access.children(atMost: 2)
            guard fields.count == 2, fields[0].objectIdentifier == [1, 3, 6, 1, 5, 5, 7, 48, 2], fields[1].isField(6)
            else { continue }
            let scheme = ASN1Text(utf8: fields[1].contentBytes.prefix(8)).text.lowercased()
            if scheme.hasPrefix("http:") || scheme.hasPrefix("https:") { isPublishedOverHTTP = true }
            if scheme.hasPrefix("ldap:") || scheme.hasPrefix("ldaps:") { isPublishedInDirectory = true }
        }
    }
}
