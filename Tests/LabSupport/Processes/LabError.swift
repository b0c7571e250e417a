/// Why the test laboratory could not do what a test asked for; a test that meets one fails.
package enum LabError: Error, Equatable {
    /// The program is not installed.
    case programMissing(LabProgram)

    /// A file that a test needs does not exist; the second value says what to do about it.
    case fileMissing(String, remedy: String)

    /// The operating system refused a call.
    case systemCall(String, errorNumber: Int32)

    /// The program ended although it was needed, with the last lines it wrote.
    case ended(program: String, end: ProcessEnd, during: String, output: String)

    /// The time limit passed; the last value is what was seen instead.
    case deadlinePassed(waitingFor: String, limit: Duration, seen: String)

    /// The peer closed the connection after so many bytes.
    case closed(by: String, afterBytes: Int, expected: Int)

    /// No free loopback address was found.
    case noFreeAddress(port: UInt16)

    /// A file does not have the contents that its name promises.
    case malformed(file: String, expected: String)
}
