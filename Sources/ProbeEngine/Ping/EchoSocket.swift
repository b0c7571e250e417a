internal import FleetModel
internal import Glibc
internal import RDPWire

/// The one ICMP socket of a family, for echoes to all addresses.
///
/// A ping socket where the system allows it (icmp(7), `net.ipv4.ping_group_range`): the kernel then gives it an
/// identifier and sorts the replies. Else a raw socket, which would get every reply on this machine, and has the kernel
/// drop those to others.
///
/// Nobody is woken by a reply: it lies in the socket, stamped with the time at which it came, until somebody asks for it.
final class EchoSocket: EchoTransport {
    /// Room for the replies of a whole burst, in bytes; the system may give less.
    private static let receiveBuffer = Int32(1 << 20)
    /// The most replies read at a time: then others that wait for the event loop have their turn.
    private static let burst = 1_024
    /// SOL_RAW and ICMP_FILTER of linux/icmp.h, which Glibc's module does not have.
    private static let rawLevel: Int32 = 255
    private static let icmpFilter: Int32 = 1
    /// ICMP6_FILTER of netinet/icmp6.h.
    private static let icmp6Filter: Int32 = 1
    /// What whoever looks at the packets should read in them.
    private static let data = Array("rdptop echo".utf8)

    let method: PingFacts.Method
    private let socket: DatagramSocket
    private let family: EchoMessage.Family
    private let identifier: UInt16

    /// Opens the socket.
    ///
    /// - Parameters:
    ///   - isIPv6: of which family.
    ///   - identifier: a random number, which tells our replies on a raw socket.
    /// - Throws: why there is no socket.
    init(isIPv6: Bool, identifier: UInt16) throws(EchoRefusal) {
        family = isIPv6 ? .ipv6 : .ipv4
        self.identifier = identifier
        (socket, method) = try Self.open(isIPv6: isIPv6)
        socket.setOption(SOL_SOCKET, SO_RCVBUF, Self.receiveBuffer)
        socket.stampArrivals()
        if method == .rawSocket { Self.passOnlyReplies(on: socket, family, identifier) }
    }

    func readReplies(_ take: (EchoReply) -> Void) {
        for _ in 0..<Self.burst {
            switch socket.receive() {
            case .nothing: return
            // What the network says of an earlier echo; its silence will say the same.
            case .failure: continue
            case .datagram(let bytes, let source):
                guard let source = source?.address,
                    let number = Self.reply(in: bytes[...], family, method, identifier)
                else { continue }
                take(EchoReply(source: source, sequenceNumber: number, age: socket.ageOfLast))
            }
        }
    }

    func send(_ sequenceNumber: UInt16, to address: IPAddress) -> LayerFailure? {
        let echo = EchoMessage(
            kind: .request, identifier: identifier, sequenceNumber: sequenceNumber, data: Self.data)
        let number = socket.send(echo.encoded(family), to: SocketEndpoint(address: address, port: 0))
        return number.map { number in
            // No room in the buffer is no fault of the server's.
            number == EAGAIN ? .ourFault(.outOfResources) : LayerFailure(errno: number, isIPv6: address.isIPv6)
        }
    }

    private static func open(isIPv6: Bool) throws(EchoRefusal) -> (DatagramSocket, PingFacts.Method) {
        let ipProtocol = Int32(isIPv6 ? IPPROTO_ICMPV6 : IPPROTO_ICMP)
        do {
            return (try DatagramSocket(isIPv6: isIPv6, ipProtocol: ipProtocol), .datagramSocket)
        } catch  where !isPermission(error.number) {
            throw refusal(error.number)
        } catch {
            // Not with a ping socket, then.
        }
        do {
            return (try DatagramSocket(isIPv6: isIPv6, type: SOCK_RAW, ipProtocol: ipProtocol), .rawSocket)
        } catch {
            throw refusal(error.number)
        }
    }

    private static func isPermission(_ number: Int32) -> Bool { number == EACCES || number == EPERM }

    private static func refusal(_ number: Int32) -> EchoRefusal {
        guard !isPermission(number) else { return EchoRefusal(failure: .ourFault(.notPermitted), isFinal: true) }
        let failure = LayerFailure(errno: number, isIPv6: false)
        return EchoRefusal(failure: failure, isFinal: failure == .ourFault(.addressFamilyUnavailable))
    }

    /// Has the kernel drop all other ICMP, which no one here reads, and the replies to others: in quick succession they
    /// would fill the buffer. In the options, the bits that are set are the types that are dropped.
    private static func passOnlyReplies(
        on socket: DatagramSocket, _ family: EchoMessage.Family, _ identifier: UInt16
    ) {
        socket.attach(.echoReplies(family, identifier: identifier))
        switch family {
        case .ipv4:
            // Type 0 passes.
            socket.setOption(rawLevel, icmpFilter, ~UInt32(1))
        case .ipv6:
            // 256 bits in words of 32 (RFC 3542, 3.2); type 129 is the second bit of the fifth word.
            let all = UInt32.max
            socket.setOption(
                Int32(IPPROTO_ICMPV6), icmp6Filter, (all, all, all, all, all & ~(1 << 1), all, all, all))
        }
    }

    /// The number of the echo that a packet answers; nil when it is something else.
    private static func reply(
        in packet: ArraySlice<UInt8>, _ family: EchoMessage.Family, _ method: PingFacts.Method, _ identifier: UInt16
    ) -> UInt16? {
        // Only a raw socket of IPv4 shows the header.
        let hasHeader = method == .rawSocket && family == .ipv4
        guard let message = hasHeader ? try? EchoMessage.afterIPv4Header(packet) : packet,
            let echo = try? EchoMessage(decoding: message, family), echo.kind == .reply,
            method == .datagramSocket || echo.identifier == identifier
        else { return nil }
        return echo.sequenceNumber
    }
}
