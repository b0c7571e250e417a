extension IPAddress {
    /// Whether many networks use the address, each for a host of its own: RFC 1918, RFC 6598, and RFC 4193.
    package var isPrivate: Bool {
        switch (bytes[0], bytes[1]) {
        case _ where isIPv6: bytes[0] & 0xFE == 0xFC
        case (10, _), (172, 16...31), (192, 168), (100, 64...127): true
        case _: false
        }
    }
}
