import Foundation

/// A file that the system calls know by its number.
struct FileDescriptor {
    /// As `open` returned it.
    let number: CInt

    static let standardOutput = FileDescriptor(number: STDOUT_FILENO)

    /// Opens what is closed of standard input, output and error, so that no file of ours gets its number.
    ///
    /// For reading only: what is written there still fails, with EBADF.
    static func fillStandardNumbers() {
        // open() takes the lowest number that is free.
        for number in STDIN_FILENO...STDERR_FILENO where fcntl(number, F_GETFD) == -1 {
            _ = open("/dev/null", O_RDONLY)
        }
    }

    /// Creates a file that was not there, with all of its content; or else there is none.
    ///
    /// - Parameters:
    ///   - path: Of the file.
    ///   - isPrivate: Whether nobody else may read it.
    ///   - content: Writes all that is in it.
    /// - Throws: What the system says: EEXIST when there is such a file already.
    static func create(
        _ path: String, isPrivate: Bool, _ content: (inout FileOutput) -> Void
    ) throws(SystemError) {
        let number = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, isPrivate ? 0o600 : 0o644)
        guard number >= 0 else { throw .last }
        do throws(SystemError) {
            // A disk on the network may say only at the end that it is full.
            defer { close(number) }
            var output = FileOutput(FileDescriptor(number: number))
            content(&output)
            output.flush()
            if let error = output.error { throw error }
            guard fsync(number) == 0 else { throw .last }
        } catch {
            unlink(path)
            throw error
        }
    }

    /// Writes all the bytes, in as many calls as it takes.
    ///
    /// - Throws: What the system says; some of the bytes may have been written then.
    func write(_ bytes: some Collection<UInt8>) throws(SystemError) {
        var rest = Array(bytes)[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Foundation.write(number, $0.baseAddress, $0.count) }
            if written >= 0 {
                rest = rest.dropFirst(written)
            } else if errno == EAGAIN {
                // Somebody else made the pipe or the terminal non-blocking.
                var ready = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
                poll(&ready, 1, -1)
            } else if errno != EINTR {
                throw .last
            }
        }
    }
}
