import FleetModel
import Foundation

extension Clipboard {
    /// Copies a text, cleaned but for its line breaks.
    ///
    /// - Parameters:
    ///   - text: At most what the way takes.
    ///   - what: What it is, for the user.
    ///   - patience: What a tool may take, in milliseconds.
    ///   - send: Sends it to the terminal, in Base64.
    /// - Returns: What to tell the user. Nothing acknowledges a copy, so none is claimed.
    func copy(
        _ text: String, what: String, patience: Int = 2_000, send: (String) async -> Void
    ) async -> String {
        let bytes = Array(Self.cleaned(text).utf8)
        switch way {
        case .nowhere(let why): return "not copied: \(why)"
        case .terminal:
            guard bytes.count <= Self.longest else {
                return "not copied: \(bytes.count / 1000) KB are more than terminals take; w writes a file"
            }
            await send(Data(bytes).base64EncodedString())
            let warning = bytes.count > Self.safeLength ? " (\(bytes.count / 1000) KB: some keep less)" : ""
            return "\(what) sent to the terminal's clipboard\(warning); if it is not there, w writes a file"
        case .tool(let arguments):
            let name = arguments.first.map { ($0 as NSString).lastPathComponent } ?? ""
            guard let mistake = await Self.feed(bytes, to: arguments, patience) else {
                return "\(what) copied by \(name)"
            }
            return "not copied: \(name): \(mistake); w writes a file"
        }
    }

    /// A text without control characters; its lines stay.
    static func cleaned(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { CleanText.clean(String($0), limit: .max / 8) }.joined(separator: "\n")
    }

    /// Gives a program a text to read, on a thread of its own since it may be slow; says what went wrong, or nil.
    private static func feed(_ bytes: [UInt8], to arguments: [String], _ patience: Int) async -> String? {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                do throws(SystemError) {
                    continuation.resume(returning: try feedHere(bytes, to: arguments, patience))
                } catch {
                    continuation.resume(returning: "\(error)")
                }
            }
        }
    }

    private static func feedHere(
        _ bytes: [UInt8], to arguments: [String], _ patience: Int
    ) throws(SystemError) -> String? {
        // A file and not a pipe: it can be written whole before anybody reads, and nobody waits for anybody.
        guard let file = tmpfile() else { throw .last }
        defer { fclose(file) }
        let descriptor = fileno(file)
        try FileDescriptor(number: descriptor).write(bytes)
        guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw .last }
        switch try ChildProcess(arguments, .reading(descriptor)).wait(milliseconds: patience) {
        case .exited(0)?: return nil
        case .exited(let status)?: return "ended with status \(status)"
        case .killed(let signal)?: return "was ended by signal \(signal)"
        case nil: return "did not end within \(patience / 1000) s"
        }
    }
}
