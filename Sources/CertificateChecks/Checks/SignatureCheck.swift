import FleetModel

extension Check {
    /// Are the certificates signed with digests that cannot be forged?
    ///
    /// A root's signature on itself is never verified and does not count. A server's own self-signed certificate
    /// does: auditors refuse SHA-1 in it, and Windows makes them with SHA-256.
    static let signature = Check(id: "signature") { examination in
        examination.chain.path.enumerated().compactMap { place, certificate in
            guard place == 0 || !certificate.isSelfIssued, let signature = certificate.signature else { return nil }
            let what = place == 0 ? "It" : certificate.description.subject
            switch signature.standing {
            case .weak(let digest):
                return CheckResult(.weakSignature, "\(what) is signed with \(digest) (\(signature.name)).")
            case .unknown:
                // Clients may know it: nothing is certain of it, as with a key of an unknown kind.
                return CheckResult(
                    nil, "\(what) is signed with an algorithm that is not known here: \(signature.name).")
            case .sound, .unreadable:
                return nil
            }
        }
    }
}
