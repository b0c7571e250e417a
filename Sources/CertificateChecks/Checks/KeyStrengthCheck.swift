import FleetModel

extension Check {
    /// Are the keys strong enough for clients of today? The path is as strong as its weakest key.
    static let keyStrength = Check(id: "keyStrength") { examination in
        examination.chain.path.enumerated().compactMap { place, certificate in
            let whose = place == 0 ? "Its key" : "The key of \(certificate.description.subject)"
            switch certificate.key {
            case .rsa(let bits) where bits < 2048:
                return CheckResult(.weakKey, "\(whose) is RSA with \(bits) bits; 2048 are the least.")
            case .ellipticCurve(let curve, let bits) where bits < 256:
                return CheckResult(.weakKey, "\(whose) is on the curve \(curve); P-256 is the least.")
            case .dsa:
                return CheckResult(.weakKey, "\(whose) is a DSA key, which no TLS client accepts any more.")
            case .unknown(let kind):
                return CheckResult(nil, "\(whose) is of a kind that is not known here: \(kind).")
            case .rsa, .ellipticCurve, .fixedSize, .unreadable:
                return nil
            }
        }
    }
}
