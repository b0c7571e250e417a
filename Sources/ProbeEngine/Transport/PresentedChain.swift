import NIOSSL

/// The certificates that a server presented, as DER, bounded.
struct PresentedChain: Sendable {
    /// The most certificates kept.
    static let countLimit = 8
    /// The longest certificate kept, in bytes.
    static let sizeLimit = 65_536

    /// The server's own certificate first; empty when that one has no usable DER.
    let certificates: [[UInt8]]

    /// The chain in the order in which it was presented; an oversized certificate of an authority is left out.
    init(_ chain: [NIOSSLCertificate]) {
        let encoded = chain.prefix(Self.countLimit).map { try? $0.toDERBytes() }
        let usable = encoded.map { $0.flatMap { $0.count <= Self.sizeLimit ? $0 : nil } }
        certificates = usable.first.flatMap { $0 } == nil ? [] : usable.compactMap { $0 }
    }
}
