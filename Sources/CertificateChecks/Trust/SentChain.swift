/// The certificates that a server sent, and the way from its own to the last that can be reached among them by name.
struct SentChain: Sendable, Hashable {
    /// A certificate as sent and as read.
    struct Link: Sendable, Hashable {
        var der: [UInt8]
        var certificate: DecodedCertificate

        init(der: [UInt8]) {
            self.der = der
            do throws(UnreadableCertificate) {
                certificate = try CertificateDecoder.decode(der)
            } catch {
                certificate = CertificateDecoder.unreadable(der, error)
            }
        }
    }

    /// All that was sent, at most `limit`, the server's own first.
    let links: [Link]

    /// Whether the server may have sent more than is here.
    let mayGoOn: Bool

    /// How many are read.
    static let limit = CertificateExaminer.chainLimit

    /// Nil when nothing was sent.
    init?(_ chain: [[UInt8]]) {
        guard !chain.isEmpty else { return nil }
        links = chain.prefix(Self.limit).map(Link.init)
        mayGoOn = chain.count >= Self.limit
    }

    /// The places in `links` of the server's own certificate, then its issuer as far as that was sent, and so on; each
    /// certificate once.
    var path: [Int] {
        var path = [0]
        while let last = path.last, !links[last].certificate.isSelfIssued,
            let next = links.indices.first(where: { place in
                links[place].certificate.isReadable && !path.contains(place)
                    && links[place].certificate.subject.encoded == links[last].certificate.issuer.encoded
            })
        {
            path.append(next)
        }
        return path
    }
}
