import FleetModel

extension CauseTrait {
    /// The /24 of the address, or the /64 of IPv6: one switch, one firewall rule, one route.
    static let network = CauseTrait(
        .network, Wording(prefix: " are in ", auxiliary: "are"), isCircumstance: true,
        explains: { subject in
            switch subject.layer {
            case .ping, .tcp, .x224, .tls, .udp: true
            case .dns, .certificate, .nla, .gateway, nil: false
            }
        },
        text: addressText, value: { ($0.address?.network).map(TraitValue.address) })
}
