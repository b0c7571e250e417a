/// Text that came from the network or a file, made safe to show.
///
/// Control characters (C0, DEL, C1), bidirectional marks and overrides, zero-width and other invisible format
/// characters, line and paragraph separators, surrogates' replacements and private-use characters become `U+FFFD`, so
/// that nothing can steer a terminal, reorder a line, or make two different names look alike. The result is bounded.
package enum CleanText {
    /// The longest text that is kept, in Unicode scalars; what is cut is marked by a `~` at the end.
    package static let defaultLimit = 256

    /// Cleans `text`, keeping at most `limit` scalars (at least 1).
    package static func clean(_ text: String, limit: Int = defaultLimit) -> String {
        let bound = max(1, limit)
        // Nearly every text is printable ASCII that fits, and needs no look at Unicode's tables.
        let isPlain = text.utf8.withContiguousStorageIfAvailable {
            $0.count <= bound && $0.allSatisfy(isPrintableASCII)
        }
        if isPlain ?? false { return text }
        var result = String.UnicodeScalarView()
        var count = 0
        for scalar in text.unicodeScalars {
            if count == bound {
                result.removeLast()
                result.append("~")
                break
            }
            result.append(isSafe(scalar) ? scalar : "\u{FFFD}")
            count += 1
        }
        return String(result)
    }

    /// Cleans bytes that claim to be UTF-8; what is not becomes `U+FFFD`.
    package static func clean(utf8 bytes: some Sequence<UInt8>, limit: Int = defaultLimit) -> String {
        clean(String(decoding: Array(bytes.prefix(max(1, limit) * 4)), as: UTF8.self), limit: limit)
    }

    /// Whether a scalar may stand on a screen as it is.
    package static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
            return false
        case .nonspacingMark, .enclosingMark, .spacingMark:
            // A combining mark is part of many scripts, but none of them needs an enclosing one in a name.
            return scalar.properties.generalCategory != .enclosingMark && !scalar.properties.isDefaultIgnorableCodePoint
        case .spaceSeparator:
            return scalar == " "
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .connectorPunctuation, .dashPunctuation, .openPunctuation,
            .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol,
            .currencySymbol, .modifierSymbol, .otherSymbol:
            return !scalar.properties.isDefaultIgnorableCodePoint
        @unknown default:
            return false
        }
    }
}

private func isPrintableASCII(_ byte: UInt8) -> Bool { (0x20...0x7E).contains(byte) }
