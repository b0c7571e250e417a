/// The head of an HTTP/1.1 request, as far as a simulated gateway looks at it (RFC 9112, 3 and 5).
///
/// Read here and not by NIOHTTP1, whose parser knows the methods of the standards and refuses RDG_OUT_DATA.
struct RequestHead: Equatable, Sendable {
    /// What bytes from the network are so far.
    enum Reading: Equatable {
        /// The head can still become whole.
        case incomplete
        /// It is none, or longer than ``limit``.
        case somethingElse
        /// It is whole and so many bytes long.
        case whole(RequestHead, length: Int)
    }

    /// The longest head that is read, in bytes.
    static let limit = 16_384

    let method: String
    let target: String
    /// Names in lower case, with their values, in their order.
    let headers: [(name: String, value: String)]

    /// Whether it wants to go on in another protocol.
    var asksForUpgrade: Bool { headers.contains { $0.name == "upgrade" } }
    /// Whether it carries credentials, or the beginning of some.
    var authenticates: Bool { headers.contains { ["authorization", "proxy-authorization"].contains($0.name) } }

    /// Reads the head at the front of `bytes`.
    static func read(_ bytes: [UInt8]) -> Reading {
        let end: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]
        let last = max(0, min(bytes.count, limit) - end.count + 1)
        guard let length = (0..<last).first(where: { bytes[$0..<$0 + end.count].elementsEqual(end) }) else {
            return bytes.count < limit ? .incomplete : .somethingElse
        }
        let lines = String(decoding: bytes[..<length], as: UTF8.self).split(separator: "\r\n")
        let words = (lines.first ?? "").split(separator: " ")
        guard words.count == 3, words[2] == "HTTP/1.1" else { return .somethingElse }
        let headers = lines.dropFirst().map { line -> (name: String, value: String) in
            let parts = line.split(separator: ":", maxSplits: 1)
            let value = parts.count > 1 ? parts[1].drop { $0 == " " } : ""
            return (parts.first?.lowercased() ?? "", String(value))
        }
        let head = RequestHead(method: String(words[0]), target: String(words[1]), headers: headers)
        return .whole(head, length: length + end.count)
    }

    static func == (left: RequestHead, right: RequestHead) -> Bool {
        left.method == right.method && left.target == right.target
            && left.headers.elementsEqual(right.headers) { $0 == $1 }
    }
}
