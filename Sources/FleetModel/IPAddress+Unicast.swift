extension IPAddress {
    /// Whether a datagram to this address reaches one host at most: neither multicast, nor the broadcast of all networks
    /// or the block reserved around it, nor the address of nobody.
    ///
    /// RFC 5771, RFC 1112, 4, RFC 4291, 2.7. The broadcast address of one network looks like any other; the system
    /// refuses to send there.
    package var isUnicast: Bool {
        guard isIPv6 else { return bytes[0] != 0 && bytes[0] < 224 }
        if let mapped = mappedIPv4 { return mapped.isUnicast }
        return bytes[0] != 0xFF && bytes.contains { $0 != 0 }
    }

    /// The IPv4 address that an IPv6 address stands for (`::ffff:192.0.2.1`, RFC 4291, 2.5.5.2); nil for any other.
    private var mappedIPv4: IPAddress? {
        guard bytes.starts(with: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]) else { return nil }
        return IPAddress(bytes: Array(bytes.suffix(4)))
    }
}
