import FleetModel

extension CauseTrait {
    /// The site: its line, its power, its firewall.
    static let site = CauseTrait(
        .site, Wording(prefix: " are at the site ", auxiliary: "are"), isCircumstance: true,
        explains: { subject in
            switch subject.layer {
            case .dns, .ping, .tcp, .x224, .tls, .udp: true
            case .certificate, .nla, .gateway, nil: false
            }
        },
        text: \.asText, value: { $0.site.map(TraitValue.text) })
}
