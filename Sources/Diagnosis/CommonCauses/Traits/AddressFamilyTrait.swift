import FleetModel

extension CauseTrait {
    /// The family of the address that was tried.
    static let addressFamily = CauseTrait(
        .addressFamily, Wording(prefix: " were tried over ", auxiliary: "were"),
        explains: { subject in
            switch subject.layer {
            case .ping, .tcp, .x224, .tls, .udp: true
            case .dns, .certificate, .nla, .gateway, nil: false
            }
        },
        text: { $0 == .number(6) ? "IPv6" : "IPv4" },
        value: { ($0.address?.isIPv6).map { .number($0 ? 6 : 4) } })
}
