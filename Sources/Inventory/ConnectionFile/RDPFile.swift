package import FleetModel

/// Reads .rdp files: those of mstsc, of RD Web feeds, FreeRDP and Remmina.
package enum RDPFile {
    /// The largest file that is read, in bytes. Real ones have a few thousand; a signature makes that ten.
    package static let longest = 1024 * 1024

    /// Reads a file.
    ///
    /// What cannot be used is passed over and told in ``ConnectionFile/remarks``, at most ``InventoryLimits/mistakes`` of
    /// them; no remark repeats a value that nobody knows the meaning of.
    /// - Parameters:
    ///   - bytes: The content of the file.
    ///   - file: The file's name, for messages.
    /// - Returns: What it asks for.
    /// - Throws: Why it names no server, or none that can be connected to.
    package static func parse(_ bytes: [UInt8], file: String) throws(InventoryError) -> ConnectionFile {
        guard bytes.count <= longest else {
            throw mistake(file, nil, "is longer than \(longest / 1_048_576) MiB, which no .rdp file is")
        }
        var settings = ConnectionSettings(file: file)
        settings.read(ConnectionFileText.decode(bytes))
        return try settings.connectionFile()
    }

    /// One mistake as the error that a reader throws.
    static func mistake(_ file: String, _ line: Int?, _ text: String) -> InventoryError {
        InventoryError([InventoryMistake(file: CleanText.clean(file), line: line, text: text)])
    }
}
