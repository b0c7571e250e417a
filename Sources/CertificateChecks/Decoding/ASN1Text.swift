import FleetModel
import SwiftASN1

/// Text of any of ASN.1's string types, cleaned and bounded.
struct ASN1Text {
    /// The text; `#` and hexadecimal digits when the type is not a string (RFC 4514, 2.4).
    var text: String
    /// Whether every character could be read.
    var isWhole: Bool

    /// Reads a node of any string type.
    ///
    /// TeletexString is read as Latin-1, which is what its users mean by it.
    init(_ node: ASN1Node) {
        let bytes = node.contentBytes
        switch node.identifier {
        case .utf8String, .printableString, .ia5String, .visibleString, .numericString:
            self.init(utf8: bytes)
        case .teletexString:
            self.init(Self.string(bytes.prefix(Self.byteLimit).map { UInt32($0) }), isWhole: true)
        case .bmpString:
            let units = Self.numbers(bytes, width: 2).map { UInt16(truncatingIfNeeded: $0) }
            self.init(String(decoding: units, as: UTF16.self), isWhole: bytes.count.isMultiple(of: 2))
        case .universalString:
            self.init(Self.string(Self.numbers(bytes, width: 4)), isWhole: bytes.count.isMultiple(of: 4))
        default:
            self.init("#" + hexadecimal(node.encodedBytes.prefix(32)), isWhole: false)
        }
    }

    /// Reads bytes that should be UTF-8 or one of its subsets.
    init(utf8 bytes: ArraySlice<UInt8>) {
        // Nearly every name is plain ASCII, which needs no look at Unicode's tables.
        if bytes.count <= CleanText.defaultLimit, bytes.allSatisfy({ (0x20...0x7E).contains($0) }) {
            self.init(clean: String(decoding: bytes, as: UTF8.self))
        } else {
            self.init(String(decoding: bytes.prefix(Self.byteLimit), as: UTF8.self), isWhole: true)
        }
    }

    private init(clean text: String) {
        self.text = text
        isWhole = true
    }

    private init(_ raw: String, isWhole: Bool) {
        text = CleanText.clean(raw)
        self.isWhole = isWhole && !text.unicodeScalars.contains("\u{FFFD}")
    }

    private static func string(_ values: [UInt32]) -> String {
        var view = String.UnicodeScalarView()
        for value in values { view.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
        return String(view)
    }

    /// More bytes than this make no more text than is kept.
    private static let byteLimit = CleanText.defaultLimit * 4 + 4

    private static func numbers(_ bytes: ArraySlice<UInt8>, width: Int) -> [UInt32] {
        let whole = Array(bytes.prefix(min(byteLimit, bytes.count / width * width)))
        return stride(from: 0, to: whole.count, by: width).map { start in
            whole[start..<start + width].reduce(0) { $0 << 8 | UInt32($1) }
        }
    }
}
