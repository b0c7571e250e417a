/// The text of an .rdp file, whatever wrote it.
enum ConnectionFileText {
    /// Decodes by the byte order mark: mstsc writes UTF-16, little end first, with one.
    ///
    /// Without one it is UTF-16 when every second byte is 0, and else UTF-8. What is neither becomes `U+FFFD`: an old
    /// code page in a value that nobody needs does not make the rest unreadable.
    static func decode(_ bytes: [UInt8]) -> String {
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), lowByteFirst: true) }
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), lowByteFirst: false) }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(decoding: bytes.dropFirst(3), as: UTF8.self) }
        if isUTF16(bytes, zerosAt: 1) { return utf16(bytes[...], lowByteFirst: true) }
        if isUTF16(bytes, zerosAt: 0) { return utf16(bytes[...], lowByteFirst: false) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The lines, without the CR LF or LF at their ends.
    static func lines(of text: String) -> [Substring] {
        text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    }

    /// Whether every second byte, beginning with the first or second, is 0 where text is in ASCII; the beginning tells.
    private static func isUTF16(_ bytes: [UInt8], zerosAt parity: Int) -> Bool {
        let beginning = bytes.prefix(32)
        guard beginning.count >= 4 else { return false }
        return beginning.enumerated().allSatisfy { ($0.element == 0) == ($0.offset % 2 == parity) }
    }

    /// A last byte without its partner is left out; a lone surrogate becomes `U+FFFD`.
    private static func utf16(_ bytes: ArraySlice<UInt8>, lowByteFirst: Bool) -> String {
        let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return lowByteFirst ? second << 8 | first : first << 8 | second
        }
        return String(decoding: units, as: UTF16.self)
    }
}
