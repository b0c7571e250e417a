import ArgumentParser

/// Why a command could not do what it was asked for: what the user is told, and the exit status.
///
/// Who throws it has said nothing yet: where it is said depends on the format, and is decided in one place.
struct CommandFailure: Error, Equatable, CustomStringConvertible {
    /// In words for the user, possibly several lines, without the program's name.
    let description: String
    let status: ExitCode

    init(_ description: String, _ status: ExitCode) {
        self.description = description
        self.status = status
    }

    /// The same, of an error that speaks for itself.
    init(_ error: any Error, _ status: ExitCode) {
        self.init("\(error)", status)
    }
}
