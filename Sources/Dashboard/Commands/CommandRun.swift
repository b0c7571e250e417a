import FleetModel

/// A command of the user's own, filled in for one server or several, to be run on the terminal's normal screen.
package struct CommandRun: Sendable, Equatable {
    /// One program and its arguments, for one server.
    package struct Call: Sendable, Equatable {
        /// Whom it is for, as people call it.
        package var host: String
        /// The program and its arguments. No shell reads them.
        package var arguments: [String]
    }

    /// Why a command is not run, in words for the user.
    struct Refusal: Error, Equatable {
        var text: String
    }

    /// What the configuration calls the command.
    package var name: String
    /// What is run, one after the other.
    package var calls: [Call]

    /// Fills a command in for each of some servers.
    ///
    /// A value that a program could take for an option is refused: a fleet file may come from anywhere, and `ssh -oProxy…`
    /// would run what stands in it.
    ///
    /// - Throws: Why it cannot be run for one of them; then it is run for none.
    init(_ command: ProgramConfiguration.UserCommand, for statuses: [ServerStatus]) throws(Refusal) {
        name = CleanText.clean(command.name.value, limit: 40)
        guard let program = command.arguments.first, !program.isEmpty else {
            throw Refusal(text: "\(name): names no program")
        }
        guard !Placeholder.allCases.contains(where: { program.contains($0.rawValue) }) else {
            throw Refusal(text: "\(name): the program itself cannot be a placeholder")
        }
        var calls: [Call] = []
        for status in statuses {
            let host = status.server.displayName
            var arguments: [String] = []
            for argument in command.arguments { arguments.append(try Self.fill(argument, name, status)) }
            calls.append(Call(host: host, arguments: arguments))
        }
        self.calls = calls
    }

    /// What an argument may have in place of what differs from server to server.
    private enum Placeholder: String, CaseIterable {
        case host = "{host}"
        case address = "{address}"
        case port = "{port}"

        /// Its value for a server; nil when that is not known.
        func value(of status: ServerStatus) -> String? {
            let server = status.server
            switch self {
            case .host: return server.name
            case .port: return String(server.port)
            case .address:
                let seen = status.snapshot?.tcp?.facts?.peer?.address ?? status.snapshot?.dns?.facts?.addresses.first
                return (seen ?? server.address ?? IPAddress(server.name))?.description
            }
        }
    }

    /// One argument with its placeholders filled in, in one pass, so that no value is read as a placeholder.
    private static func fill(_ argument: String, _ name: String, _ status: ServerStatus) throws(Refusal) -> String {
        var result = ""
        var rest = argument[...]
        while let character = rest.first {
            guard let placeholder = Placeholder.allCases.first(where: { rest.hasPrefix($0.rawValue) }) else {
                result.append(character)
                rest = rest.dropFirst()
                continue
            }
            result += try value(of: placeholder, name, status)
            rest = rest.dropFirst(placeholder.rawValue.count)
        }
        return result
    }

    private static func value(
        of placeholder: Placeholder, _ name: String, _ status: ServerStatus
    ) throws(Refusal) -> String {
        let host = status.server.displayName
        guard let value = placeholder.value(of: status), !value.isEmpty else {
            throw Refusal(text: "\(name): the address of \(host) is not known yet")
        }
        guard !value.hasPrefix("-") else {
            throw Refusal(text: "\(name): \(host) begins with -, which a program would take for an option")
        }
        guard value.unicodeScalars.allSatisfy(CleanText.isSafe), !value.contains(" ") else {
            throw Refusal(text: "\(name): \(host) has characters in its name that no host name has")
        }
        return value
    }
}
