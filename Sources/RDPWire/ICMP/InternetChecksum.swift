/// The one's complement of the one's complement sum of all 16-bit words: the checksum of ICMP.
///
/// RFC 1071. Zero over a message that holds its own correct checksum. An odd last byte counts as a word's first half.
func internetChecksum(_ bytes: ArraySlice<UInt8>) -> UInt16 {
    var sum: UInt64 = 0
    var isFirstHalf = true
    for byte in bytes {
        sum += isFirstHalf ? UInt64(byte) << 8 : UInt64(byte)
        isFirstHalf.toggle()
    }
    while sum > 0xFFFF { sum = (sum & 0xFFFF) + (sum >> 16) }
    return ~UInt16(truncatingIfNeeded: sum)
}
