import FleetModel

/// Every certificate that those on the screen show, once each, however many show it.
struct CertificateList: Sendable {
    private let certificates: [String: SharedCertificate]
    /// The fingerprints, the certificate that ends first first.
    let order: [String]
    /// The ends of all that have one, in order.
    let ends: [Instant]

    /// No certificate.
    static let empty = CertificateList(certificates: [:], now: Instant(milliseconds: 0))

    /// The certificates of the servers that the filter leaves, and of the gateways in front of these.
    ///
    /// One walk over the servers: for when something has changed, not for a frame.
    init(_ state: DashboardState) {
        var certificates: [String: SharedCertificate] = [:]
        for index in state.rows.order.sorted() {
            let status = state.rows[index]
            guard let facts = status.snapshot?.certificate?.facts else { continue }
            certificates[facts.leaf.sha256, default: SharedCertificate(facts)].add(index, facts, status.server.policy)
        }
        for id in state.shownGateways.sorted() {
            guard let status = state.gateways[id], let facts = status.snapshot?.certificate?.facts else { continue }
            certificates[facts.leaf.sha256, default: SharedCertificate(facts)].add(id, facts, status.gateway.policy)
        }
        self.init(certificates: certificates, now: state.now)
    }

    private init(certificates: [String: SharedCertificate], now: Instant) {
        self.certificates = certificates
        let keys = certificates.map { fingerprint, certificate in
            // One that has not begun is of no more use than one that has ended.
            let isEarly = certificate.age(at: now) == .notYetValid
            let end = isEarly ? now : certificate.leaf.notAfter ?? Instant(milliseconds: .max)
            return (end: end, name: certificate.name, fingerprint: fingerprint)
        }
        order = keys.sorted { ($0.end, $0.name, $0.fingerprint) < ($1.end, $1.name, $1.fingerprint) }.map(\.fingerprint)
        ends = certificates.values.compactMap(\.leaf.notAfter).sorted()
    }

    /// The certificate with a fingerprint; nil when nobody on the screen shows it.
    subscript(fingerprint: String) -> SharedCertificate? { certificates[fingerprint] }

    /// How many certificates end before a moment; found by halving.
    func count(endingBefore moment: Instant) -> Int {
        var (low, high) = (0, ends.count)
        while low < high {
            let middle = (low + high) / 2
            if ends[middle] < moment { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension DashboardState {
    /// The gateways in front of servers that the filter leaves; all when it hides nothing.
    var shownGateways: Set<Gateway.ID> {
        rows.filter.isEmpty ? Set(gateways.keys) : Set(rows.order.compactMap { rows[$0].server.gatewayID })
    }
}
