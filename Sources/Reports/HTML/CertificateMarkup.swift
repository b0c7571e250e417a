import FleetModel

/// What a certificate says of itself.
enum CertificateMarkup {
    static func markup(of facts: CertificateFacts?) -> Markup? {
        guard let facts else { return nil }
        let leaf = facts.leaf
        let names = leaf.dnsNames + leaf.addresses.map(\.description)
        let rows: [Markup?] = [
            fact("Subject", leaf.subject), fact("Issuer", leaf.isSelfSigned ? "itself" : leaf.issuer),
            fact("Names", names.joined(separator: ", ")),
            fact("Valid from", leaf.notBefore?.minuteText ?? "not known"),
            fact("Valid to", leaf.notAfter?.minuteText ?? "not known"),
            fact("Trust", [facts.trust.word, facts.trust.detail].compactMap(\.self).joined(separator: ": ")),
            fact("Key", leaf.key), fact("Signature", leaf.signatureAlgorithm),
            fact("Usage", leaf.usages.joined(separator: ", ")), fact("Serial number", leaf.serial),
            fact("SHA-256", leaf.sha256, isWide: true),
        ]
        return """
            <h4>Certificate</h4>
            <dl class="facts">
            \(rows.compactMap { $0 })</dl>

            """
    }

    private static func fact(_ title: String, _ value: String, isWide: Bool = false) -> Markup? {
        guard !value.isEmpty else { return nil }
        return "<div\(isWide ? " class=\"wide\"" : "" as Markup)><dt>\(title)</dt><dd>\(value)</dd></div>\n"
    }
}
