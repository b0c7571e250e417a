import Diagnosis
import FleetModel
import TestSupport
import Testing

/// A fleet and what is to be said of it, the first statement first.
struct CauseCase: Sendable, CustomTestStringConvertible {
    let title: String
    let statements: [String]
    let fleet: FleetSketch

    init(_ title: String, _ statements: String..., build: (inout FleetSketch) -> Void) {
        self.title = title
        self.statements = statements
        var fleet = FleetSketch()
        build(&fleet)
        self.fleet = fleet
    }

    var testDescription: String { title }

    var causes: CommonCauses {
        commonCauses(of: fleet.rows, gateways: fleet.gateways, at: SampleFleet.now)
    }
}

private let now = SampleFleet.now

private let cases: [CauseCase] = [
    // MARK: Nothing to say
    CauseCase("an empty fleet") { _ in },
    CauseCase("all healthy") { $0.add(50) },
    CauseCase("one server fails") { fleet in
        fleet.add(50)
        fleet.add(1, .down, failing: .tcp, site: "Ulm", tags: ["kiosk"], network: "10.9.9")
    },
    CauseCase("two servers fail, which is too few to tell") { fleet in
        fleet.add(50)
        fleet.add(2, .down, failing: .tcp, site: "Ulm")
    },
    CauseCase("what all servers have separates nobody") { fleet in
        fleet.add(60, tags: ["rds"])
        fleet.add(2, .down, failing: .tcp, "no answer", tags: ["rds"])
        fleet.add(2, .down, failing: .tls, "TLS cut", tags: ["rds"])
        fleet.add(2, .down, failing: .x224, "closed", tags: ["rds"])
    },
    CauseCase("a tiny fleet, half of which fails") { fleet in
        fleet.add(3, site: "Bonn", network: "10.1.1")
        fleet.add(1, .down, failing: .tcp, "a", site: "Ulm", network: "10.9.9")
        fleet.add(1, .down, failing: .tls, "b", site: "Ulm", network: "10.9.9")
        fleet.add(1, .down, failing: .x224, "c", site: "Ulm", network: "10.9.9")
    },
    CauseCase("random failures with verdicts of their own") { fleet in
        for number in 0..<400 {
            let isDown = fleet.random(below: 20) == 0
            let verdict = "verdict \(fleet.random(below: 9))"
            fleet.add(
                1, isDown ? .down : .ok, failing: .tcp, verdict, site: "site \(fleet.random(below: 8))",
                tags: ["t\(fleet.random(below: 5))"], owner: "team \(fleet.random(below: 4))",
                network: "10.3.\(number / 40)")
        }
    },
    CauseCase("not known is not failing") { $0.add(20, .unknown, site: "Ulm") },

    // MARK: One cause
    CauseCase("a gateway", "17 of 21 down sit behind rdgw-fra-1; 0 of 371 healthy do") { fleet in
        fleet.add(gateway: "rdgw-fra-1", .down)
        fleet.add(371)
        fleet.add(17, .down, failing: .gateway, gateway: "RDGW-fra-1", path: .gateway)
        fleet.add(2, .down, failing: .tcp, "refused")
        fleet.add(2, .down, failing: .tls, "cut")
    },
    CauseCase(
        "the only gateway of a site: the gateway, not the site",
        "20 of 20 down sit behind rdgw-fra-1; 0 of 80 healthy do"
    ) { fleet in
        fleet.add(gateway: "rdgw-fra-1", .down)
        fleet.add(80, site: "Ulm", tags: ["ulm"])
        fleet.add(
            20, .down, failing: .gateway, site: "Frankfurt", tags: ["fra"], owner: "fra", gateway: "rdgw-fra-1",
            path: .gateway)
    },
    CauseCase(
        "a gateway that takes everything with it", "40 of 40 down sit behind rdgw-1; none is healthy"
    ) { fleet in
        fleet.add(gateway: "rdgw-1", .down)
        fleet.add(40, .down, failing: .gateway, gateway: "rdgw-1", path: .gateway)
    },
    CauseCase(
        "those with another path work, and are counted among the working",
        "6 of 8 down sit behind rdgw-1; 2 of 77 working do, on another path"
    ) { fleet in
        fleet.add(gateway: "rdgw-1", .down)
        fleet.add(49)
        fleet.add(26, .warning, failing: .nla, "NLA not required")
        fleet.add(6, .down, failing: .gateway, gateway: "rdgw-1", path: .gateway)
        fleet.add(2, .warning, failing: .gateway, "one of two paths fails", gateway: "rdgw-1", path: .both) {
            $0.judgement.cells[.gateway] = .failed(.refused)
        }
        fleet.add(2, .down, failing: .tcp, "refused")
    },
    CauseCase("a network", "6 of 6 down are in 10.20.4.0/24; 0 of 60 healthy are") { fleet in
        fleet.add(30, site: "Ulm")
        fleet.add(30, site: "Bonn")
        fleet.add(3, .down, failing: .tcp, site: "Ulm", network: "10.20.4")
        fleet.add(3, .down, failing: .tcp, site: "Bonn", network: "10.20.4")
    },
    CauseCase("a site with many networks", "9 of 9 down are at the site Ulm; 1 of 91 healthy are") { fleet in
        fleet.add(90, site: "Bonn")
        fleet.add(1, site: "Ulm")
        fleet.add(9, .down, failing: .tcp, "no answer", site: "Ulm")
    },
    CauseCase("a network and its site are one statement", "8 of 8 down are in 10.9.9.0/24; 0 of 80 healthy are") {
        $0.add(80, site: "Bonn")
        $0.add(8, .down, failing: .tcp, site: "Ulm", tags: ["ulm"], owner: "ulm", network: "10.9.9")
    },
    CauseCase("a tag", "5 of 5 down have the tag kiosk; 0 of 90 healthy do") { fleet in
        fleet.add(90, tags: ["prod"])
        fleet.add(5, .down, failing: .x224, tags: ["kiosk", "prod"])
    },
    CauseCase("an owner", "5 of 5 down belong to team-vdi; 0 of 90 healthy do") { fleet in
        fleet.add(90, owner: "team-rds")
        fleet.add(5, .down, failing: .x224, owner: "team-vdi")
    },
    CauseCase("an error of the name server", "7 of 8 down get SERVFAIL from DNS; 0 of 60 healthy do") { fleet in
        fleet.add(60)
        fleet.add(7, .down, failing: .dns, "SERVFAIL") { $0.snapshot?.dns?.failure = .resolverError(2) }
        fleet.add(1, .down, failing: .tcp, "refused")
    },
    CauseCase("one address for many names", "6 of 6 down resolve to 10.66.6.6; 0 of 60 healthy do") { fleet in
        fleet.add(60)
        fleet.add(6, .down, failing: .x224, "not RDP: HTTP") { status in
            status.snapshot = SampleFleet.failedSnapshot(
                of: status.server, at: "10.66.6.6", layer: .x224, .notRDP(.http))
        }
    },
    CauseCase(
        "certificates that end together",
        "12 of 12 down have certificates that end on 2026-11-21; 0 of 80 healthy do"
    ) { fleet in
        fleet.add(80)
        fleet.add(12, .down, failing: .certificate, "expired", network: "10.9.9") { status in
            status.snapshot?.certificate?.facts?.leaf.notAfter = now - .days(2)
        }
    },
    CauseCase("an authority", "6 of 6 down have certificates of CN=Old CA; 0 of 80 healthy do") { fleet in
        fleet.add(80)
        fleet.add(6, .down, failing: .certificate, "not valid") { status in
            status.snapshot?.certificate?.facts?.leaf.issuer = "CN=Old CA"
            let day = Int64(status.server.name.utf8.reduce(0) { $0 + Int($1) } % 97)
            status.snapshot?.certificate?.facts?.leaf.notBefore = now - .days(day * 2)
            status.snapshot?.certificate?.facts?.leaf.notAfter = now + .days(day * 3)
        }
    },
    CauseCase("a build", "6 of 6 down run Windows 10.0.17763; 2 of 80 healthy do") { fleet in
        let old = WindowsBuild(major: 10, minor: 0, build: 17_763)
        fleet.add(78) { $0.snapshot?.nla = challenge(WindowsBuild(major: 10, minor: 0, build: 20_348)) }
        fleet.add(2) { $0.snapshot?.nla = challenge(old) }
        fleet.add(6, .down, failing: .tls, "TLS cut") { $0.snapshot?.nla = challenge(old) }
    },
    CauseCase("an old TLS", "5 of 5 with a warning speak TLS 1.0; 0 of 80 healthy do") { fleet in
        fleet.add(80)
        fleet.add(5, .warning, failing: .tls, "only TLS 1.0") { $0.snapshot?.tls?.facts?.version = 0x0301 }
    },
    CauseCase("an address family", "6 of 6 down were tried over IPv6; 0 of 80 healthy were") { fleet in
        fleet.add(80)
        fleet.add(6, .down, failing: .tcp, "no answer") { status in
            let last = status.server.name.utf8.reduce(0) { $0 + Int($1) } % 4_000
            let place = SampleFleet.ipAddress("2001:db8:\(last):\(status.server.name.utf8.count)::9")
            status.snapshot?.tcp?.facts?.attempts = [
                .init(peer: SocketEndpoint(address: place, port: 3389), failure: .timedOut, microseconds: 3_000_000)
            ]
            status.snapshot?.dns?.facts?.addresses = [place]
        }
    },
    CauseCase(
        "servers that fell together",
        "6 of 9 down since 2026-11-22 09:30:00Z, within 11 s: TCP 3389 refused"
    ) { fleet in
        fleet.add(60)
        fleet.add(1, .down, failing: .dns, "no such name", since: now - .days(9))
        fleet.add(1, .down, failing: .tls, "TLS cut", since: now - .days(5))
        fleet.add(1, .down, failing: .x224, "closed")
        var second: Int64 = 0
        fleet.add(6, .down, failing: .tcp, "TCP 3389 refused", since: now) { status in
            status.since = now - .days(1) + .milliseconds(second * 2_100)
            second += 1
        }
    },
    CauseCase("the same verdict", "4 of 7 down: TCP 3389 refused") { fleet in
        fleet.add(60)
        fleet.add(4, .down, failing: .tcp, "TCP 3389 refused")
        fleet.add(1, .down, failing: .tcp, "no answer")
        fleet.add(1, .down, failing: .tls, "TLS cut")
        fleet.add(1, .down, failing: .dns, "no such name")
    },
    CauseCase("everything is down, alike", "10000 of 10000 down: it fails") { $0.add(10_000, .down, failing: .tcp) },

    // MARK: Several
    CauseCase(
        "two independent causes",
        "12 of 22 down sit behind rdgw-fra-1; 0 of 80 healthy do",
        "8 of 22 down are in 10.9.9.0/24; 0 of 80 healthy are"
    ) { fleet in
        fleet.add(gateway: "rdgw-fra-1", .down)
        fleet.add(80)
        fleet.add(12, .down, failing: .gateway, site: "Ulm", gateway: "rdgw-fra-1", path: .gateway)
        fleet.add(8, .down, failing: .tcp, "no answer", site: "Ulm", network: "10.9.9")
        fleet.add(1, .down, failing: .tls, "TLS cut")
        fleet.add(1, .down, failing: .dns, "no such name")
    },
    CauseCase(
        "two causes that are found by comparing",
        "9 of 15 down are in 10.9.9.0/24; 0 of 100 healthy are",
        "6 of 15 down have certificates that end on 2026-11-21; 0 of 100 healthy do"
    ) { fleet in
        fleet.add(100)
        fleet.add(9, .down, failing: .tcp, "no answer", network: "10.9.9")
        fleet.add(6, .down, failing: .certificate, "expired") { status in
            status.snapshot?.certificate?.facts?.leaf.notAfter = now - .days(2)
        }
    },
    CauseCase(
        "two gateways", "9 of 14 down sit behind rdgw-b; 0 of 50 healthy do",
        "5 of 14 down sit behind rdgw-a; 0 of 50 healthy do"
    ) { fleet in
        fleet.add(gateway: "rdgw-a", .down)
        fleet.add(gateway: "rdgw-b", .down)
        fleet.add(50)
        fleet.add(5, .down, failing: .gateway, gateway: "rdgw-a", path: .gateway)
        fleet.add(9, .down, failing: .gateway, gateway: "rdgw-b", path: .gateway)
    },

    // MARK: Traps
    CauseCase(
        "one failing site in a network that works elsewhere", "8 of 8 down are at the site Ulm; 0 of 90 healthy are"
    ) {
        $0.add(90, site: "Bonn", network: "10.9.9")
        $0.add(8, .down, failing: .tcp, site: "Ulm", network: "10.9.9")
    },
    CauseCase(
        "a certificate that is told of a server whose port is silent is not why",
        "7 of 7 down have the tag kiosk; 0 of 80 healthy do"
    ) { fleet in
        fleet.add(80)
        fleet.add(7, .down, failing: .tcp, "no answer", tags: ["kiosk"]) { status in
            let server = status.server
            status.snapshot?.certificate = SampleFleet.healthySnapshot(of: server, at: "10.1.1.1").certificate
            status.snapshot?.certificate?.facts?.leaf.notAfter = now + .days(3)
        }
    },
    CauseCase(
        "most of the fleet has a warning, and is compared all the same",
        "6 of 6 down are in 10.9.9.0/24; 0 of 70 working are"
    ) {
        $0.add(70, .warning, failing: .nla, "NLA not required")
        $0.add(6, .down, failing: .tcp, network: "10.9.9")
    },
    CauseCase("none is down: the warnings", "6 of 6 with a warning have the tag old; 0 of 70 healthy do") { fleet in
        fleet.add(70)
        fleet.add(6, .warning, failing: .nla, "NLA not required", tags: ["old"])
    },
]

