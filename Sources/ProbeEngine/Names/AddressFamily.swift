/// The two kinds of address records.
enum AddressFamily: Sendable, Hashable, CaseIterable {
    case ipv4, ipv6

    /// The record type: A is 1 (RFC 1035, 3.2.2), AAAA is 28 (RFC 3596, 2.1).
    var recordType: UInt16 {
        switch self {
        case .ipv4: 1
        case .ipv6: 28
        }
    }

    /// The length of the record's data in bytes.
    var addressLength: Int {
        switch self {
        case .ipv4: 4
        case .ipv6: 16
        }
    }
}
