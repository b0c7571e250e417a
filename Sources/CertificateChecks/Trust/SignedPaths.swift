import X509

/// The ways up from a certificate along signatures that verify, nearest first.
///
/// A verifier tries every order of certificates that could issue each other: a dozen that a server made for it would
/// keep it verifying signatures for seconds. Here each pair is tried at most once, and each certificate stands at the
/// end of at most one way, so that sixteen certificates make sixteen ways at most.
struct SignedPaths: Sendable {
    /// Issuers in their order, without the certificate at the start; the first way is empty.
    let paths: [[Certificate]]

    /// Follows `start` up among `candidates`.
    init(from start: Certificate, among candidates: [Certificate]) {
        var paths: [[Certificate]] = [[]]
        var rest = candidates
        var next = 0
        while next < paths.count {
            let path = paths[next]
            next += 1
            let tip = path.last ?? start
            let issuers = rest.filter { candidate in
                candidate.subject == tip.issuer && candidate.publicKey.isValidSignature(tip.signature, for: tip)
            }
            rest.removeAll(where: issuers.contains)
            paths += issuers.map { path + [$0] }
        }
        self.paths = paths
    }
}
