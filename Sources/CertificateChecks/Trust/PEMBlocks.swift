import FoundationEssentials

/// The blocks of a PEM file (RFC 7468), read as tolerantly as people edit them: any line length, any line ending,
/// text and spaces around.
struct PEMBlocks {
    /// The label, such as `CERTIFICATE`, and the bytes; nil when the block has no end or is not base 64.
    var blocks: [(label: String, bytes: [UInt8]?)] = []

    /// Reads a whole file.
    init(_ file: Data) {
        var open: (label: String, base64: [UInt8])?
        // An array, through whose bytes one gets many times faster than through those of a Data.
        for rawLine in [UInt8](file).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let line = rawLine.drop { $0 <= 0x20 }
            if let label = Self.label(of: line, after: "-----BEGIN ") {
                if let unended = open { blocks.append((unended.label, nil)) }
                open = (label, [])
            } else if Self.label(of: line, after: "-----END ") != nil {
                if let (label, base64) = open {
                    blocks.append((label, Data(base64Encoded: Data(base64)).map(Array.init)))
                }
                open = nil
            } else {
                open?.base64 += line.filter { $0 > 0x20 }
            }
        }
        if let unended = open { blocks.append((unended.label, nil)) }
    }

    /// Authorities come as `CERTIFICATE`, rarely under an older name.
    static func isCertificate(_ label: String) -> Bool {
        label == "CERTIFICATE" || label == "X509 CERTIFICATE"
    }

    private static func label(of line: ArraySlice<UInt8>, after prefix: String) -> String? {
        guard line.starts(with: prefix.utf8) else { return nil }
        let rest = line.dropFirst(prefix.utf8.count).prefix { $0 != UInt8(ascii: "-") }
        return String(decoding: rest, as: UTF8.self)
    }
}
