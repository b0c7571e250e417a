/// What a client asks a name server: the header's identifier and the one question (RFC 1035, 4.1).
struct DNSQuestion: Equatable, Sendable {
    /// The types that the simulated name server knows (RFC 1035, 3.2.2; RFC 3596, 2.1).
    enum RecordType: UInt16, Sendable {
        case address = 1
        case ipv6Address = 28
    }

    /// Comes back in the response.
    let identifier: UInt16
    /// Whether the client asks for recursion; comes back too.
    let wantsRecursion: Bool
    /// In lower case, without the final dot.
    let name: String
    /// As on the wire.
    let type: UInt16
    /// The question as it came, in its own upper and lower case, for the response.
    let wireForm: ArraySlice<UInt8>

    /// Why a message is no question.
    enum Fault: Error, Equatable {
        /// Not to be answered at all: too short for a header, or itself a response.
        case unanswerable
        /// To be answered by an error with this identifier.
        case refused(identifier: UInt16, DNSResponseCode)
    }

    /// The header's size.
    static let headerSize = 12
    /// The longest name on the wire (RFC 1035, 2.3.4).
    private static let nameLimit = 255

    /// Reads a query of one question; records after the question, such as OPT, are ignored.
    init(decoding message: [UInt8]) throws(Fault) {
        guard message.count >= Self.headerSize, message[2] & 0x80 == 0 else { throw .unanswerable }
        identifier = UInt16(message[0]) << 8 | UInt16(message[1])
        wantsRecursion = message[2] & 0x01 != 0
        guard message[2] & 0x78 == 0 else { throw .refused(identifier: identifier, .notImplemented) }
        guard message[4] == 0, message[5] == 1 else { throw .refused(identifier: identifier, .formatError) }
        var rest = message[Self.headerSize...]
        guard let labels = Self.labels(from: &rest), rest.count >= 4 else {
            throw .refused(identifier: identifier, .formatError)
        }
        name = labels.joined(separator: ".")
        let fields = rest.prefix(4).map(UInt16.init)
        type = fields[0] << 8 | fields[1]
        // Class IN.
        guard fields[2] << 8 | fields[3] == 1 else { throw .refused(identifier: identifier, .refused) }
        wireForm = message[Self.headerSize..<rest.startIndex + 4]
    }

    /// Cuts a name off the front of `rest`; nil when it is cut short, too long, or compressed.
    private static func labels(from rest: inout ArraySlice<UInt8>) -> [String]? {
        var labels: [String] = []
        var size = 1
        while let length = rest.popFirst() {
            guard length > 0 else { return labels }
            size += 1 + Int(length)
            guard length <= 63, size <= nameLimit, rest.count >= Int(length) else { return nil }
            labels.append(String(decoding: rest.prefix(Int(length)), as: UTF8.self).lowercased())
            rest = rest.dropFirst(Int(length))
        }
        return nil
    }
}
