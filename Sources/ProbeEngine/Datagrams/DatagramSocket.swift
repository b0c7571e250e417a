internal import FleetModel
internal import Glibc

/// A socket for datagrams or raw packets that never blocks, closed with the last reference to it.
///
/// NIO closes a channel at most errors of a datagram, and has by then lost what the error was; here an error is an
/// answer like any other.
final class DatagramSocket: Sendable {
    /// What there was to read.
    enum Received {
        /// One datagram, and where it came from.
        case datagram([UInt8], from: SocketEndpoint?)
        /// What the network or the peer said of an earlier datagram, as an error number.
        case failure(Int32)
        /// Nothing, for now.
        case nothing
    }

    /// The longest datagram that is read, in bytes; of a longer one, the rest is dropped.
    static let readSize = 2_048

    /// The number of the socket, for poll(2).
    let descriptor: Int32

    /// Opens a socket.
    ///
    /// - Parameters:
    ///   - isIPv6: of which family.
    ///   - type: `SOCK_DGRAM` or `SOCK_RAW`.
    ///   - ipProtocol: the protocol's number; 0 is the type's own, UDP.
    /// - Throws: the error of socket(2).
    init(isIPv6: Bool, type: __socket_type = SOCK_DGRAM, ipProtocol: Int32 = 0) throws(SystemCallError) {
        // SOCK_NONBLOCK and SOCK_CLOEXEC: two enumeration constants in C, so not one value in Swift.
        let flags = Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        descriptor = socket(isIPv6 ? AF_INET6 : AF_INET, Int32(type.rawValue) | flags, ipProtocol)
        guard descriptor >= 0 else { throw SystemCallError("socket") }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// From now on only this peer's datagrams arrive, and the errors of those sent to it.
    func connect(to peer: SocketEndpoint) throws(SystemCallError) {
        let status = peer.withSocketAddress { Glibc.connect(descriptor, $0, $1) }
        guard status == 0 else { throw SystemCallError("connect") }
    }

    /// Our end, once it is connected; nil when the system does not say.
    var local: SocketEndpoint? {
        var storage = sockaddr_storage()
        var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let status = withUnsafeMutablePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) }
        }
        return status == 0 ? SocketEndpoint(storage) : nil
    }

    /// Sets an option; one that the system does not know is left as it is.
    func setOption(_ level: Int32, _ name: Int32, _ value: some BitwiseCopyable) {
        _ = withUnsafeBytes(of: value) { bytes in
            setsockopt(descriptor, level, name, bytes.baseAddress, socklen_t(bytes.count))
        }
    }

    /// Sends one datagram to the connected peer; the error number when that failed.
    func send(_ bytes: [UInt8]) -> Int32? {
        Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) < 0 ? errno : nil
    }

    /// Sends one datagram; the error number when that failed.
    func send(_ bytes: [UInt8], to peer: SocketEndpoint) -> Int32? {
        let sent = peer.withSocketAddress { sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), $0, $1) }
        return sent < 0 ? errno : nil
    }

    /// Drops what the system keeps of errors that it has told of (ip(7), `IP_RECVERR`).
    ///
    /// As long as it keeps them, poll(2) says at once, and again and again, that there is an error.
    func forgetErrors() {
        var byte: UInt8 = 0
        while recv(descriptor, &byte, 1, Int32(MSG_ERRQUEUE)) >= 0 {}
    }

    /// Has the kernel note when datagrams come, for ``ageOfLast``.
    ///
    /// To ask for the first time is to order it (socket(7), `SIOCGSTAMP`).
    func stampArrivals() {
        _ = ageOfLast
    }

    /// How long ago the datagram came that was read last, by whoever read it; nil when the system does not say, as of
    /// the first ones after it was ordered.
    ///
    /// Both times are those of the wall clock: what came before somebody set that has a wrong age, or none.
    var ageOfLast: Duration? {
        var (came, now) = (timespec(), timespec())
        // In this order: of a datagram without a stamp the system says that it comes at the moment in which we ask.
        guard clock_gettime(CLOCK_REALTIME, &now) == 0, ioctl(descriptor, Self.arrivalRequest, &came) == 0 else {
            return nil
        }
        let age = Duration.seconds(now.tv_sec - came.tv_sec) + .nanoseconds(now.tv_nsec - came.tv_nsec)
        return age > .zero ? age : nil
    }

    /// SIOCGSTAMPNS_OLD of asm-generic/sockios.h, which Glibc's module does not have: a struct timespec.
    private static let arrivalRequest: UInt = 0x8907

    /// Reads what is there: one datagram, or one error.
    func receive() -> Received {
        var storage = sockaddr_storage()
        var length = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: Self.readSize) { buffer, initialized in
            var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
            length = withUnsafeMutablePointer(to: &storage) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    recvfrom(descriptor, buffer.baseAddress, buffer.count, 0, $0, &size)
                }
            }
            initialized = max(0, length)
        }
        guard length < 0 else { return .datagram(bytes, from: SocketEndpoint(storage)) }
        return errno == EAGAIN || errno == EINTR ? .nothing : .failure(errno)
    }
}
