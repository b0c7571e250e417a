import FleetModel
import Glibc
import Synchronization
import Testing

@testable import ProbeEngine

/// A name server on loopback, UDP and TCP on one port, that answers by what a test tells it.
final class LoopbackNameServer: Sendable {
    /// A query as it came: its id, flags and counts, then the question.
    struct Query: Sendable {
        var bytes: [UInt8]
        var isTCP: Bool

        var id: [UInt8] { Array(bytes.prefix(2)) }
        var question: [UInt8] { Array(bytes.dropFirst(12)) }
        /// The first label of the name.
        var label: String { String(decoding: bytes.dropFirst(13).prefix(Int(bytes[12])), as: UTF8.self) }
        var isIPv6: Bool { bytes.suffix(3).first == 28 }
    }

    let port: UInt16
    private let datagrams: Int32
    private let listener: Int32
    private let stop: (read: Int32, write: Int32)
    private let seen = Mutex<[Query]>([])
    private let answer: @Sendable (Query) -> [[UInt8]]

    /// The queries so far.
    var queries: [Query] { seen.withLock(\.self) }

    /// Answers each query with the messages that `answer` gives: none, one, or more.
    init(answer: @escaping @Sendable (Query) -> [[UInt8]]) throws {
        self.answer = answer
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        stop = (ends[0], ends[1])
        (datagrams, listener, port) = try #require(Self.pairOfSockets())
        let argument = Unmanaged.passRetained(Worker(self))
        var thread = pthread_t()
        let status = pthread_create(
            &thread, nil,
            { argument in
                if let argument { Unmanaged<Worker>.fromOpaque(argument).takeRetainedValue().run() }
                return nil
            }, argument.toOpaque())
        try #require(status == 0)
        pthread_detach(thread)
    }

    deinit { close(stop.write) }

    var endpoint: SocketEndpoint? {
        IPAddress("127.0.0.1").map { SocketEndpoint(address: $0, port: port) }
    }

    /// Two sockets on one port, which may be taken for TCP when it is free for UDP; then another is tried.
    private static func pairOfSockets() -> (Int32, Int32, UInt16)? {
        for _ in 0..<50 {
            let datagrams = socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
            let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            if let port = bind(datagrams, to: 0), bind(listener, to: port) != nil, listen(listener, 8) == 0 {
                return (datagrams, listener, port)
            }
            close(datagrams)
            close(listener)
        }
        return nil
    }

    /// Binds to a port of 127.0.0.1, any when it is 0; the port.
    private static func bind(_ descriptor: Int32, to port: UInt16) -> UInt16? {
        let wanted = SocketEndpoint(address: .ipv4Loopback, port: port)
        guard wanted.withSocketAddress({ Glibc.bind(descriptor, $0, $1) }) == 0 else { return nil }
        return SocketEndpoint(boundTo: descriptor)?.port
    }

    /// The thread's part, which does not keep the server alive.
    private final class Worker {
        private weak var server: LoopbackNameServer?
        private let datagrams: Int32
        private let listener: Int32
        private let stop: Int32

        init(_ server: LoopbackNameServer) {
            self.server = server
            datagrams = server.datagrams
            listener = server.listener
            stop = server.stop.read
        }

        func run() {
            defer { for descriptor in [datagrams, listener, stop] { close(descriptor) } }
            while true {
                var sockets = [stop, datagrams, listener].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
                guard poll(&sockets, 3, -1) > 0, sockets[0].revents == 0 else { return }
                if sockets[1].revents != 0 { answerDatagram() }
                if sockets[2].revents != 0 { answerStream() }
            }
        }

        private func answerDatagram() {
            var buffer = [UInt8](repeating: 0, count: 512)
            var peer = sockaddr_storage()
            var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
            withUnsafeMutablePointer(to: &peer) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { peer in
                    let count = recvfrom(datagrams, &buffer, buffer.count, 0, peer, &length)
                    for message in answers(Array(buffer.prefix(max(0, count))), isTCP: false) {
                        _ = sendto(datagrams, message, message.count, 0, peer, length)
                    }
                }
            }
        }

        /// The queries of one connection until it is closed, each with its length before it (RFC 1035, 4.2.2).
        private func answerStream() {
            let connection = accept(listener, nil, nil)
            guard connection >= 0 else { return }
            defer { close(connection) }
            var pending: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 512)
            while true {
                let count = recv(connection, &buffer, buffer.count, 0)
                guard count > 0 else { return }
                pending += buffer.prefix(count)
                while pending.count >= 2, pending.count >= 2 + (Int(pending[0]) << 8 | Int(pending[1])) {
                    let length = (Int(pending[0]) << 8 | Int(pending[1]))
                    for message in answers(Array(pending[2..<(2 + length)]), isTCP: true) {
                        let framed = [UInt8(message.count >> 8), UInt8(message.count & 0xFF)] + message
                        _ = send(connection, framed, framed.count, Int32(MSG_NOSIGNAL))
                    }
                    pending.removeFirst(2 + length)
                }
            }
        }

        private func answers(_ bytes: [UInt8], isTCP: Bool) -> [[UInt8]] {
            guard bytes.count > 16, let server else { return [] }
            let query = Query(bytes: bytes, isTCP: isTCP)
            server.seen.withLock { $0.append(query) }
            return server.answer(query)
        }
    }
}
