import FleetModel
import TestSupport

/// A server that cannot be reached, in situations that look alike on TCP, each beside the one that it must not be taken
/// for.
extension LayerSample {
    static let reaching: [LayerSample] = [
        silent("silent while ping answers", "..T:::::-", "tcp-filtered") { _ in },
        silent("silent while only earlier echoes were answered", "..T:::::-", "tcp-silent") {
            $0.snapshot.ping?.facts?.unanswered = 1
        },
        silent("silent while another address answers ping", "..T:::::-", "tcp-silent") {
            $0.snapshot.ping?.facts?.target = SampleFleet.ipAddress("10.20.4.8")
        },
        silent("silent while no echo was ever answered", ".TT:::::-", "tcp-silent") { $0.stopAnsweringPing() },
        silent("silent like its ping, that both answered before", ".TT:::::-", "tcp-host-down") {
            $0.stopAnsweringPing()
            $0.snapshot.lastReach = reach(ping: true)
        },
        silent("silent since just now like its ping", "..T:::::-", "tcp-host-down") {
            $0.snapshot.ping?.facts?.unanswered = 1
            $0.snapshot.lastReach = reach(ping: true)
        },
        silent("silent like its ping, which never answered", ".TT:::::-", "tcp-silent") {
            $0.stopAnsweringPing()
            $0.snapshot.lastReach = reach(ping: false)
        },
        silent("silent like its ping while neighbours answer", ".TT:::::-", "tcp-host-down") {
            $0.stopAnsweringPing()
            $0.snapshot.lastReach = reach(ping: true)
            $0.snapshot.possiblyBlockedHere = true
        },
        silent("silent where a VPN led, and none does", "..T:::::-", "path-tunnel-gone") {
            $0.snapshot.lastReach = reach(ping: true, through: LocalLink(interface: "wg0", kind: .tunnel))
            $0.snapshot.tcp?.facts?.link = LocalLink(interface: "eth0", kind: .other)
        },
        silent("no route where a VPN led", "..U:::::-", "path-tunnel-gone", .unreachable(.network)) {
            $0.snapshot.lastReach = reach(ping: true, through: LocalLink(interface: "wg0", kind: .tunnel))
        },
        silent("silent where a VPN leads", "..T:::::-", "tcp-filtered") {
            $0.snapshot.lastReach = reach(ping: true, through: LocalLink(interface: "ppp0", kind: .tunnel))
            $0.snapshot.tcp?.facts?.link = LocalLink(interface: "ppp1", kind: .tunnel)
        },
        silent("reset where a VPN led", "..R:::::-", "tcp-reset", .reset) {
            $0.snapshot.lastReach = reach(ping: true, through: LocalLink(interface: "wg0", kind: .tunnel))
            $0.snapshot.tcp?.facts?.link = LocalLink(interface: "eth0", kind: .other)
        },
        silent("silent in a network of containers", ".TT:::::-", "tcp-silent") {
            $0.stopAnsweringPing()
            $0.snapshot.tcp?.facts?.link = onLink("docker0", .bridge)
        },
        silent("silent at another address than before", ".TT:::::-", "tcp-silent") {
            $0.stopAnsweringPing()
            $0.snapshot.lastReach = reach(ping: false, at: "10.20.4.8")
        },
        named("given by address, and its name leads nowhere", .ok, "dns-name-not-found", .noSuchName),
        named("given by address, and its name has none", .ok, "dns-name-not-found", .noAddress),
        named("given by address, and its name leads nowhere any more", .warning, "dns-name-lost", .noSuchName) {
            $0.snapshot.lastNamed = SampleFleet.probed - .hours(2)
        },
        named("given by address, and its name led somewhere once", .ok, nil, .resolverError(2)) {
            $0.snapshot.lastNamed = SampleFleet.probed - .hours(2)
        },
        named("given by address, and its name leads there", .ok, nil, nil, ["10.20.4.8", "10.20.4.7"]),
        named("given by address, and no name server answers", .ok, nil, .resolverSilent),
        named("given by address, and a name server fails", .ok, nil, .resolverError(2)),
        named("given by address, and its name leads elsewhere", .ok, "dns-name-elsewhere", nil, ["10.20.4.8"]),
        named("given by the address of another computer", .warning, "dns-name-elsewhere", nil, ["10.20.4.8"]) {
            $0.signs = "-.....!.-"
            $0.snapshot.nla?.facts?.computerName = "TS99"
            $0.snapshot.nla?.facts?.dnsComputerName = "ts99.corp.example"
            $0.snapshot.certificate?.facts?.nameMatch = .alternativeName("*.corp.example")
        },
        named("refused at its address, and its name leads nowhere", .down, "tcp-refused", .noSuchName) {
            $0.signs = "-.R:::::-"
            $0.fail(at: .tcp, SampleFleet.failed(TCPFacts(attempts: []), .refused, 900))
        },
        nameless("whose address still answers", "dns-works-by-address", nil),
        nameless("whose address is silent, too", "dns-no-such-name", .timedOut),
        nameless(
            "as its name server fails, whose address still answers", "dns-works-by-address", nil, .resolverError(2)),
        changed("cut in the middle of the RDP answer", "...C:::.-", .down, "x224-cut-midway") {
            $0.cutTheAnswer(after: [3, 0, 0], .closed)
        },
        changed("reset in the middle of the RDP answer", "...R:::.-", .down, "x224-cut-midway") {
            $0.cutTheAnswer(after: [3, 0, 0], .reset)
        },
        changed("cut before the RDP answer", "...C:::.-", .down, "x224-closed") { $0.cutTheAnswer(after: [], .closed) },
        changed("one machine of a farm", "...C:::.-", .down, "x224-closed") {
            $0.cutTheAnswer(after: [], .closed)
            $0.snapshot.dns?.facts?.addresses = ["10.20.4.7", "10.20.4.8"].map(SampleFleet.ipAddress)
        },
    ]

