import FleetModel

@testable import ProbeEngine

/// DNS messages byte by byte (RFC 1035, 4.1).
enum DNSSample {
    /// QR, RD, RA: an ordinary answer without an error.
    static let answerFlags: [UInt8] = [0x81, 0x80]
    /// The question's name, by a pointer to byte 12.
    static let askedName: [UInt8] = [0xC0, 0x0C]

    /// A name in labels.
    static func name(_ text: String) -> [UInt8] {
        text.split(separator: ".").flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) } + [0]
    }

    /// A response to one question.
    static func response(
        id: [UInt8] = [0, 7], flags: [UInt8] = answerFlags, question: [UInt8], answers: [[UInt8]] = [],
        count: UInt8? = nil
    ) -> [UInt8] {
        id + flags + [0, 1, 0, count ?? UInt8(answers.count), 0, 0, 0, 0] + question + answers.flatMap(\.self)
    }

    /// A question of class IN.
    static func question(_ text: String, _ family: AddressFamily = .ipv4) -> [UInt8] {
        name(text) + [0, UInt8(family.recordType), 0, 1]
    }

    /// A record of class IN.
    static func record(_ owner: [UInt8], type: UInt8, ttl: UInt32 = 300, _ data: [UInt8]) -> [UInt8] {
        let seconds = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: ttl >> $0) }
        return owner + [0, type, 0, 1] + seconds + [UInt8(data.count >> 8), UInt8(data.count & 0xFF)] + data
    }
}
