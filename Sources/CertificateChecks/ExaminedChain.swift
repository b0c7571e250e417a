import FleetModel

/// What can be said of a chain whoever asks, kept so that the same bytes are examined once.
///
/// A class because thousands of these are kept and handed around.
final class ExaminedChain: Sendable {
    /// The server's own certificate.
    let leaf: DecodedCertificate
    /// What else was sent, in its order.
    let others: [DecodedCertificate]
    /// Where the path leads.
    let trust: TrustVerdict
    /// Sentences about the chain as a whole.
    let remarks: [String]
    /// The places in `others` of those that lead on from the leaf, in the order of the path.
    private let places: [Int]

    /// Reads and follows `chain`; nil when it is empty.
    init?(_ chain: [[UInt8]], search: TrustPathSearch) async {
        guard let sent = SentChain(chain), var leaf = sent.links.first?.certificate else { return nil }
        trust = await search.verdict(on: sent)
        leaf.description.isSelfSigned = trust.isSelfSigned
        self.leaf = leaf
        others = sent.links.dropFirst().map(\.certificate)
        places = sent.path.dropFirst().map { $0 - 1 }
        var remarks: [String] = []
        if chain.count > SentChain.limit {
            remarks.append("Of \(chain.count) certificates that were sent only the first \(SentChain.limit) are read.")
        }
        for (place, other) in others.enumerated() where !other.isReadable {
            remarks.append("Certificate \(place + 2) that was sent cannot be read.")
        }
        self.remarks = remarks
    }

    /// About how many bytes it takes in memory.
    var footprint: Int {
        ([leaf] + others).reduce(0) { sum, certificate in
            let names = certificate.subject.encoded.count + certificate.issuer.encoded.count
            return sum + 512 + names + certificate.description.footprint
                + (certificate.remarks + certificate.unreadable).footprint
        } + trust.remarks.footprint + remarks.footprint
    }

    /// The server's own certificate and those that lead on from it.
    var path: [DecodedCertificate] { [leaf] + places.map { others[$0] } }
}
