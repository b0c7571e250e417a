import CertificateChecks
package import FleetModel

/// The examiners of a fleet: one for each distinct list of authorities, made before probing starts.
package struct CertificateExaminers: Sendable {
    private let systemOnly: any CertificateExamining
    private let byAuthorities: [[String]: any CertificateExamining]

    /// Reads the authority files that the policies of servers and gateways name; throws when one is unusable.
    package init(for servers: some Sequence<Server>, and gateways: [Gateway] = []) throws {
        try self.init(for: servers, and: gateways) { try CertificateExaminer(authorityFiles: $0) }
    }

    /// Makes an examiner for each list of authorities among servers and gateways, and one for the system's alone.
    ///
    /// - Parameters:
    ///   - servers: Whose policies name the authorities.
    ///   - gateways: Whose policies do as well.
    ///   - make: Makes an examiner that trusts these PEM files beside the system's roots.
    /// - Throws: What `make` throws when a file is unusable.
    package init(
        for servers: some Sequence<Server>, and gateways: [Gateway] = [],
        make: ([String]) throws -> any CertificateExamining
    ) throws {
        systemOnly = try make([])
        var byAuthorities: [[String]: any CertificateExamining] = [:]
        for policy in servers.map(\.policy) + gateways.map(\.policy) {
            let authorities = policy.authorities
            guard !authorities.isEmpty, byAuthorities[authorities] == nil else { continue }
            byAuthorities[authorities] = try make(authorities)
        }
        self.byAuthorities = byAuthorities
    }

    /// The examiner for a policy; the system's authorities alone for a policy that was not among them.
    func examiner(for policy: ProbePolicy) -> any CertificateExamining {
        byAuthorities[policy.authorities] ?? systemOnly
    }
}
