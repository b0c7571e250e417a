import RDPWire

/// What a ClientHello offers, as far as a simulated server is choosy about it (RFC 8446, 4.1.2; RFC 5246, 7.4.1.2).
///
/// Only a ClientHello in one record is read, of at most 16 KiB.
struct ClientHelloOffer: Equatable, Sendable {
    /// The version of the record, which some clients set to the lowest that they speak.
    let recordVersion: TLSVersion
    /// The version of the message: the highest up to TLS 1.2.
    let version: TLSVersion
    /// The numbers of the suites.
    let suites: [UInt16]
    /// The name in the server_name extension.
    let serverName: String?
    /// The versions in the supported_versions extension; empty without it.
    let supportedVersions: [TLSVersion]

    /// The lowest version that it lets one see.
    var lowestVersion: TLSVersion { recordVersion.rawValue < version.rawValue ? recordVersion : version }

    /// What bytes from the network are so far.
    enum Reading: Equatable {
        /// They can still become a ClientHello.
        case incomplete
        /// They cannot.
        case somethingElse
        case whole(ClientHelloOffer)
    }

    private static let longestRecord = 16_384
    private static let clientHello: UInt8 = 1
    private static let serverNameExtension: UInt16 = 0
    private static let supportedVersionsExtension: UInt16 = 43

    /// Reads the record at the front of `bytes`.
    static func read(_ bytes: [UInt8]) -> Reading {
        guard bytes.first.map({ $0 == TLSContentType.handshake.rawValue }) ?? true else { return .somethingElse }
        guard bytes.count >= TLSRecordHeader.size else { return .incomplete }
        guard let header = try? TLSRecordHeader(decoding: bytes[...]), header.length <= longestRecord else {
            return .somethingElse
        }
        let rest = bytes.dropFirst(TLSRecordHeader.size)
        guard rest.count >= Int(header.length) else { return .incomplete }
        var fields = Fields(rest.prefix(Int(header.length)))
        return ClientHelloOffer(recordVersion: header.version, from: &fields).map { .whole($0) } ?? .somethingElse
    }

}

extension ClientHelloOffer {
    private init?(recordVersion: TLSVersion, from message: inout Fields) {
        guard message.number(1) == Int(Self.clientHello), var body = message.block(lengthOf: 3),
            let version = body.number(2), body.skip(32), body.block(lengthOf: 1) != nil,
            var suites = body.block(lengthOf: 2), body.block(lengthOf: 1) != nil
        else { return nil }
        var serverName: String?
        var supportedVersions: [TLSVersion] = []
        // SSL 3.0 knows no extensions.
        var extensions = body.block(lengthOf: 2) ?? Fields([])
        while let type = extensions.number(2), var content = extensions.block(lengthOf: 2) {
            switch UInt16(type) {
            case Self.serverNameExtension:
                // A list of which only host names exist, type 0.
                guard var names = content.block(lengthOf: 2), names.number(1) == 0 else { return nil }
                serverName = names.block(lengthOf: 2)?.text
            case Self.supportedVersionsExtension:
                guard var versions = content.block(lengthOf: 1) else { return nil }
                supportedVersions = versions.numbers().map { TLSVersion(rawValue: $0) }
            default:
                break
            }
        }
        self.init(
            recordVersion: recordVersion, version: TLSVersion(rawValue: UInt16(version)), suites: suites.numbers(),
            serverName: serverName, supportedVersions: supportedVersions)
    }
}

/// The fields of a TLS message, one after the other; nil for what is not all there.
private struct Fields {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    var text: String { String(decoding: rest, as: UTF8.self) }

    /// A number of so many bytes, at most three, the most significant first.
    mutating func number(_ size: Int) -> Int? {
        guard rest.count >= size else { return nil }
        defer { rest = rest.dropFirst(size) }
        return rest.prefix(size).reduce(0) { $0 << 8 | Int($1) }
    }

    mutating func skip(_ count: Int) -> Bool {
        guard rest.count >= count else { return false }
        rest = rest.dropFirst(count)
        return true
    }

    /// What follows its own length, which has so many bytes.
    mutating func block(lengthOf size: Int) -> Fields? {
        guard let length = number(size), rest.count >= length else { return nil }
        defer { rest = rest.dropFirst(length) }
        return Fields(rest.prefix(length))
    }

    /// All that is left as numbers of two bytes.
    mutating func numbers() -> [UInt16] {
        var numbers: [UInt16] = []
        while let number = number(2) { numbers.append(UInt16(number)) }
        return numbers
    }
}
