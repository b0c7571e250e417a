import FleetModel
import TestSupport

@testable import Dashboard

/// Servers that show all sorts of certificates, some of them the same one.
enum SampleCertificates {
    /// The samples, in the order of the fleet file.
    static let fleet: [ServerSample] =
        (1...4).map { number in
            sample("rdsh-fra-00\(number).corp.example", wildcard(for: "rdsh-fra-00\(number).corp.example"))
        } + [
            sample("ts07", mismatched, problems: [.nameMismatch]),
            sample("rdsh-nyc-003.corp.example", corporate("rdsh-nyc-003.corp.example", "01", left: .days(-2))),
            sample("rdsh-nyc-004.corp.example", corporate("rdsh-nyc-004.corp.example", "02", left: .hours(-5))),
            sample("rdsh-lab-106.corp.example", early),
            sample("rdsh-lab-002.corp.example", windows("rdsh-lab-002", "04", left: .days(121))),
            sample("rdsh-lab-003.corp.example", windows("rdsh-lab-003", "05", left: .days(2))),
            sample(
                "rdsh-lab-108.corp.example", corporate("rdsh-lab-108.corp.example", "06", left: .days(45)),
                problems: [.weakKey, .weakSignature]),
            sample("rdsh-lab-107.corp.example", trust(.unknownAuthority("CN=Other CA"), "07"), problems: [.untrusted]),
            sample("rdsh-lab-109.corp.example", trust(.missingIntermediate("CN=CA 2"), "08")),
            sample("rdsh-lab-110.corp.example", nameless),
            .tcpRefused("rdsh-fra-099.corp.example", "10.20.4.99"),
            hostile,
        ]

    /// A gateway that shows the farm's certificate too.
    static let gateway: GatewayStatus = {
        var status = SampleFleet.workingGateway()
        status.snapshot?.certificate?.facts = wildcard(for: "rdgw-fra-1.corp.example")
        return status
    }()

    private static func sample(
        _ name: String, _ facts: CertificateFacts, problems: [CertificateProblem] = []
    ) -> ServerSample {
        var sample = ServerSample.healthy(name, "10.0.0.1")
        var facts = facts
        facts.problems = problems
        sample.snapshot?.certificate?.facts = facts
        sample.server.gateway = name.hasPrefix("rdsh-fra") ? "rdgw-fra-1" : nil
        return sample
    }

    private static func corporate(_ name: String, _ fingerprint: String, left: Span) -> CertificateFacts {
        var facts = SampleFleet.corporateCertificate(for: name, left: left)
        facts.leaf.sha256 = SampleFleet.fingerprint(fingerprint)
        return facts
    }

    private static func wildcard(for name: String) -> CertificateFacts {
        var facts = corporate("*.corp.example", "aa", left: .days(6) + .hours(2))
        facts.askedName = name
        return facts
    }

    private static var mismatched: CertificateFacts {
        var facts = wildcard(for: "ts07")
        facts.nameMatch = .none
        return facts
    }

    private static var early: CertificateFacts {
        var facts = corporate("rdsh-lab-106.corp.example", "03", left: .days(367))
        facts.leaf.notBefore = SampleFleet.now + .days(2)
        return facts
    }

    private static func windows(_ name: String, _ fingerprint: String, left: Span) -> CertificateFacts {
        var facts = SampleFleet.windowsCertificate(for: name, left: left)
        facts.leaf.sha256 = SampleFleet.fingerprint(fingerprint)
        return facts
    }

    private static func trust(_ path: TrustPath, _ fingerprint: String) -> CertificateFacts {
        var facts = corporate("rdsh-lab-1\(fingerprint).corp.example", fingerprint, left: .days(80))
        facts.trust = path
        return facts
    }

    private static var nameless: CertificateFacts {
        var facts = corporate("", "09", left: .zero)
        facts.leaf.commonName = nil
        facts.leaf.dnsNames = []
        facts.leaf.subject = ""
        facts.leaf.notAfter = nil
        return facts
    }

    private static var hostile: ServerSample {
        var sample = ServerSample.hostileCertificate("rdsh-evil-001.corp.example", "10.66.6.1")
        sample.snapshot?.certificate?.facts?.leaf.sha256 = SampleFleet.fingerprint("ee")
        return sample
    }
}
