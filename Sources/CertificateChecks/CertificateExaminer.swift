package import FleetModel

/// Reads the certificates that a server sent and relates them to the name that was asked for and to the authorities
/// that are trusted here.
///
/// The same bytes and the same name always give the same facts: the time of day plays no part. What was worked out for
/// a chain is kept, so that a probe that meets it again pays for a digest and a comparison of names. Make one examiner
/// for each set of authority files and share it; the system's authorities are shared among all of them.
package struct CertificateExaminer: Sendable {
    private let search: TrustPathSearch
    private let cache: ChainCache

    /// How many chains are kept; one of two certificates takes about three kilobytes.
    private static let cacheLimit = 16_384

    /// Trusts the system's authorities and those in `authorityFiles`, PEM files by their paths, which are read now.
    package init(authorityFiles: [String]) throws(AuthorityFileError) {
        var certificates: [[UInt8]] = []
        for file in authorityFiles { certificates += try AuthorityFile.certificates(in: file) }
        self.init(authorities: certificates, system: { Authorities.system })
    }

    /// Trusts `authorities`, in DER, and those that `system` yields.
    init(authorities: [[UInt8]], system: @escaping @Sendable () -> Authorities, cacheLimit: Int = Self.cacheLimit) {
        search = TrustPathSearch(own: Authorities(authorities), system: system)
        cache = ChainCache(limit: cacheLimit)
    }

    /// What `chain`, in DER with the server's own certificate first, says and means for `name`.
    ///
    /// `pin` is a SHA-256 in hexadecimal that the server's own certificate must have, or nil. Returns nil only for an
    /// empty chain: a certificate that cannot be read at all gives facts with its digest, the problem `unreadable` and
    /// a remark that says why.
    package func examine(chain: [[UInt8]], askedFor name: String, pin: String?) async -> CertificateFacts? {
        guard let examined = await examined(chain) else { return nil }
        let examination = Examination(
            chain: examined, askedName: name, nameMatch: NameMatching.match(name, examined.leaf), pin: pin)
        let findings = CheckTable.ordered.flatMap { $0.findings(examination) }
        var problems: [CertificateProblem] = []
        for case let problem? in findings.map(\.problem) where !problems.contains(problem) { problems.append(problem) }
        return CertificateFacts(
            leaf: examined.leaf.description, intermediates: examined.others.map(\.description), askedName: name,
            nameMatch: examination.nameMatch, trust: examined.trust.path, problems: problems,
            remarks: findings.map(\.remark) + examined.remarks)
    }

    private func examined(_ chain: [[UInt8]]) async -> ExaminedChain? {
        let key = ChainCache.Key(chain)
        if let known = cache.chain(key) { return known }
        guard let examined = await ExaminedChain(chain, search: search) else { return nil }
        cache.keep(examined, key)
        return examined
    }
}
