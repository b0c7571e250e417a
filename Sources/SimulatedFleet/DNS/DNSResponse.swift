import FleetModel

/// How a name server feels about a query (RFC 1035, 4.1.1).
enum DNSResponseCode: UInt8, Sendable {
    case noError = 0
    case formatError = 1
    case serverFailure = 2
    case nameError = 3
    case notImplemented = 4
    case refused = 5
}

/// What a name server answers.
struct DNSResponse: Equatable, Sendable {
    /// For how many seconds an answer may be kept; short, because the fleet changes.
    static let timeToLive: UInt32 = 5

    let identifier: UInt16
    let wantsRecursion: Bool
    let code: DNSResponseCode
    /// The question as it came; empty when it could not be read.
    let question: ArraySlice<UInt8>
    /// All of the type that was asked for.
    let addresses: [IPAddress]

    /// The answer to a question.
    init(to question: DNSQuestion, _ code: DNSResponseCode, addresses: [IPAddress] = []) {
        identifier = question.identifier
        wantsRecursion = question.wantsRecursion
        self.code = code
        self.question = question.wireForm
        self.addresses = addresses
    }

    /// An error for a query that could not be read.
    init(identifier: UInt16, _ code: DNSResponseCode) {
        self.identifier = identifier
        wantsRecursion = false
        self.code = code
        question = []
        addresses = []
    }

    /// The message, in at most 512 bytes for up to eight addresses.
    var encoded: [UInt8] {
        var bytes = bigEndian(identifier)
        // A response, authoritative, recursion available (RFC 1035, 4.1.1).
        bytes += [0x84 | (wantsRecursion ? 0x01 : 0), 0x80 | code.rawValue]
        bytes += bigEndian(question.isEmpty ? 0 : 1) + bigEndian(UInt16(addresses.count)) + [0, 0, 0, 0]
        bytes += question
        for address in addresses {
            let type: DNSQuestion.RecordType = address.isIPv6 ? .ipv6Address : .address
            // The name is that of the question, at offset 12 (RFC 1035, 4.1.4); class IN.
            bytes += [0xC0, 0x0C] + bigEndian(type.rawValue) + [0, 1]
            bytes += bigEndian(UInt16(Self.timeToLive >> 16)) + bigEndian(UInt16(Self.timeToLive & 0xFFFF))
            bytes += bigEndian(UInt16(address.bytes.count)) + address.bytes
        }
        return bytes
    }
}

private func bigEndian(_ value: UInt16) -> [UInt8] { [UInt8(value >> 8), UInt8(value & 0xFF)] }
