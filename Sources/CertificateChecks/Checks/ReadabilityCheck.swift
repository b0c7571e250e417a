import FleetModel

extension Check {
    /// Can everything be read that the other checks and the countdown need?
    static let readability = Check(id: "readability") { examination in
        let leaf = examination.chain.leaf
        guard leaf.isReadable else {
            let why = leaf.remarks.joined(separator: " ")
            return [CheckResult(.unreadable, "The certificate cannot be read. \(why)")]
        }
        let parts = leaf.unreadable.map { CheckResult(.unreadable, "The certificate cannot be read whole: \($0).") }
        return parts + leaf.remarks.map { CheckResult(nil, $0) }
    }
}
