internal import Glibc

/// A plain socket to a loopback endpoint, for tests that look at literal bytes.
///
/// It never blocks a thread, and closes with the last reference to it.
package final class LoopbackSocket: Sendable {
    /// TCP or UDP.
    package enum Transport: Sendable {
        case stream
        case datagram

        var socketType: Int32 {
            switch self {
            case .stream: Int32(SOCK_STREAM.rawValue)
            case .datagram: Int32(SOCK_DGRAM.rawValue)
            }
        }
    }

    /// Who is at the other end.
    package let endpoint: LoopbackEndpoint

    private let descriptor: Int32

    private init(_ descriptor: Int32, to endpoint: LoopbackEndpoint) {
        self.descriptor = descriptor
        self.endpoint = endpoint
    }

    deinit { close(descriptor) }

    /// Connects.
    ///
    /// - Throws: ``LabError/systemCall(_:errorNumber:)`` when it is refused, or the limit passes (`ETIMEDOUT`).
    package static func connect(
        to endpoint: LoopbackEndpoint,
        _ transport: Transport = .stream,
        within limit: Duration = .patience
    ) async throws -> LoopbackSocket {
        // SOCK_NONBLOCK and SOCK_CLOEXEC: two enumeration constants in C, so not one value in Swift.
        let flags = Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        let descriptor = socket(AF_INET, transport.socketType | flags, 0)
        guard descriptor >= 0 else { throw LabError.systemCall("socket", errorNumber: errno) }
        let connection = LoopbackSocket(descriptor, to: endpoint)
        if endpoint.withSocketAddress({ Glibc.connect(descriptor, $0, $1) }) == 0 { return connection }
        guard errno == EINPROGRESS else {
            throw LabError.systemCall("connect to \(endpoint)", errorNumber: errno)
        }
        let outcome = try await LabSupport.poll(within: limit, every: .milliseconds(1)) { connection.connectOutcome() }
        guard outcome == 0 else {
            throw LabError.systemCall("connect to \(endpoint)", errorNumber: outcome ?? ETIMEDOUT)
        }
        return connection
    }

    /// Whether somebody accepts TCP connections there at this moment.
    package static func accepts(_ endpoint: LoopbackEndpoint) async -> Bool {
        (try? await connect(to: endpoint, within: .milliseconds(200))) != nil
    }

    /// The error number of a connect that has been decided, 0 for success, or `nil`.
    private func connectOutcome() -> Int32? {
        var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        guard Glibc.poll(&entry, 1, 0) > 0 else { return nil }
        var error: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &length)
        return error
    }

    /// Sends the bytes in one call; what the laboratory sends always fits into an empty socket buffer.
    package func send(_ bytes: [UInt8]) throws {
        let sent = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        guard sent == bytes.count else { throw LabError.systemCall("send to \(endpoint)", errorNumber: errno) }
    }

    /// Says that nothing more will be sent (FIN).
    package func finish() {
        shutdown(descriptor, Int32(SHUT_WR))
    }

    /// Receives exactly so many bytes.
    ///
    /// - Throws: ``LabError/closed(by:afterBytes:expected:)`` when the peer closes first.
    package func receive(count: Int, within limit: Duration = .patience) async throws -> [UInt8] {
        var received: [UInt8] = []
        while received.count < count {
            let part = try await receiveSome(upTo: count - received.count, within: limit)
            guard !part.isEmpty else {
                throw LabError.closed(by: "\(endpoint)", afterBytes: received.count, expected: count)
            }
            received += part
        }
        return received
    }

    /// Receives what there is: one datagram, some bytes of a stream, or nothing when the peer has closed.
    ///
    /// A reset counts as closed.
    package func receiveSome(upTo count: Int = 65536, within limit: Duration = .patience) async throws -> [UInt8] {
        let part: [UInt8]? = try await LabSupport.poll(within: limit, every: .milliseconds(1)) {
            var length = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
                length = recv(descriptor, buffer.baseAddress, count, 0)
                initialized = max(0, length)
            }
            if length >= 0 { return bytes }
            switch errno {
            case EAGAIN, EINTR: return nil
            case ECONNRESET: return []
            default: throw LabError.systemCall("receive from \(endpoint)", errorNumber: errno)
            }
        }
        guard let part else {
            throw LabError.deadlinePassed(waitingFor: "bytes from \(endpoint)", limit: limit, seen: "")
        }
        return part
    }

    /// Receives until the peer closes, and returns everything.
    package func receiveUntilClosed(within limit: Duration = .patience) async throws -> [UInt8] {
        var received: [UInt8] = []
        while true {
            let part = try await receiveSome(within: limit)
            if part.isEmpty { return received }
            received += part
        }
    }
}
