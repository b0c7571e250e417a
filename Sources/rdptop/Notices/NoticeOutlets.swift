import FleetModel
import Foundation

/// Whoever is told when something breaks, as the configuration asks for it, ready to be told.
struct NoticeOutlets: Sendable {
    let hooks: [NoticeHook]
    /// What the board itself does.
    let bell: Bool
    let desktop: DesktopNotification
    let pace: NoticePace
    let maintenance: [MaintenanceWindow]

    /// Prepares them.
    ///
    /// - Returns: nil when the configuration asks for none.
    /// - Throws: `CommandFailure` with status 78 when a secret or a file that a hook needs is not there.
    static func load(
        _ configuration: ProgramConfiguration, environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws -> NoticeOutlets? {
        guard let wanted = configuration.notifications, !wanted.hooks.isEmpty || wanted.isToldOnScreen else {
            return nil
        }
        let hidden = wanted.secretVariables
        let hooks = try wanted.hooks.map { hook in
            do {
                return try NoticeHook(hook, environment: environment, hiding: hidden)
            } catch {
                throw CommandFailure(error, ExitStatus.configuration)
            }
        }
        return NoticeOutlets(
            hooks: hooks, bell: wanted.bell, desktop: wanted.desktop, pace: wanted.pace,
            maintenance: configuration.maintenance)
    }

    /// What is wrong with the time zones that a configuration names.
    @Sendable static func mistakes(in configuration: ProgramConfiguration) -> [ConfigurationMistake] {
        configuration.maintenance.compactMap(\.zone).filter { TimeZone(identifier: $0.value) == nil }
            .map { $0.unknown("a time zone", known: TimeZone.knownTimeZoneIdentifiers) }
    }

    /// How far a zone is ahead of UTC at an instant; nil is the zone of this machine.
    @Sendable static func offset(of zone: String?, at now: Instant) -> Span {
        let date = Date(timeIntervalSince1970: Double(now.milliseconds) / 1_000)
        let place = zone.flatMap { TimeZone(identifier: $0) } ?? .current
        return .seconds(Int64(place.secondsFromGMT(for: date)))
    }

    /// Who of a fleet is in maintenance, and when.
    func calendar(of fleet: Fleet) -> MaintenanceCalendar {
        MaintenanceCalendar(maintenance, of: fleet, offset: Self.offset)
    }
}

extension Notifications {
    /// The names of the environment variables that have secrets: programs that are hooks need none of them.
    fileprivate var secretVariables: Set<String> {
        Set(
            hooks.flatMap { hook -> [Value] in
                switch hook.way {
                case .command: []
                case .webhook(let webhook): [webhook.address] + webhook.headers.map(\.value)
                }
            }
            .compactMap { value in
                switch value {
                case .environment(let name): name.value
                case .text, .file: nil
                }
            })
    }
}
