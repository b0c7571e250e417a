/// Which servers of a fleet are in maintenance, and when.
package struct MaintenanceCalendar: Sendable {
    private let windows: [MaintenanceWindow]
    /// How far each zone is ahead of UTC at an instant; nil is that of this machine.
    private let offset: @Sendable (String?, Instant) -> Span
    /// The subjects of each window.
    private let subjects: [Set<Notice.Subject>]

    /// A calendar of a fleet.
    ///
    /// - Parameters:
    ///   - windows: As the configuration has them.
    ///   - fleet: Whose servers.
    ///   - offset: How far a zone is ahead of UTC at an instant; nil is the zone of this machine.
    package init(
        _ windows: [MaintenanceWindow], of fleet: Fleet, offset: @escaping @Sendable (String?, Instant) -> Span
    ) {
        self.windows = windows
        self.offset = offset
        subjects = windows.map { window in
            let members = fleet.servers.filter(window.filter.mayMatch)
            var subjects = Set(members.map { Notice.Subject.server($0.id) })
            // A gateway is in maintenance with all that is behind it; one with nobody behind it when all are.
            for gateway in fleet.gateways {
                let behind = fleet.servers.filter { $0.gatewayID == gateway.id }
                let isIn = behind.isEmpty ? window.filter.isEmpty : behind.allSatisfy(window.filter.mayMatch)
                if isIn { subjects.insert(.gateway(gateway.id)) }
            }
            return subjects
        }
    }

    /// No maintenance, ever.
    package static let none = MaintenanceCalendar([], of: Fleet(name: "", servers: [])) { _, _ in .zero }

    /// The places of the windows that are open.
    package func open(at now: Instant) -> Set<Int> {
        Set(
            windows.indices.filter {
                windows[$0].isOpen(at: LocalTime(now, offset: offset(windows[$0].zone?.value, now)))
            })
    }

    /// How long no window opens or closes, which they do on the minute; nil when there is none.
    func rest(at now: Instant) -> Span? {
        windows.isEmpty ? nil : .milliseconds(60_000 - now.milliseconds % 60_000)
    }

    /// Who is in maintenance while these windows are open.
    package func subjects(of open: Set<Int>) -> Set<Notice.Subject> {
        open.reduce(into: []) { $0.formUnion(subjects[$1]) }
    }
}
