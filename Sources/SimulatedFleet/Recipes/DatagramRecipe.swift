package import FleetModel
import RDPWire

/// What a server does with datagrams to its UDP port.
package enum DatagramRecipe: Sendable, Hashable {
    /// Answers an RDP-UDP SYN in the highest version that both sides speak, up to this one.
    case answering(UDPFacts.Version)
    /// Takes them and says nothing.
    case silent
    /// Has no socket there: the kernel refuses them (ICMP port unreachable).
    case closed
    /// Answers anything with these bytes.
    case sending([UInt8])

    /// The answer to a datagram; nil for silence.
    func answer(to datagram: [UInt8]) -> [UInt8]? {
        switch self {
        case .silent, .closed:
            return nil
        case .sending(let bytes):
            return bytes
        case .answering(let highest):
            guard let syn = try? SynDatagram(decoding: datagram[...]) else { return nil }
            let version = min(highest.rawValue, syn.highestVersion.rawValue)
            // MS-RDPEUDP 3.1.5.1.3: a version is named only to those who have named one.
            let named = syn.version == .one ? nil : version
            return SynAckDatagram(
                acknowledged: syn.synData.initialSequenceNumber, synData: Self.synData, version: named
            ).encoded
        }
    }

    /// Where the server begins to count; nobody goes on from there.
    private static let synData = SynData(initialSequenceNumber: 0x0F94_EA0B)
}

extension SynDatagram {
    fileprivate var highestVersion: UDPFacts.Version {
        switch version {
        case .one: .one
        case .two: .two
        case .three: .three
        }
    }
}
