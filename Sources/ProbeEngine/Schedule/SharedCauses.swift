internal import FleetModel

/// Which servers fail for the same reason, and which of them keep the fast pace for all.
///
/// When ten or more share one cause, one in ten keeps it: an outage of a site is not made worse by probing all of it
/// ever faster, and its end is still seen soon.
struct SharedCauses: Sendable {
    /// From so many servers on a cause counts as shared.
    static let threshold = 10

    /// What servers have in common.
    struct Cause: Sendable, Hashable {
        var layer: Layer
        var failure: LayerFailure
    }

    private struct Group {
        var members: Set<Int> = []
        var scouts: Set<Int> = []

        /// Keeps one scout in ten members, and one at least.
        mutating func dropSurplusScouts() {
            while scouts.count > max(1, members.count / SharedCauses.threshold) { scouts.removeFirst() }
        }
    }

    private var groups: [Cause: Group] = [:]
    private var causes: [Int: Cause] = [:]

    /// A server fails for this cause; whether it may keep the fast pace.
    mutating func join(_ server: Int, _ cause: Cause) -> Bool {
        if causes[server] != cause { leave(server) }
        causes[server] = cause
        // Taken out, so that its sets are changed in place and not copied for each server of an outage.
        var group = groups.removeValue(forKey: cause) ?? Group()
        group.members.insert(server)
        defer { groups[cause] = group }
        guard group.members.count >= Self.threshold else { return true }
        if group.scouts.contains(server) { return true }
        guard group.scouts.count < group.members.count / Self.threshold else { return false }
        group.scouts.insert(server)
        return true
    }

    /// A server does not fail any more.
    mutating func leave(_ server: Int) {
        guard let cause = causes.removeValue(forKey: server), var group = groups.removeValue(forKey: cause) else {
            return
        }
        group.members.remove(server)
        group.scouts.remove(server)
        group.dropSurplusScouts()
        if !group.members.isEmpty { groups[cause] = group }
    }
}
