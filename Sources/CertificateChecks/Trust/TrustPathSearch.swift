import FleetModel
import SwiftASN1
import X509

/// Looks for a path from the certificate a server sent to an authority that is trusted here.
///
/// swift-certificates builds and verifies the paths. It does not say why there is none, and it cannot read short RSA
/// keys and MD5 signatures at all, so what is left is worked out from the names in the certificates.
struct TrustPathSearch: Sendable {
    /// The authorities that the fleet file names.
    private let own: Authorities
    private let system: Authorities

    init(own: Authorities, system: Authorities) {
        self.own = own
        self.system = system
    }

    /// Follows the certificates of `chain`.
    func verdict(on chain: SentChain) async -> TrustVerdict {
        guard let leaf = chain.links.first, leaf.certificate.isReadable else {
            return TrustVerdict(path: .undecided("the certificate cannot be read"))
        }
        // Trusted because it is there, as in Windows' own stores, whether or not it is marked as an authority.
        if authorities(named: leaf.certificate.subject.encoded).contains(leaf.der) {
            let isSelfSigned = leaf.certificate.isSelfIssued
            return TrustVerdict(path: .trusted([leaf.certificate.description.subject]), isSelfSigned: isSelfSigned)
        }
        guard let certificate = try? Certificate(derEncoded: leaf.der) else { return verdictByNames(chain) }
        if leaf.certificate.isSelfIssued {
            if certificate.publicKey.isValidSignature(certificate.signature, for: certificate) {
                return TrustVerdict(path: .selfSigned, isSelfSigned: true)
            }
            guard leaf.certificate.canBeVerified else { return verdictByNames(chain) }
            let remark = "Subject and issuer are the same, but another key, or none, made its signature."
            return TrustVerdict(path: .unknownAuthority(leaf.certificate.description.issuer), remarks: [remark])
        }
        return await verified(certificate, chain) ?? verdictByNames(chain)
    }

    /// What verification has to say; nil when it found no path and does not know why.
    private func verified(_ leaf: Certificate, _ chain: SentChain) async -> TrustVerdict? {
        let policy = PathPolicy()
        if let identifier = policy.unknownCriticalExtension(in: leaf) {
            let reason = "nobody here knows its critical extension \(identifier.numbers)"
            return TrustVerdict(path: .undecided(reason))
        }
        let roots = candidateRoots(for: chain)
        guard !roots.isEmpty else { return nil }
        let paths = SignedPaths(from: leaf, among: candidateIntermediates(of: chain)).paths
        var failure: PolicyFailureReason?
        for path in paths where roots.contains(where: { $0.subject == (path.last ?? leaf).issuer }) {
            var verifier = Verifier(rootCertificates: CertificateStore(roots)) { policy }
            switch await verifier.validate(leaf: leaf, intermediates: CertificateStore(path)) {
            case .validCertificate(let whole):
                return TrustVerdict(path: .trusted(whole.map(subjectText)))
            case .couldNotValidate(let failures):
                // The list is empty when the path led to no root; otherwise a rule was broken on the way.
                failure = failure ?? failures.first?.policyFailureReason
            }
        }
        return failure.map { failure in
            let reason = CleanText.clean(failure.description, limit: 120)
            return TrustVerdict(
                path: .undecided("a path to a known authority breaks a rule: \(reason)"), isRefused: true)
        }
    }

    /// The authorities that issued, by name, any of the certificates that were sent.
    private func candidateRoots(for chain: SentChain) -> [Certificate] {
        let issuers = Set(chain.links.map(\.certificate.issuer.encoded))
        return issuers.flatMap(authorities(named:)).compactMap { try? Certificate(derEncoded: $0) }
    }

    /// The other certificates that were sent, one for each subject, key and issuer.
    func candidateIntermediates(of chain: SentChain) -> [Certificate] {
        var seen: Set<[[UInt8]]> = []
        return chain.links.dropFirst().compactMap { link in
            guard let certificate = try? Certificate(derEncoded: link.der) else { return nil }
            let names = [link.certificate.subject.encoded, link.certificate.issuer.encoded]
            let isNew = seen.insert(names + [Array(certificate.publicKey.subjectPublicKeyInfoBytes)]).inserted
            return isNew ? certificate : nil
        }
    }

    private func authorities(named subject: [UInt8]) -> [[UInt8]] {
        own.named(subject) + system.named(subject)
    }

