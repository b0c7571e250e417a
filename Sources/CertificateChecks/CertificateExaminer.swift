package import FleetModel

/// Reads the certificates that a server sent and relates them to the name that was asked for and to the authorities
/// that are trusted here.
///
/// The same bytes, name and pin always give the same facts: the time of day plays no part. They are kept, so that a
/// probe that meets the same again pays for a digest. Make one examiner for each set of authority files and share it;
/// the system's authorities are shared among all of them.
package struct CertificateExaminer: Sendable {
    private let own: Authorities
    private let system: @Sendable () async -> Authorities
    private let chains = BoundedCache<ChainDigest, ExaminedChain>(limits: .init(count: 16_384, bytes: 16 << 20))
    private let answers = BoundedCache<ExaminationKey, CertificateFacts>(limits: .init(count: 16_384, bytes: 48 << 20))

    /// How many certificates of a chain are read, the server's own included.
    ///
    /// Who bounds a chain before it comes here keeps so many: a chain of just this number counts as one that may have
    /// had more.
    package static let chainLimit = 16
    /// The most bytes of a certificate that is read; those in use have one or two thousand.
    package static let certificateSizeLimit = 65_536

    /// Trusts the system's authorities and those in `authorityFiles`, PEM files by their paths, which are read now.
    ///
    /// The system's authorities begin to be read in the background, which the first examination waits for.
    package init(authorityFiles: [String]) throws(AuthorityFileError) {
        var certificates: [[UInt8]] = []
        for file in authorityFiles { certificates += try AuthorityFile.certificates(in: file) }
        let loading = Authorities.system
        self.init(authorities: certificates, system: { await loading.value })
    }

    /// Trusts `authorities`, in DER, and those that `system` yields.
    init(authorities: [[UInt8]], system: @escaping @Sendable () async -> Authorities) {
        own = Authorities(authorities)
        self.system = system
    }

    /// What `chain`, in DER with the server's own certificate first, says and means for `name`.
    ///
    /// `pin` is a SHA-256 in hexadecimal that the server's own certificate must have, or nil. Returns nil only for an
    /// empty chain: a certificate that cannot be read at all gives facts with its digest, the problem `unreadable` and
    /// a remark that says why. What is known of the chain, whoever presented it, is related to the name at once; a chain
    /// that is new is read on the concurrent pool, whatever executor the task prefers, because that takes long enough to
    /// stop an event loop.
    package func examine(chain: [[UInt8]], askedFor name: String, pin: String?) async -> CertificateFacts? {
        guard !chain.isEmpty else { return nil }
        let key = ExaminationKey(chain: ChainDigest(chain), name: name, pin: pin)
        if let known = answers.value(key) { return known }
        if let known = chains.value(key.chain) { return answer(key, about: known) }
        return await withTaskExecutorPreference(globalConcurrentExecutor) {
            await examined(chain, key.chain).map { answer(key, about: $0) }
        }
    }

    private func answer(_ key: ExaminationKey, about examined: ExaminedChain) -> CertificateFacts {
        let examination = Examination(
            chain: examined, askedName: key.name, nameMatch: NameMatching.match(key.name, examined.leaf),
            pin: key.pin)
        let results = CheckResults(CheckTable.ordered.flatMap { $0.results(examination) }, more: examined.remarks)
        let facts = CertificateFacts(
            leaf: examined.leaf.description, intermediates: examined.others.map(\.description),
            askedName: key.name, nameMatch: examination.nameMatch, trust: examined.trust.path,
            problems: results.problems, remarks: results.remarks)
        answers.keep(facts, key, bytes: facts.footprint)
        return facts
    }

    @concurrent
    private func examined(_ chain: [[UInt8]], _ digest: ChainDigest) async -> ExaminedChain? {
        // Another probe may have read it since.
        if let known = chains.value(digest) { return known }
        let search = TrustPathSearch(own: own, system: await system())
        guard let examined = await ExaminedChain(chain, search: search) else { return nil }
        chains.keep(examined, digest, bytes: examined.footprint)
        return examined
    }
}
