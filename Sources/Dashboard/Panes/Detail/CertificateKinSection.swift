import FleetModel

/// How the certificate relates to those of the rest of the fleet.
struct CertificateKinSection: DetailSection {
    func lines(_ subject: DetailSubject) -> [Line] {
        guard let kin = subject.kin else { return [] }
        var lines: [Line] = []
        if let leaf = subject.status.snapshot?.certificate?.facts?.leaf {
            if kin.sameCertificate > 0 {
                lines += subject.field("same one", "\(kin.sameCertificate.servers) of the fleet show this certificate")
            }
            if !leaf.isSelfSigned {
                lines += subject.field("same issuer", "\(kin.sameIssuer.servers) of the fleet")
            }
            if let end = leaf.notAfter {
                let ends = kin.sameWeek > 1 ? "end" : "ends"
                lines += subject.field(
                    "same week",
                    "that of \(kin.sameWeek.servers) \(ends) in the week from Monday \(end.startOfWeek.dateText)")
            }
        }
        if let next = kin.next, let name = subject.nextToEnd {
            let left = (next.ends - subject.now).spoken
            lines += subject.field(
                "fleet",
                "the next in the fleet to end is that of \(name), in \(left); the view of certificates has them all")
        }
        return lines
    }
}

extension Int {
    /// `no other server`, `1 other server`, `240 other servers`.
    var servers: String {
        switch self {
        case 0: "no other server"
        case 1: "1 other server"
        default: "\(self) other servers"
        }
    }
}