    private func subjectText(_ certificate: Certificate) -> String {
        var serializer = DER.Serializer()
        guard (try? serializer.serialize(certificate.subject)) != nil,
            let name = try? DER.parse(serializer.serializedBytes)
        else { return "" }
        return DistinguishedName(name).text
    }
}

extension TrustPathSearch {
    /// The verdict when no path could be verified, from names alone.
    private func verdictByNames(_ chain: SentChain) -> TrustVerdict {
        let path = chain.path.map { chain.links[$0].certificate }
        guard let leaf = path.first, let last = path.last else {
            return TrustVerdict(path: .undecided("the certificate cannot be read"))
        }
        if leaf.isSelfIssued {
            let remark = "Its signature could not be verified here."
            return TrustVerdict(path: .selfSigned, remarks: [remark], isSelfSigned: true)
        }
        if !authorities(named: last.issuer.encoded).isEmpty { return verdictOnKnownName(path) }
        var verdict = TrustVerdict(path: endOfPath(last, isLeaf: path.count == 1))
        if chain.mayGoOn, !last.isSelfIssued {
            verdict.path = .undecided(
                "the certificate of \(last.description.issuer) is not among the \(chain.links.count) that are read")
            verdict.remarks.append(
                "The server may have sent more than the \(chain.links.count) certificates that are read.")
        }
        if own.isEmpty, system.isEmpty { verdict.remarks.append("This system has no list of authorities.") }
        return verdict
    }

    /// The names lead to a known authority, but the signatures do not, or cannot be verified here.
    private func verdictOnKnownName(_ path: [DecodedCertificate]) -> TrustVerdict {
        for certificate in path {
            guard !certificate.canBeVerified else { continue }
            let about = certificate.description
            let what = "\(about.key), \(about.signatureAlgorithm)"
            return TrustVerdict(
                path: .undecided("the signatures of \(about.subject) cannot be verified here (\(what))"))
        }
        let issuer = path.last?.description.issuer ?? ""
        let remark = "An authority of the name \(issuer) is known here, but it did not sign this."
        return TrustVerdict(path: .unknownAuthority(issuer), remarks: [remark])
    }

    /// Tells a root that is not known here from an intermediate certificate that was not sent.
    ///
    /// What was sent does not decide it for certain, because the missing certificate itself would have to say whether
    /// it is a root. In this order: the authority key identifier names the issuer's own issuer (certain, and rare). An
    /// organisation that has an authority among those of the fleet file is taken to have issued through an
    /// intermediate. A server's own certificate that points to its issuer's over HTTP, as those of public authorities
    /// do, was issued by an intermediate, because they issue from nothing else; Active Directory's authorities point
    /// there as well, and issue from roots, so their marks count against it. Everything else is an unknown authority:
    /// servers that send intermediates rightly leave out the root.
    private func endOfPath(_ last: DecodedCertificate, isLeaf: Bool) -> TrustPath {
        let name = last.description.issuer
        if last.isSelfIssued { return .unknownAuthority(name) }
        let hints = last.extensions.issuer
        if let above = hints.nameOfItsIssuer {
            return above == last.issuer.encoded ? .unknownAuthority(name) : .missingIntermediate(name)
        }
        if own.knows(organisation: last.issuer.organisation) { return .missingIntermediate(name) }
        let isActiveDirectory = hints.hasEnrolmentTemplate || hints.isPublishedInDirectory
        if isLeaf, hints.isPublishedOverHTTP, !isActiveDirectory { return .missingIntermediate(name) }
        return .unknownAuthority(name)
    }
}

extension DecodedCertificate {
    /// Whether swift-certificates can verify its signature and those that its key makes.
    fileprivate var canBeVerified: Bool { key.canBeVerified && signature?.canBeVerified == true }
}

extension PublicKeyKind {
    /// Whether swift-certificates can verify with such a key.
    fileprivate var canBeVerified: Bool {
        switch self {
        case .rsa(let bits): bits >= 2048
        case .ellipticCurve(let name, _): ["P-256", "P-384", "P-521"].contains(name)
        case .fixedSize(let name): name == "Ed25519"
        case .dsa, .unknown, .unreadable: false
        }
    }
}

extension SignatureKind {
    /// Whether swift-certificates can verify such a signature.
    fileprivate var canBeVerified: Bool {
        [
            "sha1WithRSAEncryption", "sha256WithRSAEncryption", "sha384WithRSAEncryption", "sha512WithRSAEncryption",
            "ecdsa-with-SHA256", "ecdsa-with-SHA384", "ecdsa-with-SHA512", "Ed25519",
        ].contains(name)
    }
}
