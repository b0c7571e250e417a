/// How far the first bytes of a stream are a whole TSRequest.
///
/// CredSSP has no header of its own: the length of the outermost SEQUENCE is all that tells where a message ends.
package enum TSRequestFrame: Equatable, Sendable {
    /// More bytes are needed.
    case incomplete
    /// The message has come, and is so many bytes long.
    case complete(length: Int)
    /// No TSRequest begins like this, or only one longer than ``TSRequest/sizeLimit``.
    case malformed(WireError)

    /// Looks at the first bytes received.
    package init(startOf bytes: ArraySlice<UInt8>) {
        do {
            self = try Self.frame(bytes)
        } catch .truncated {
            self = .incomplete
        } catch {
            self = .malformed(error)
        }
    }

    private static func frame(_ bytes: ArraySlice<UInt8>) throws(WireError) -> TSRequestFrame {
        var reader = ByteReader(bytes)
        let tag = try reader.readUInt8()
        guard tag == DERElement.Tag.sequence else { throw .unexpected(field: "TSRequest", value: UInt64(tag)) }
        let content = try DERElement.length(from: &reader)
        let length = bytes.count - reader.remaining + content
        guard length <= TSRequest.sizeLimit else {
            throw .tooLong(field: "TSRequest", length: length, limit: TSRequest.sizeLimit)
        }
        return length <= bytes.count ? .complete(length: length) : .incomplete
    }
}
