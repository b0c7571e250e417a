import FleetModel

extension CauseTrait {
    /// The build of Windows, as last told in an NTLM challenge: an update may break what listens, TLS, or CredSSP.
    static let build = CauseTrait(
        .build, Wording(prefix: " run Windows ", auxiliary: "do"),
        explains: { subject in
            switch subject.layer {
            case .tcp, .x224, .tls, .certificate, .nla, .udp: true
            case .dns, .ping, .gateway, nil: false
            }
        },
        text: { value in
            switch value {
            case .build(let major, let minor, let number): "\(major).\(minor).\(number)"
            case .text, .number, .address, .answer: ""
            }
        },
        value: { $0.build.map { .build(major: $0.major, minor: $0.minor, number: $0.build) } })
}
