import LabSupport

/// A server that accepts connections and never says a word, so that a check of it takes its time.
struct SilentServer: Sendable {
    let endpoint: LoopbackEndpoint
    let process: LabProcess

    /// Starts it; returns when connections are accepted.
    static func start() async throws -> SilentServer {
        let endpoint = try LoopbackEndpoint.free()
        let script = """
            import socket, sys, time
            s = socket.create_server((sys.argv[1], int(sys.argv[2])), backlog=64)
            time.sleep(600)
            """
        let process = try await LabProcess.start(
            .python, arguments: ["-c", script, endpoint.address, "\(endpoint.port)"])
        try await process.waitUntilListening(on: endpoint)
        return SilentServer(endpoint: endpoint, process: process)
    }
}
