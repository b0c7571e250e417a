import FleetModel

/// The settings that may stand under `defaults:`, in a group and at a host; the nearer one wins, tags add up.
struct FleetSettings {
    var port: UInt16?
    var site: String?
    var owner: String?
    var runbook: String?
    var tags: [String] = []
    var gateway: String?
    var path: AccessPath?
    var interval: Span?
    var timeout: Span?
    var certificateWarning: Span?
    var certificateCritical: Span?
    var authorities: [String]?
    var expectedNLA: NLAExpectation?
    var expectedUDP: Bool?
    var expectsTrustedCertificate: Bool?

    /// These settings with `nearer` on top.
    func overlaid(by nearer: FleetSettings) -> FleetSettings {
        var result = self
        result.port = nearer.port ?? port
        result.site = nearer.site ?? site
        result.owner = nearer.owner ?? owner
        result.runbook = nearer.runbook ?? runbook
        result.tags += nearer.tags.filter { !tags.contains($0) }
        result.gateway = nearer.gateway ?? gateway
        result.path = nearer.path ?? path
        result.interval = nearer.interval ?? interval
        result.timeout = nearer.timeout ?? timeout
        result.certificateWarning = nearer.certificateWarning ?? certificateWarning
        result.certificateCritical = nearer.certificateCritical ?? certificateCritical
        result.authorities = nearer.authorities ?? authorities
        result.expectedNLA = nearer.expectedNLA ?? expectedNLA
        result.expectedUDP = nearer.expectedUDP ?? expectedUDP
        result.expectsTrustedCertificate = nearer.expectsTrustedCertificate ?? expectsTrustedCertificate
        return result
    }

    /// A server with these settings.
    func server(_ target: TargetText, address: IPAddress?, pin: String?) -> Server {
        Server(
            name: target.name,
            port: target.port ?? port ?? Server.defaultPort,
            address: address, site: site, owner: owner, tags: tags, runbook: runbook, gateway: gateway,
            path: path ?? .direct,
            policy: policy(pin: pin))
    }

    /// How to probe by these settings; what they leave open is what the program does unasked.
    func policy(pin: String?) -> ProbePolicy {
        let standard = ProbePolicy()
        return ProbePolicy(
            interval: interval ?? standard.interval,
            timeout: timeout ?? standard.timeout,
            certificateWarning: certificateWarning ?? standard.certificateWarning,
            certificateCritical: certificateCritical ?? standard.certificateCritical,
            authorities: authorities ?? [],
            pin: pin,
            expectedNLA: expectedNLA,
            expectedUDP: expectedUDP,
            expectsTrustedCertificate: expectsTrustedCertificate ?? false)
    }
}
