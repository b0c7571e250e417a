import FleetModel

extension Check {
    /// Is the certificate for the name that was asked for?
    static let name = Check(id: "name") { examination in
        let leaf = examination.chain.leaf
        guard leaf.isReadable else { return [] }
        switch examination.nameMatch {
        case .alternativeName, .commonName:
            return []
        case .shortName(let name):
            return [CheckResult(nil, "The short name \(examination.askedName) stands for \(name) in it.")]
        case .none:
            return [CheckResult(.nameMismatch, "It is not for \(examination.askedName), but \(names(in: leaf)).")]
        }
    }

    /// The first names in a certificate, in words.
    private static func names(in leaf: DecodedCertificate) -> String {
        let described = leaf.description
        let names =
            leaf.extensions.namesServers
            ? described.dnsNames + described.addresses.map(\.description) : [described.commonName].compactMap(\.self)
        guard let first = names.first else { return "names no server" }
        let more = names.count > 3 ? " and \(names.count - 3) more" : ""
        return "for " + ([first] + names.dropFirst().prefix(2)).joined(separator: ", ") + more
    }
}
