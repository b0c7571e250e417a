import Drawing
import FleetModel

/// What one certificate says of itself, what is to be known of it in words, and who shows it.
enum CertificateText {
    /// The most servers that are named.
    private static let mostNamed = 60

    /// The title of the explanation.
    static func title(_ fingerprint: String, _ state: DashboardState) -> String {
        "the certificate \(state.certificates[fingerprint]?.name ?? "")"
    }

    /// The lines about a certificate, broken to a width; none when nobody on the screen shows it any more.
    static func lines(_ fingerprint: String, _ state: DashboardState, width: Int) -> [Line] {
        guard let certificate = state.certificates[fingerprint] else { return [] }
        let field = { (label: String, text: String, role: Role) -> [Line] in
            .field(label, CleanText.clean(text, limit: 1_024), role, width: width)
        }
        let remarks = certificate.remarks(at: state.now)
        return [Line].fields(
            "to know", remarks.isEmpty ? ["nothing is wrong with it"] : remarks,
            remarks.isEmpty ? .ok : certificate.isProblem(at: state.now) ? .warning : .normal, width: width)
            + [Line()] + facts(certificate.leaf, state.now, field)
            + [Line()] + holders(certificate, state, field)
    }

    private static func facts(
        _ leaf: CertificateDescription, _ now: Instant, _ field: (String, String, Role) -> [Line]
    ) -> [Line] {
        let dates = [leaf.notBefore, leaf.notAfter].map { $0?.dateText ?? "?" }.joined(separator: " to ")
        let names = leaf.dnsNames + leaf.addresses.map(\.description)
        let key = [leaf.key, leaf.signatureAlgorithm].filter { !$0.isEmpty }.joined(separator: ", signed with ")
        return field("valid", "\(dates), \(CertificateSection.left(leaf, now))", .normal)
            + field("subject", leaf.subject.isEmpty ? "empty" : leaf.subject, .normal)
            + field("issuer", leaf.isSelfSigned ? "itself" : leaf.issuer, .normal)
            + field("names", names.isEmpty ? "none: the common name counts" : names.joined(separator: ", "), .normal)
            + field("key", key, .normal) + field("serial", leaf.serial, .dim) + field("SHA-256", leaf.sha256, .dim)
    }

    private static func holders(
        _ certificate: SharedCertificate, _ state: DashboardState, _ field: (String, String, Role) -> [Line]
    ) -> [Line] {
        let gateways = certificate.gateways.map { "gateway \(state.gateways[$0]?.gateway.name ?? $0)" }
        let servers = certificate.servers.prefix(mostNamed).map { state.rows.displayName($0) }
        let rest = certificate.servers.count - servers.count
        let names = (gateways + servers).joined(separator: ", ")
        let key = state.keys.name(of: "open") ?? ":open"
        return field("shown by", rest > 0 ? "\(names) and \(rest) more" : names, .normal)
            + field("", "\(key) on its line lists them with what is wrong with each", .dim)
    }
}
