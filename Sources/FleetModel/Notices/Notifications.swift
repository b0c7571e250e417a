/// Who is told when something breaks, as `config.yaml` says it.
package struct Notifications: Sendable, Hashable {
    /// A program or a web address that is told.
    package struct Hook: Sendable, Hashable {
        /// What messages call it; no other hook has it.
        package var name: ProgramConfiguration.Marked<String>
        /// How it is told.
        package var way: Way
        /// What it wants to be told, and of whom.
        package var wish: NoticePolicy.Wish
        /// How long it may take.
        package var timeout: Span

        /// A hook; by default for the usual, and with ten seconds.
        package init(
            name: ProgramConfiguration.Marked<String>, way: Way, wish: NoticePolicy.Wish = NoticePolicy.Wish(),
            timeout: Span = .seconds(10)
        ) {
            self.name = name
            self.way = way
            self.wish = wish
            self.timeout = timeout
        }
    }

    /// How a hook is told.
    package enum Way: Sendable, Hashable {
        /// A program and its arguments, which reads the notice from its standard input. No shell reads it.
        case command([String])
        /// A POST of the notice.
        case webhook(Webhook)
    }

    /// A web address that is told.
    package struct Webhook: Sendable, Hashable {
        /// Where it is.
        package var address: Value
        /// Further fields of the request, in the order of the file.
        package var headers: [Header]
        /// PEM files of authorities that are trusted beside the system's, as absolute paths.
        package var authorities: [String]

        /// A web address; by default with nothing special.
        package init(_ address: Value, headers: [Header] = [], authorities: [String] = []) {
            self.address = address
            self.headers = headers
            self.authorities = authorities
        }
    }

    /// A field of a request.
    package struct Header: Sendable, Hashable {
        /// Its name.
        package var name: String
        /// Its value.
        package var value: Value

        /// A field.
        package init(_ name: String, _ value: Value) {
            self.name = name
            self.value = value
        }
    }

    /// A text, or where a text stands that must not be in the file.
    package enum Value: Sendable, Hashable {
        case text(String)
        /// The environment variable of this name.
        case environment(ProgramConfiguration.Marked<String>)
        /// The first line of the file of this absolute path.
        case file(ProgramConfiguration.Marked<String>)

        /// Whether it stands elsewhere, and must never be shown.
        package var isSecret: Bool {
            switch self {
            case .text: false
            case .environment, .file: true
            }
        }
    }

    /// In the order of the file.
    package var hooks: [Hook] = []
    /// Whether the board rings the terminal's bell.
    package var bell = false
    /// How the board asks the terminal to show a notification.
    package var desktop = DesktopNotification.off
    /// How much is told, and how often.
    package var pace = NoticePace()

    /// The most hooks.
    package static let mostHooks = 8

    /// Nobody is told.
    package init() {}

    /// Whether the screen itself tells.
    package var isToldOnScreen: Bool { bell || desktop != .off }
}

/// How a terminal is asked to show a notification, by the number of the operating system command (ECMA-48, 8.3.89).
package enum DesktopNotification: String, Sendable, Hashable, CaseIterable {
    case off
    /// As iTerm2 began it: a text.
    case osc9
    /// As rxvt-unicode began it: a title and a text.
    case osc777
}
