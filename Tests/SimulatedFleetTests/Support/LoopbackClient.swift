import FleetModel
import Glibc

/// A client that knows nothing but bytes: a blocking TCP or UDP socket on loopback.
final class LoopbackClient {
    /// How a connection stands after reading.
    enum Ending: Equatable {
        case open, closed, reset
    }

    /// What was read.
    struct Reading: Equatable {
        var bytes: [UInt8]
        var ending: Ending
    }

    /// A system call failed.
    struct Failure: Error, Equatable {
        let code: Int32
    }

    private let descriptor: Int32

    /// Connects a socket.
    init(to endpoint: SocketEndpoint, over type: __socket_type = SOCK_STREAM) throws(Failure) {
        descriptor = socket(endpoint.address.isIPv6 ? AF_INET6 : AF_INET, Int32(type.rawValue), 0)
        guard descriptor >= 0 else { throw Failure(code: errno) }
        let connected = withSocketAddress(endpoint) { connect(descriptor, $0, $1) }
        // The descriptor is closed by deinit, which runs after an error too: closing it twice would hit somebody else's.
        guard connected == 0 else { throw Failure(code: errno) }
    }

    deinit {
        close(descriptor)
    }

    /// Sends all bytes.
    func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard sent > 0 else { return }
            rest = rest.dropFirst(sent)
        }
    }

    /// Reads one datagram; nothing when none comes for so long.
    func readDatagram(patience milliseconds: Int32 = 5000) -> [UInt8] {
        var interest = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&interest, 1, milliseconds) == 1 else { return [] }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let got = recv(descriptor, &buffer, buffer.count, 0)
        return Array(buffer.prefix(max(0, got)))
    }

    /// Reads until `count` bytes have come, the peer has ended, or nothing has come for so long.
    func read(_ count: Int, patience milliseconds: Int32 = 5000) -> Reading {
        var bytes: [UInt8] = []
        while bytes.count < count {
            var interest = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&interest, 1, milliseconds) == 1 else { return Reading(bytes: bytes, ending: .open) }
            var buffer = [UInt8](repeating: 0, count: min(count - bytes.count, 65_536))
            let got = recv(descriptor, &buffer, buffer.count, 0)
            if got == 0 { return Reading(bytes: bytes, ending: .closed) }
            if got < 0 { return Reading(bytes: bytes, ending: .reset) }
            bytes += buffer.prefix(got)
        }
        return Reading(bytes: bytes, ending: .open)
    }
}

private func withSocketAddress(
    _ endpoint: SocketEndpoint, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
) -> Int32 {
    if endpoint.address.isIPv6 {
        var address = sockaddr_in6()
        address.sin6_family = sa_family_t(AF_INET6)
        address.sin6_port = endpoint.port.bigEndian
        withUnsafeMutableBytes(of: &address.sin6_addr) { $0.copyBytes(from: endpoint.address.bytes) }
        return withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_in6>.size))
            }
        }
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = endpoint.port.bigEndian
    withUnsafeMutableBytes(of: &address.sin_addr) { $0.copyBytes(from: endpoint.address.bytes) }
    return withUnsafePointer(to: address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
    }
}
