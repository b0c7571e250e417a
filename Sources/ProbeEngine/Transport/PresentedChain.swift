/// The certificates that a server presented, as DER, bounded.
struct PresentedChain: Sendable {
    /// The most certificates kept.
    static let countLimit = 8
    /// The longest certificate kept, in bytes.
    static let sizeLimit = 65_536

    /// The server's own certificate first, then the others in the order in which they were presented; an oversized one
    /// of an authority is left out.
    let certificates: [[UInt8]]

    /// nil when the server presented none, or its own has no usable DER.
    init?(_ session: TLSSession) {
        let chain = session.chain(limit: Self.countLimit, size: Self.sizeLimit)
        guard let leaf = chain.first, !leaf.isEmpty else { return nil }
        certificates = chain.filter { !$0.isEmpty }
    }
}