    /// How the server was reached an hour before.
    static func reach(ping: Bool, at address: String = "10.20.4.7", through link: LocalLink? = nil) -> LastReach {
        LastReach(
            at: SampleFleet.probed - .hours(1), address: SampleFleet.ipAddress(address), link: link, answeredPing: ping)
    }

    /// The way into a subnet of ours around the server.
    static func onLink(_ interface: String, _ kind: LocalLink.Kind, _ length: Int = 16) -> LocalLink {
        LocalLink(
            interface: interface, kind: kind,
            subnet: Subnet(of: SampleFleet.ipAddress("10.20.4.7"), prefixLength: length))
    }

    /// A server whose port fails, by default in silence, while its ping answers.
    static func silent(
        _ title: String, _ signs: String, _ rule: String, _ failure: LayerFailure = .timedOut,
        _ change: (inout LayerSample) -> Void
    ) -> LayerSample {
        var sample = path(.direct, nil, signs, .down, rule, failing: 4)
        sample.title = title
        sample.server.gateway = nil
        sample.snapshot.tcp?.failure = failure
        sample.snapshot.tcp?.facts?.attempts[0].failure = failure
        change(&sample)
        return sample
    }

    /// A server whose address the fleet file gives, and what its name led to.
    private static func named(
        _ title: String, _ state: ServerState, _ rule: String?, _ failure: LayerFailure?, _ addresses: [String] = [],
        _ change: (inout LayerSample) -> Void = { _ in }
    ) -> LayerSample {
        changed(title, "-.......-", state, rule) {
            $0.server = Server(name: $0.server.name, address: SampleFleet.ipAddress("10.20.4.7"))
            $0.snapshot.dns?.facts?.source = .literal
            let facts = DNSFacts(
                name: $0.server.name, addresses: addresses.map(SampleFleet.ipAddress), source: .query)
            $0.snapshot.nameCheck = Observation(
                facts: facts, failure: failure, microseconds: 900, at: SampleFleet.probed)
            change(&$0)
        }
    }

    /// A server whose name leads nowhere any more, and what a connection to its old address came to.
    private static func nameless(
        _ title: String, _ rule: String, _ failure: LayerFailure?, _ dns: LayerFailure = .noSuchName
    ) -> LayerSample {
        changed("without a name, \(title)", dns == .noSuchName ? "N:::::::-" : "S:::::::-", .down, rule) {
            $0.fail(at: .tcp, SampleFleet.failed(nil, .timedOut, 1))
            $0.snapshot.tcp = nil
            $0.snapshot.dns = SampleFleet.failed(nil, dns, 900)
            $0.snapshot.lastReach = reach(ping: true)
            let attempt = TCPFacts.Attempt(
                peer: SampleFleet.endpoint("10.20.4.7"), failure: failure, microseconds: 1_200)
            $0.snapshot.lastAddressCheck = Observation(
                facts: TCPFacts(attempts: [attempt]), failure: failure, microseconds: 1_200, at: SampleFleet.probed)
        }
    }

    mutating func stopAnsweringPing() {
        snapshot.ping?.failure = .timedOut
        snapshot.ping?.facts?.received = 0
        snapshot.ping?.facts?.unanswered = 20
    }

    fileprivate mutating func cutTheAnswer(after bytes: [UInt8], _ failure: LayerFailure) {
        let answer: NegotiationFacts.Answer = bytes.isEmpty ? .nothing : .malformed
        snapshot.x224 = SampleFleet.failed(
            NegotiationFacts(requested: .modern, answer: answer, firstBytes: bytes), failure, 5_000)
        snapshot.tls = nil
        snapshot.certificate = nil
        snapshot.consecutiveFailures = 2
    }
}
