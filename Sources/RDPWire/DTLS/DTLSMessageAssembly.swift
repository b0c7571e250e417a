/// Puts one handshake message together from its fragments, in whatever order, however often, and overlapping as they
/// like (RFC 6347, 4.2.3).
///
/// Of bytes that come twice the first count. Takes as much memory as the message is long.
struct DTLSMessageAssembly: Sendable {
    private let messageSequence: UInt16
    private var body: [UInt8]
    /// The parts that have not come, in order.
    private var missing: [Range<Int>]

    /// Begins with the first fragment that came.
    init(_ fragment: DTLSHandshakeFragment) {
        messageSequence = fragment.messageSequence
        body = [UInt8](repeating: 0, count: fragment.messageLength)
        missing = body.isEmpty ? [] : [body.indices]
        take(fragment)
    }

    /// The whole body; nil while parts are missing.
    var whole: ArraySlice<UInt8>? { missing.isEmpty ? body[...] : nil }

    /// Takes what the fragment has that was missing; one of another message is ignored.
    mutating func take(_ fragment: DTLSHandshakeFragment) {
        guard fragment.messageSequence == messageSequence, fragment.messageLength == body.count else { return }
        let range = fragment.offset..<fragment.offset + fragment.content.count
        guard !range.isEmpty, let first = missing.firstIndex(where: { $0.upperBound > range.lowerBound }) else {
            return
        }
        // Only the gaps that it touches are looked at more closely: a hostile server makes thousands.
        let end = missing[first...].firstIndex { $0.lowerBound >= range.upperBound } ?? missing.endIndex
        let start = fragment.content.startIndex - fragment.offset
        var left: [Range<Int>] = []
        for gap in missing[first..<end] {
            let filled = gap.clamped(to: range)
            body.replaceSubrange(filled, with: fragment.content[start + filled.lowerBound..<start + filled.upperBound])
            left += [gap.lowerBound..<filled.lowerBound, filled.upperBound..<gap.upperBound].filter { !$0.isEmpty }
        }
        missing.replaceSubrange(first..<end, with: left)
    }
}
