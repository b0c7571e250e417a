import FleetModel
import NIOCore
import NIOPosix

/// The listening socket of one simulated server.
enum RDPListener {
    /// Opens it at an endpoint, whose port may be 0 for any free one.
    ///
    /// The channel's closing closes it, but none of the connections that it has accepted.
    static func open(
        _ server: SimulatedServer, at endpoint: SocketEndpoint, on group: MultiThreadedEventLoopGroup
    ) async throws(SimulatedFleetError) -> any Channel {
        do {
            return try await ServerBootstrap(group: group)
                .serverChannelOption(.backlog, value: 128)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
                .childChannelInitializer { connection in
                    connection.eventLoop.makeCompletedFuture {
                        try connection.pipeline.syncOperations.addHandler(ServerConnection(to: server))
                    }
                }
                .bind(host: endpoint.address.description, port: Int(endpoint.port))
                .get()
        } catch {
            throw .cannotListen(endpoint, "\(error)")
        }
    }
}
