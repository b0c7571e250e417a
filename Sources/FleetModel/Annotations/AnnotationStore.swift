/// Where acknowledgements and mutes are kept between two runs of the program, and between two people who watch one fleet.
package protocol AnnotationStore: Sendable {
    /// Everything that is kept, by server.
    func load() async throws -> [Server.ID: ServerAnnotations]

    /// Keeps what these servers have now; of a server with none, that it has none. Others stay as they are.
    func save(_ changes: [Server.ID: ServerAnnotations]) async throws
}

/// Keeps acknowledgements and mutes for as long as the program runs.
package actor AnnotationMemory: AnnotationStore {
    private var annotations: [Server.ID: ServerAnnotations] = [:]

    /// Keeps nothing yet.
    package init() {}

    package func load() -> [Server.ID: ServerAnnotations] { annotations }

    package func save(_ changes: [Server.ID: ServerAnnotations]) {
        for (server, current) in changes { annotations[server] = current.isEmpty ? nil : current }
    }
}
