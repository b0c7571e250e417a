internal import Glibc
internal import RDPWire

/// A program by which the kernel sorts out what a socket shall not get (linux/filter.h, the classic Berkeley packet
/// filter; socket(7), `SO_ATTACH_FILTER`).
struct PacketFilter: Sendable, Hashable {
    /// One step: what to do, how many steps to skip when a comparison holds or does not, and a number.
    struct Instruction: Sendable, Hashable, BitwiseCopyable {
        var code: UInt16
        var skipIfTrue: UInt8 = 0
        var skipIfFalse: UInt8 = 0
        var number: UInt32

        /// X = the length of the IPv4 header that begins at byte 0: BPF_LDX | BPF_B | BPF_MSH.
        static let indexPastIPv4Header = Instruction(code: 0xB1, number: 0)
        /// Keep the whole packet: BPF_RET | BPF_K.
        static let keep = Instruction(code: 0x06, number: .max)
        /// Drop it.
        static let drop = Instruction(code: 0x06, number: 0)

        /// A = the byte at an offset, counted from X where there is a header: BPF_LD | BPF_B | BPF_ABS or BPF_IND.
        static func loadByte(_ offset: UInt32, pastHeader: Bool) -> Instruction {
            Instruction(code: pastHeader ? 0x50 : 0x30, number: offset)
        }

        /// A = the two bytes at an offset, in network order: BPF_LD | BPF_H | BPF_ABS or BPF_IND.
        static func loadHalfWord(_ offset: UInt32, pastHeader: Bool) -> Instruction {
            Instruction(code: pastHeader ? 0x48 : 0x28, number: offset)
        }

        /// Goes on when A is that number, else skips so many: BPF_JMP | BPF_JEQ | BPF_K.
        static func go(onlyIf number: UInt32, elseSkip count: UInt8) -> Instruction {
            Instruction(code: 0x15, skipIfFalse: count, number: number)
        }
    }

    /// In the order in which they are done.
    let instructions: [Instruction]

    /// Passes the replies to the echoes of one identifier, and nothing else.
    ///
    /// A raw socket of IPv4 sees the IP header, which may have options; one of IPv6 does not (RFC 3542, 3). The type is
    /// the first byte of the message and the identifier its fifth and sixth (RFC 792; RFC 4443, 4.2).
    static func echoReplies(_ family: EchoMessage.Family, identifier: UInt16) -> PacketFilter {
        let hasHeader = family == .ipv4
        let checks: [Instruction] = [
            .loadByte(0, pastHeader: hasHeader), .go(onlyIf: hasHeader ? 0 : 129, elseSkip: 3),
            .loadHalfWord(4, pastHeader: hasHeader), .go(onlyIf: UInt32(identifier), elseSkip: 1),
        ]
        return PacketFilter(instructions: (hasHeader ? [.indexPastIPv4Header] : []) + checks + [.keep, .drop])
    }
}

extension DatagramSocket {
    /// Has the kernel drop what a filter does not keep, from now on; one that it does not take changes nothing.
    func attach(_ filter: PacketFilter) {
        filter.instructions.withUnsafeBufferPointer { instructions in
            guard let first = instructions.baseAddress else { return }
            setOption(
                SOL_SOCKET, SO_ATTACH_FILTER, FilterProgram(count: UInt16(clamping: instructions.count), first: first))
        }
    }
}

/// `struct sock_fprog` of linux/filter.h, which Glibc's module does not have.
private struct FilterProgram: BitwiseCopyable {
    var count: UInt16
    var first: UnsafePointer<PacketFilter.Instruction>
}
