internal import FleetModel

extension LocalLink.Kind {
    /// What an interface is, by its flags and then by its name.
    ///
    /// WireGuard, PPP and tun say themselves that they have one peer (`IFF_POINTOPOINT`, netdevice(7)); tap and the
    /// bridges look like Ethernet, and have only the names that the programs give that make them.
    init(name: String, isLoopback: Bool, isPointToPoint: Bool) {
        self =
            if isLoopback {
                .loopback
            } else if isPointToPoint || Self.tunnelNames.contains(where: name.hasPrefix) {
                .tunnel
            } else if Self.bridgeNames.contains(where: name.hasPrefix) {
                .bridge
            } else {
                .other
            }
    }

    private static let tunnelNames = ["tun", "tap", "wg", "ppp", "ipsec", "vti", "xfrm", "zt", "tailscale"]
    /// Docker's are `docker0` and `br-` with a number; a plain `br0` often carries the machine's own network.
    private static let bridgeNames = [
        "docker", "br-", "virbr", "lxcbr", "lxdbr", "incusbr", "podman", "cni", "vboxnet",
    ]
}
