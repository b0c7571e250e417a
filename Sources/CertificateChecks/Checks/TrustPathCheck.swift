import FleetModel

extension Check {
    /// Does the path lead to an authority that is trusted here?
    static let trustPath = Check(id: "trustPath") { examination in
        guard examination.chain.leaf.isReadable else { return [] }
        let trust = examination.chain.trust
        let more = trust.remarks.map { CheckResult(nil, $0) }
        switch trust.path {
        case .trusted:
            return more
        case .selfSigned:
            return [CheckResult(.untrusted, "It is signed by itself.")] + more
        case .unknownAuthority(let name):
            return [CheckResult(.untrusted, "Its authority is not known here: \(name).")] + more
        case .missingIntermediate(let name):
            return [CheckResult(.incompleteChain, "The server did not send the certificate of \(name).")] + more
        case .undecided(let why):
            let problem = trust.isRefused ? CertificateProblem.untrusted : nil
            return [CheckResult(problem, "Whether it is trusted could not be worked out: \(why).")] + more
        }
    }
}