@Suite struct CommonCausesTests {
    @Test(arguments: cases)
    func `Every fleet has its statements, the strongest first`(_ example: CauseCase) {
        #expect(example.causes.causes.map(\.statement) == example.statements)
    }

    @Test(arguments: cases)
    func `The order of the servers and a second look change nothing`(_ example: CauseCase) {
        var shuffled = example.fleet
        shuffled.shuffle()
        let first = example.causes
        let second = commonCauses(of: shuffled.rows, gateways: shuffled.gateways, at: now)
        #expect(first == example.causes)
        #expect(first.causes.map(\.long) == second.causes.map(\.long))
        #expect(first.causes.map { Set($0.servers) } == second.causes.map { Set($0.servers) })
        #expect(first.unexplained == second.unexplained)
    }

    @Test(arguments: cases)
    func `Counts are true, and texts bounded`(_ example: CauseCase) {
        let result = example.causes
        for cause in result.causes {
            #expect(cause.servers.count == cause.failing && Set(cause.servers).count == cause.failing)
            #expect(cause.failing <= cause.failingTotal && cause.failingTotal == result.failing)
            // Those that work on one of two paths count as well, and the numbers are those of the sentence.
            #expect(cause.healthy <= cause.healthyTotal && cause.healthyTotal >= result.healthy)
            if let said = cause.statement.firstMatch(of: /; (\d+) of (\d+) (?:healthy|working)/) {
                #expect(Int(said.output.1) == cause.healthy && Int(said.output.2) == cause.healthyTotal)
            }
            #expect(cause.confidence != .certain)
            #expect(cause.statement.count <= 78 && cause.long.count <= 400)
            #expect(cause.statement.hasPrefix(cause.short))
        }
        #expect((result.nothingInCommon != nil) == (result.causes.isEmpty && result.failing >= 3))
    }

