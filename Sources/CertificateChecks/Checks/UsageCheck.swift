import FleetModel

extension Check {
    /// May the certificate be used for Remote Desktop? Windows refuses to (event 1054) when its extended key usage has
    /// neither of the two; one without that extension may be used for everything.
    static let usage = Check(id: "usage") { examination in
        let leaf = examination.chain.leaf
        guard leaf.isReadable else { return [] }
        var results: [CheckResult] = []
        let usages = leaf.description.usages
        if !usages.isEmpty, !leaf.extensions.allowsServers {
            let listed = usages.prefix(4).joined(separator: ", ")
            results.append(CheckResult(.wrongUsage, "It is for \(listed), not for servers."))
        }
        // digitalSignature for ECDHE, keyEncipherment for RSA, keyAgreement for static ECDH (RFC 5246, 7.4.2). Key
        // encipherment without signatures is what Windows writes into its own certificates, and no fault.
        if let keyUsage = leaf.extensions.keyUsage, keyUsage & 0xA8 == 0 {
            results.append(CheckResult(nil, "Its key usage allows neither digital signatures nor key encipherment."))
        }
        return results
    }
}
