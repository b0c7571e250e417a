import Diagnosis
import FleetModel
import TestSupport
import Testing

/// What stands below a headline about reaching a server, and must not when it is not so.
@Suite struct ReachingSecondFindingTests {
    @Test("A subnet of our own is named as what may hide a silent server, and only then", arguments: hiddenServers)
    func overlaps(_ sample: LayerSample, _ severity: Severity?) {
        let finding = sample.judgement.findings.first { $0.rule == "path-overlapping-subnet" }
        #expect(finding?.severity == severity)
        if let finding {
            #expect(finding.confidence == .possible)
            #expect(finding.long.contains("10.20.0.0/16"))
            #expect(sample.judgement.headline?.rule.hasPrefix("tcp-") == true)
        }
    }

    private static let hiddenServers: [(LayerSample, Severity?)] = [
        overlap("a bridge of containers", .warning) { _ in },
        overlap("a host that does not answer ARP", .warning) { $0.snapshot.tcp?.failure = .unreachable(.host) },
        overlap("a network of private addresses", .note) {
            $0.snapshot.tcp?.facts?.link = LayerSample.onLink("eth0", .other)
        },
        overlap("a tunnel", nil) { $0.snapshot.tcp?.facts?.link = LayerSample.onLink("wg0", .tunnel) },
        overlap("a network of public addresses", nil) {
            $0.snapshot.tcp?.facts?.attempts[0].peer = SampleFleet.endpoint("192.0.2.7")
            $0.snapshot.tcp?.facts?.link = LocalLink(
                interface: "eth0", kind: .other,
                subnet: Subnet(of: SampleFleet.ipAddress("192.0.2.7"), prefixLength: 24))
        },
        overlap("beyond a router", nil) { $0.snapshot.tcp?.facts?.link?.subnet = nil },
        overlap("a server that answers ping there", nil) { $0.snapshot.ping = LayerSample.healthy.snapshot.ping },
        overlap("a server that answered from there", nil) {
            $0.snapshot.lastReach = LayerSample.reach(ping: false, through: LayerSample.onLink("docker0", .bridge))
        },
        overlap("a server that refuses", nil) { $0.snapshot.tcp?.failure = .refused },
    ]

    private static func overlap(
        _ title: String, _ severity: Severity?, _ change: (inout LayerSample) -> Void
    ) -> (LayerSample, Severity?) {
        let sample = LayerSample.silent(title, "", "") {
            $0.stopAnsweringPing()
            $0.snapshot.tcp?.facts?.link = LayerSample.onLink("docker0", .bridge)
            change(&$0)
        }
        return (sample, severity)
    }

    @Test(
        "A new address is named when the server fails there and answered elsewhere, and only then",
        arguments: movedServers)
    func moves(_ sample: LayerSample, _ isNamed: Bool) {
        let finding = sample.judgement.findings.first { $0.rule == "dns-address-changed" }
        #expect((finding != nil) == isNamed)
        if let finding { #expect(finding.evidence.last == "answered last at 10.20.4.8, 2026-11-23T08:29:40Z") }
    }

    private static let movedServers: [(LayerSample, Bool)] = [
        move("another address", true) { _ in },
        move("the same address", false) { $0.snapshot.lastReach = LayerSample.reach(ping: false) },
        move("never reached", false) { $0.snapshot.lastReach = nil },
        move("an address of the fleet file", false) { $0.snapshot.dns?.facts?.source = .literal },
        move("an old answer", false) { $0.snapshot.dns?.facts?.source = .stale },
        move("a server that passes", false) { $0.snapshot.tcp = LayerSample.healthy.snapshot.tcp },
    ]

    private static func move(
        _ title: String, _ isNamed: Bool, _ change: (inout LayerSample) -> Void
    ) -> (LayerSample, Bool) {
        let sample = LayerSample.silent(title, "", "") {
            $0.snapshot.lastReach = LayerSample.reach(ping: false, at: "10.20.4.8")
            change(&$0)
        }
        return (sample, isNamed)
    }

    @Test(
        "Other addresses of a name are named when they were not asked and the one that was fails above TCP",
        arguments: [
            (["10.20.4.7", "10.20.4.8"], .closed, true), (["10.20.4.7"], .closed, false),
            (["10.20.4.7", "2001:db8::7"], .closed, false), (["10.20.4.7", "10.20.4.8"], nil, false),
        ] as [([String], LayerFailure?, Bool)])
    func farms(_ addresses: [String], _ failure: LayerFailure?, _ isNamed: Bool) {
        var sample = LayerSample.healthy
        sample.snapshot.dns?.facts?.addresses = addresses.map(SampleFleet.ipAddress)
        sample.snapshot.x224?.failure = failure
        #expect(sample.judgement.findings.contains { $0.rule == "dns-several-machines" } == isNamed)
    }

    @Test func `a host that may be off is never said to be for sure, and neither is a filter`() {
        for sample in LayerSample.reaching {
            for finding in sample.judgement.findings {
                switch finding.rule {
                case "tcp-host-down", "tcp-silent": #expect(finding.confidence == .possible, "\(sample)")
                case "tcp-filtered", "path-tunnel-gone": #expect(finding.confidence == .likely, "\(sample)")
                case _: #expect(!finding.short.isEmpty)
                }
            }
        }
    }

    @Test func `the way out is evidence where nothing came back`() {
        let sample = LayerSample.silent("silent", "", "") {
            $0.snapshot.tcp?.facts?.link = LayerSample.onLink("virbr0", .bridge)
        }
        let line = "packets leave this machine through virbr0 (bridge), in our own subnet 10.20.0.0/16"
        #expect(sample.judgement.headline?.evidence.contains(line) == true)
        var healthy = LayerSample.healthy
        healthy.snapshot.tcp?.facts?.link = LayerSample.onLink("virbr0", .bridge)
        #expect(healthy.judgement.findings.flatMap(\.evidence).contains(line) == false)
    }
}