    @Test func `What separates well and can be the cause is likely, the rest possible`() throws {
        let confidences = Dictionary(
            cases.map { ($0.title, $0.causes.causes.first?.confidence) }, uniquingKeysWith: { first, _ in first })
        for title in [
            "a gateway", "a network", "an error of the name server", "certificates that end together", "an old TLS",
        ] {
            #expect(confidences[title] == .likely, "\(title)")
        }
        for title in [
            "a build", "a tag", "an owner", "servers that fell together", "the same verdict",
            "everything is down, alike",
        ] {
            #expect(confidences[title] == .possible, "\(title)")
        }
    }

    @Test func `Names that do not exist may have as many reasons`() {
        var fleet = FleetSketch()
        fleet.add(60)
        fleet.add(6, .down, failing: .dns, "no such name") { $0.snapshot?.dns?.failure = .noSuchName }
        let causes = commonCauses(of: fleet.rows, at: now).causes
        #expect(causes.map(\.statement) == ["6 of 6 down: no such name"])
        #expect(causes.map(\.confidence) == [.possible])
    }

    @Test func `Whoever has it and does not fail yet is counted`() throws {
        var fleet = FleetSketch()
        fleet.add(300)
        fleet.add(12, .down, failing: .tcp, network: "10.9.9")
        fleet.add(1, network: "10.9.9")
        fleet.add(1, .warning, failing: .nla, network: "10.9.9")
        fleet.add(2, .unknown) { $0.server.address = SampleFleet.ipAddress("10.9.9.240") }
        let cause = try #require(commonCauses(of: fleet.rows, at: now).causes.first)
        #expect(cause.trait == .network && cause.healthy == 2)
        #expect(cause.blastRadius == "4 more servers share this: 1 ok, 1 with a warning, 2 not known")
        #expect(cause.long.contains("counted as working"))
    }

