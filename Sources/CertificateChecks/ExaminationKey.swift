import Crypto

/// What an examiner is asked, short enough to remember thousands.
struct ExaminationKey: Sendable, Hashable {
    let chain: ChainDigest
    let name: String
    let pin: String?
}

/// A digest over certificates and their lengths.
struct ChainDigest: Sendable, Hashable {
    private let digest: SHA256Digest

    init(_ chain: [[UInt8]]) {
        var hash = SHA256()
        for certificate in chain {
            withUnsafeBytes(of: certificate.count.littleEndian) { hash.update(bufferPointer: $0) }
            hash.update(data: certificate)
        }
        digest = hash.finalize()
    }
}
