import FleetModel

extension Check {
    /// Is it the certificate that the fleet file pins?
    static let pin = Check(id: "pin") { examination in
        let digest = examination.chain.leaf.description.sha256
        guard let pin = examination.pin, pin.lowercased() != digest else { return [] }
        return [CheckResult(.pinMismatch, "Its SHA-256 is \(digest), not the one that is pinned.")]
    }
}