    @Test func `While our own side has trouble nothing is said of the servers`() {
        var fleet = FleetSketch()
        fleet.add(60)
        fleet.add(6, .down, failing: .tcp, network: "10.9.9")
        for state in [OurSideState.linkDown, .resolverDown, .overloaded(lag: .seconds(2))] {
            #expect(commonCauses(of: fleet.rows, ourSide: state, at: now) == .none)
        }
    }

    @Test func `The numbers stand without the path on which others work, too`() throws {
        let paths = try #require(cases.first { $0.title.hasPrefix("those with another path work") })
        let cause = try #require(paths.causes.causes.first)
        #expect(cause.statement == cause.compared + ", on another path")
        #expect(cause.compared == cause.short + "; 2 of 77 working do")
    }

    @Test func `That nothing is shared is said with numbers`() {
        var fleet = FleetSketch()
        fleet.add(60)
        for layer in [Layer.tcp, .tls, .dns, .x224, .certificate] { fleet.add(1, .down, failing: layer, layer.title) }
        let result = commonCauses(of: fleet.rows, at: now)
        #expect(result.nothingInCommon == "5 down, nothing in common that the healthy do not have")
        #expect(result.unexplained == 5)
        fleet.rows.removeFirst(60)
        let alone = commonCauses(of: fleet.rows, at: now)
        #expect(alone.nothingInCommon == "5 down, and no healthy server to compare them with")
    }

