import FleetModel

/// One TCP connection as packets that would have carried what its socket saw (RFC 9293, 3.1).
struct RebuiltConnection {
    /// The flags of a segment.
    private struct Flags: OptionSet {
        let rawValue: UInt8

        static let fin = Flags(rawValue: 0x01)
        static let syn = Flags(rawValue: 0x02)
        static let reset = Flags(rawValue: 0x04)
        static let push = Flags(rawValue: 0x08)
        static let acknowledgement = Flags(rawValue: 0x10)
    }

    /// Who sends a segment.
    private enum Sender {
        case us, peer
    }

    /// The most payload bytes in one segment: what an Ethernet carries.
    private static let segmentSize = 1460
    private static let headerSize: UInt8 = 20
    private static let window: UInt16 = 0xFFFF

    private let flow: WireEvent.Flow
    /// The next sequence number of each side; they begin at numbers that are easy to see through.
    private var ours: UInt32 = 1_000
    private var theirs: UInt32 = 2_000

    init(_ flow: WireEvent.Flow) {
        self.flow = flow
    }

    /// The packets that show an event.
    mutating func packets(of kind: WireEvent.Kind) -> [[UInt8]] {
        switch kind {
        case .opened:
            return [
                packet(from: .us, .syn), packet(from: .peer, [.syn, .acknowledgement]),
                packet(from: .us, .acknowledgement),
            ]
        case .sent(let bytes): return segments(bytes, from: .us)
        case .received(let bytes): return segments(bytes, from: .peer)
        case .ended(by: .us): return [packet(from: .us, [.fin, .acknowledgement])]
        case .ended(by: .server): return [packet(from: .peer, [.fin, .acknowledgement])]
        case .reset: return [packet(from: .peer, [.reset, .acknowledgement])]
        // Both are connections of their own, of one packet or two.
        case .notConnected, .secret: return []
        }
    }

    /// The packets of a connection that did not come about.
    static func attempt(_ flow: WireEvent.Flow, endedBy failure: LayerFailure) -> (syn: [UInt8], answer: [UInt8]?) {
        var connection = RebuiltConnection(flow)
        let syn = connection.packet(from: .us, .syn)
        guard failure == .refused else { return (syn, nil) }
        connection.theirs = 0
        return (syn, connection.packet(from: .peer, [.reset, .acknowledgement]))
    }

    private mutating func segments(_ bytes: [UInt8], from sender: Sender) -> [[UInt8]] {
        stride(from: 0, to: bytes.count, by: Self.segmentSize).map { start in
            let part = bytes[start..<min(start + Self.segmentSize, bytes.count)]
            return packet(from: sender, [.push, .acknowledgement], part)
        }
    }

    private mutating func packet(from sender: Sender, _ flags: Flags, _ bytes: ArraySlice<UInt8> = []) -> [UInt8] {
        let (source, destination) = sender == .us ? (flow.local, flow.peer) : (flow.peer, flow.local)
        let (sequence, next) = sender == .us ? (ours, theirs) : (theirs, ours)
        let acknowledged = flags.contains(.acknowledgement) ? next : 0
        // SYN and FIN take a number each.
        let taken = UInt32(bytes.count) + (flags.isDisjoint(with: [.syn, .fin]) ? 0 : 1)
        if sender == .us { ours &+= taken } else { theirs &+= taken }
        let header =
            big(source.port) + big(destination.port) + big(sequence) + big(acknowledged)
            + [(Self.headerSize / 4) << 4, flags.rawValue] + big(Self.window) + [0, 0, 0, 0]
        return IPPacket.packet(
            header + bytes, .tcp, checksumOffset: 16, from: source.address, to: destination.address)
    }
}
