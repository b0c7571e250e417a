import FleetModel

extension CauseTrait {
    /// The version of TLS that was negotiated.
    static let tlsVersion = CauseTrait(
        .tlsVersion, Wording(prefix: " speak ", auxiliary: "do"),
        explains: { $0.layer == .tls || $0.layer == .nla },
        text: { value in
            switch value {
            case .number(let version): TLSFacts(version: UInt16(truncatingIfNeeded: version)).versionName ?? ""
            case .text, .address, .answer, .build: ""
            }
        },
        value: { $0.tlsVersion.map { .number(Int64($0)) } })
}
