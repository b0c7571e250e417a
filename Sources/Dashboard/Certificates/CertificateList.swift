import Drawing
import FleetModel

/// Every certificate that those on the screen show, once each, however many show it. Of who shows none now it is
/// the one that was shown last.
struct CertificateList: Sendable {
    private let certificates: [String: SharedCertificate]
    /// The fingerprints, in the order of the view.
    let order: [String]
    /// The ends of all that have one, in order.
    let ends: [Instant]

    /// Their names without the domain where that leaves no two alike, by fingerprint.
    private let shortNames: [String: String]
    private let longestShortName: Int
    private let longestFullName: Int
    /// The cells of the longest name of an issuer.
    let longestIssuer: Int

    /// No certificate.
    static let empty = CertificateList(
        certificates: [:], sort: .certificate, isReversed: false, now: Instant(milliseconds: 0))

    /// The certificates of the servers that the filter leaves, and of the gateways in front of these.
    ///
    /// One walk over the servers: for when something has changed, not for a frame.
    init(_ state: DashboardState) {
        var certificates: [String: SharedCertificate] = [:]
        for index in state.rows.order.sorted() {
            let status = state.rows[index]
            guard let seen = status.snapshot?.lastCertificate, let facts = seen.facts else { continue }
            certificates[facts.leaf.sha256, default: SharedCertificate(facts)].add(
                index, facts, status.server.policy, isShown: status.snapshot?.earlierCertificate == nil, at: seen.at)
        }
        for id in state.shownGateways.sorted() {
            guard let status = state.gateways[id], let snapshot = status.snapshot, let seen = snapshot.certificate,
                let facts = seen.facts
            else { continue }
            certificates[facts.leaf.sha256, default: SharedCertificate(facts)].add(
                id, facts, status.gateway.policy, isShown: snapshot.showsCertificate, at: seen.at)
        }
        self.init(
            certificates: certificates, sort: state.list.sort, isReversed: state.list.isReversed, now: state.now)
    }

    private init(certificates: [String: SharedCertificate], sort: SortOrder, isReversed: Bool, now: Instant) {
        let names = certificates.mapValues(\.name)
        shortNames = Self.shortened(names)
        longestShortName = shortNames.values.map { TextWidth.cells(of: $0) }.max() ?? 0
        longestFullName = names.values.map { TextWidth.cells(of: $0) }.max() ?? 0
        longestIssuer = certificates.values.map { TextWidth.cells(of: $0.issuer) }.max() ?? 0
        self.certificates = certificates
        let all = certificates.sorted { $0.key < $1.key }
        let ranks = NaturalOrder.ranks(of: all.map(\.value.name))
        let issuers = NaturalOrder.ranks(ofEqual: all.map(\.value.issuer))
        let keyed = all.indices.map { place in
            let (fingerprint, certificate) = all[place]
            let key = certificate.key(
                sort, rank: ranks[place], issuerRank: issuers[place], isReversed: isReversed, now: now)
            return (key: key, fingerprint: fingerprint)
        }
        order = keyed.sorted { $0.key < $1.key }.map(\.fingerprint)
        ends = certificates.values.compactMap(\.leaf.notAfter).sorted()
    }

    /// The certificate with a fingerprint; nil when nobody on the screen shows it.
    subscript(fingerprint: String) -> SharedCertificate? { certificates[fingerprint] }

    /// What stands for a certificate in the list; where servers have names without domain, so has it.
    func name(of fingerprint: String, _ naming: Naming) -> String {
        (naming == .short ? shortNames[fingerprint] : certificates[fingerprint]?.name) ?? ""
    }

    /// The cells of the longest of these.
    func longestName(_ naming: Naming) -> Int { naming == .short ? longestShortName : longestFullName }

    /// Names without the domain, where that leaves no two different ones alike. A wildcard is nothing without its domain.
    private static func shortened(_ names: [String: String]) -> [String: String] {
        var fulls: [Substring: Set<String>] = [:]
        for name in names.values { fulls[label(of: name), default: []].insert(name) }
        return names.mapValues { name in
            let label = label(of: name)
            return fulls[label]?.count == 1 && label != "*" && IPAddress(name) == nil ? String(label) : name
        }
    }

    private static func label(of name: String) -> Substring { name.prefix { $0 != "." } }

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

extension SharedCertificate {
    /// Where it belongs among the others. One whose end is not known comes last among its like, whichever way round.
    fileprivate func key(_ sort: SortOrder, rank: Int, issuerRank: Int, isReversed: Bool, now: Instant) -> SortKey {
        // One that has not begun is of no more use than one that has ended.
        let end = age(at: now) == .notYetValid ? now : leaf.notAfter
        let soonest = end?.second ?? .max
        // Turns a number round without leaving 64 bits.
        let turn = { (number: Int64) in isReversed ? ~number : number }
        switch sort {
        case .name: return SortKey(major: 0, minor: turn(Int64(rank)), rank: rank)
        case .issuer: return SortKey(major: turn(Int64(issuerRank)), minor: soonest, rank: rank)
        case .servers:
            return SortKey(major: turn(-Int64(servers.count + gateways.count)), minor: soonest, rank: rank)
        case .certificate, .severity, .site, .roundTrip, .since:
            return SortKey(major: end == nil ? 1 : 0, minor: end == nil ? 0 : turn(soonest), rank: rank)
        }
    }
}

extension DashboardState {
    /// The gateways in front of servers that the filter leaves; all when it hides nothing.
    var shownGateways: Set<Gateway.ID> {
        rows.filter.isEmpty ? Set(gateways.keys) : Set(rows.order.compactMap { rows[$0].server.gatewayID })
    }
}
