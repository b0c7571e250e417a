import NIOCore
import NIOPosix

/// What the listening sockets of servers and gateways have in common.
enum StreamListener {
    /// A listener to be, without what its connections do.
    static func bootstrap(on group: MultiThreadedEventLoopGroup) -> ServerBootstrap {
        ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 128)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
    }
}