    @Test(
        "Of two rules that say the same of as many servers, the first by name is told first",
        arguments: ["b", "c", "d", "e", "f", "g", "h", "i"])
    func equals(_ rule: String) {
        var fleet = FleetSketch()
        for rule in [rule, "a"] {
            fleet.add(4, .down, failing: .tcp, rule) { $0.judgement.findings[0].short = "cut" }
        }
        let causes = commonCauses(of: fleet.rows, at: now).causes
        #expect(causes.map(\.statement) == ["4 of 8 down: cut", "4 of 8 down: cut"])
        #expect(causes.first.map(\.servers) == fleet.rows.suffix(4).map(\.server.id))
    }

    @Test func `A hostile value is cleaned and cut, and the numbers stay`() throws {
        var fleet = FleetSketch()
        fleet.add(600)
        let site = "Ulm\u{1B}[2J\u{202E}; 0 of 0" + String(repeating: "x", count: 5_000)
        fleet.add(60, .down, failing: .tcp, site: site)
        let cause = try #require(commonCauses(of: fleet.rows, at: now).causes.first)
        #expect(cause.statement.hasPrefix("60 of 60 down are at the site Ulm\u{FFFD}[2J\u{FFFD}; 0 of 0"))
        #expect(cause.statement.hasSuffix("~; 0 of 600 healthy are"))
        #expect(cause.statement.count == 78)
        #expect(cause.long.unicodeScalars.allSatisfy(CleanText.isSafe))
    }

    @Test func `Random failures are seldom given a cause that they have not`() {
        // Of many fleets in which nothing but chance decides, the test lets through far fewer than one in twenty.
        var told = 0
        for seed in 0..<60 {
            var fleet = FleetSketch()
            for _ in 0..<seed { _ = fleet.random(below: 2) }
            for number in 0..<150 {
                let isDown = fleet.random(below: 10) == 0
                fleet.add(
                    1, isDown ? .down : .ok, failing: .tcp, "verdict \(fleet.random(below: 9))",
                    site: "site \(fleet.random(below: 6))", tags: ["t\(fleet.random(below: 5))"],
                    network: "10.3.\(number / 15)")
            }
            if !commonCauses(of: fleet.rows, at: now).causes.isEmpty { told += 1 }
        }
        #expect(told <= 2)
    }
}

/// The answer to CredSSP of a Windows of this build.
private func challenge(_ build: WindowsBuild) -> Observation<NLAFacts> {
    SampleFleet.seen(NLAFacts(answer: .challenge, build: build), 20_000)
}
