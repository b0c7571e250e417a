import FleetModel
import TestSupport

extension WatchedFleet {
    /// All servers, in the order of the fleet file.
    static let servers = frankfurt + farm + newYork + singapore + lab

    private static let frankfurt: [WatchedServer] = {
        var whole = server("rdsh-fra-014", "10.20.4.14", .frankfurt, path: .both, gateway: "rdgw-fra-1")
        whole.certificate = own("rdsh-fra-014", "9f", left: .days(88))
        var refusing = server("rdsh-fra-002", "10.20.4.2", .frankfurt)
        refusing.trouble = (.refused, 23..<probes)
        var open = server("rdsh-fra-020", "10.20.4.20", .frankfurt)
        open.server.policy.expectedNLA = .required
        open.trouble = (.withoutNLA, 0..<probes)
        open.certificate = own("rdsh-fra-020", "20", left: .days(41))
        var intranet = server("intranet", "10.20.0.80", .frankfurt)
        intranet.trouble = (.webServer, 0..<probes)
        return [
            server("rdsh-fra-001", "10.20.4.1", .frankfurt), refusing, server("rdsh-fra-003", "10.20.4.3", .frankfurt),
            server("rdsh-fra-004", "10.20.4.4", .frankfurt), whole, open, intranet,
        ]
    }()

    /// Users reach these through the gateway alone.
    private static let farm: [WatchedServer] = (101...111).map {
        server("rdsh-fra-\($0)", "10.20.5.\($0)", .frankfurt, path: .gateway, gateway: "rdgw-fra-1")
    }

    private static let newYork: [WatchedServer] = {
        var expired = server("rdsh-nyc-003", "10.30.2.3", .newYork)
        expired.certificate = own("rdsh-nyc-003", "03", left: .days(-2) - .hours(5))
        var ending = server("rdsh-nyc-004", "10.30.2.4", .newYork)
        ending.certificate = own("rdsh-nyc-004", "04", left: .days(6) + .hours(2))
        var cutting = server("rdsh-nyc-009", "10.30.2.9", .newYork)
        cutting.trouble = (.cutsTLS, 14..<probes)
        cutting.certificate = own("rdsh-nyc-009", "09", left: .days(120))
        var recovered = server("rdsh-nyc-050", "10.30.2.50", .newYork)
        recovered.trouble = (.silent, 20..<27)
        var unknown = server("rdsh-nyc-101", "10.30.2.101", .newYork)
        unknown.trouble = (.noSuchName, 2..<probes)
        return [
            server("rdsh-nyc-001", "10.30.2.1", .newYork, path: .both, gateway: "rdgw-nyc-1"),
            server("rdsh-nyc-002", "10.30.2.2", .newYork, path: .both, gateway: "rdgw-nyc-1"), expired,
            ending,
            cutting, recovered, unknown,
        ]
    }()

    private static let singapore: [WatchedServer] = {
        var silent = server("rdsh-sin-002", "10.40.1.2", .singapore)
        silent.trouble = (.silent, 9..<probes)
        var withoutUDP = server("rdsh-sin-007", "10.40.1.7", .singapore)
        withoutUDP.server.policy.expectedUDP = true
        withoutUDP.trouble = (.withoutUDP, 0..<probes)
        var lossy = server("rdsh-sin-008", "10.40.1.8", .singapore)
        lossy.trouble = (.losesEchoes, 0..<probes)
        var waiting = server("rdsh-sin-009", "10.40.1.9", .singapore)
        waiting.isWaiting = true
        return [server("rdsh-sin-001", "10.40.1.1", .singapore), silent, withoutUDP, lossy, waiting]
    }()

    private static let lab: [WatchedServer] = {
        var ended = server("rdsh-lab-001", "10.50.0.1", .lab)
        ended.certificate = windows("rdsh-lab-001", "a1", left: .days(-11) - .hours(3))
        var fresh = server("rdsh-lab-002", "10.50.0.2", .lab)
        fresh.certificate = windows("rdsh-lab-002", "a2", left: .days(121))
        var old = server("rdsh-lab-003", "10.50.0.3", .lab)
        old.certificate = windows("rdsh-lab-003", "a3", left: .days(64))
        old.build = WindowsBuild(major: 6, minor: 3, build: 9_600)
        old.trouble = (.oldTLS, 0..<probes)
        var kiosk = server("kiosk-07", "10.60.7.7", .lab)
        kiosk.trouble = (.standardOnly, 0..<probes)
        return [ended, fresh, old, kiosk]
    }()

    /// Where a server stands, and what follows from that.
    private enum Site: String {
        case frankfurt = "Frankfurt"
        case newYork = "New York"
        case singapore = "Singapore"
        case lab = "lab"

        /// In microseconds.
        var roundTrip: Int64 {
            switch self {
            case .frankfurt: 11_200
            case .newYork: 84_300
            case .singapore: 206_000
            case .lab: 1_900
            }
        }
        var owner: String { self == .lab ? "team-lab" : "team-vdi" }
        var tags: [String] { self == .lab ? ["lab"] : ["prod", "rds"] }
    }

    private static func server(
        _ name: String, _ address: String, _ site: Site, path: AccessPath = .direct, gateway: String? = nil
    ) -> WatchedServer {
        let full = name + ".corp.example"
        let server = Server(
            name: full, site: site.rawValue, owner: site.owner, tags: site.tags,
            runbook: "https://wiki.corp.example/rds", gateway: gateway, path: path)
        return WatchedServer(
            server: server, address: address, roundTrip: site.roundTrip, certificate: shared(by: full, at: site))
    }

    // MARK: Certificates

    /// What the servers of a site share: a certificate of the farm in Frankfurt, a wildcard elsewhere.
    private static func shared(by name: String, at site: Site) -> CertificateFacts {
        let isFarm = site == .frankfurt
        var facts = SampleFleet.corporateCertificate(
            for: isFarm ? "rds-fra.corp.example" : "*.corp.example", left: isFarm ? .days(88) : .days(61) + .hours(4))
        facts.leaf.dnsNames = isFarm ? ["rds-fra.corp.example", name] : ["*.corp.example"]
        facts.leaf.sha256 = SampleFleet.fingerprint(isFarm ? "fa" : "cc")
        facts.askedName = name
        facts.nameMatch = .alternativeName(isFarm ? name : "*.corp.example")
        return facts
    }

    /// One of its own, from the company's authority.
    private static func own(_ name: String, _ fingerprint: String, left: Span) -> CertificateFacts {
        var facts = SampleFleet.corporateCertificate(for: name + ".corp.example", left: left)
        facts.leaf.sha256 = SampleFleet.fingerprint(fingerprint)
        return facts
    }

    /// One that Windows has made.
    private static func windows(_ name: String, _ fingerprint: String, left: Span) -> CertificateFacts {
        var facts = SampleFleet.windowsCertificate(for: name + ".corp.example", left: left)
        facts.leaf.sha256 = SampleFleet.fingerprint(fingerprint)
        return facts
    }
}
