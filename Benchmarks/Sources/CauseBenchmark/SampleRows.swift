import FleetModel

/// What goes wrong in a fleet that is measured.
enum Trouble: String, CaseIterable {
    case nothing = "all healthy"
    case gateway = "one gateway down"
    case random = "random failures"
    case everything = "everything down"
}

/// A fleet with as many facts of each server as a real one: names, networks, sites, tags, certificates, builds.
struct SampleRows {
    let rows: [ServerStatus]
    let gateways: [Gateway.ID: GatewayStatus]

    static let now = Instant(seconds: 1_795_426_200)

    init(count: Int, _ trouble: Trouble) {
        let names = (0..<max(1, count / 100)).map { "rdgw-\($0)" }
        gateways = Dictionary(
            uniqueKeysWithValues: names.enumerated().map { place, name in
                let isDown = trouble == .gateway && place == 0
                let judgement = Judgement(state: isDown ? .down : .ok, cells: .unknown)
                return (name, GatewayStatus(gateway: Gateway(name: name, host: name), judgement: judgement))
            })
        rows = (0..<count).map { Self.row($0, names, trouble) }
    }

    private static func row(_ number: Int, _ gateways: [String], _ trouble: Trouble) -> ServerStatus {
        let isBehind = number % 3 == 0
        let gateway = gateways[number / 3 % gateways.count]
        let server = Server(
            name: "rdsh-\(number).corp.example", site: "Site \(number / 250)", owner: "team-\(number % 7)",
            tags: ["prod", "rds", "ring-\(number % 4)"], gateway: isBehind ? gateway : nil,
            path: isBehind ? .gateway : .direct)
        let isDown =
            switch trouble {
            case .nothing: false
            case .gateway: isBehind && gateway == gateways[0]
            // Scattered by a multiplicative hash, one in twenty.
            case .random: UInt32(truncatingIfNeeded: number) &* 2_654_435_761 % 20 == 0
            case .everything: true
            }
        var status = ServerStatus(
            server: server, snapshot: isBehind ? nil : snapshot(of: server, number, fails: isDown),
            judgement: Judgement(state: isDown ? .down : .ok, cells: .unknown),
            since: now - .seconds(Int64(number % 3_600)), previous: .ok)
        if isDown { status.judgement.findings = [finding(isBehind)] }
        if isDown, isBehind { status.judgement.behind = gateway }
        return status
    }

    private static func finding(_ isBehind: Bool) -> Finding {
        Finding(
            rule: isBehind ? "behind-gateway" : "tcp-refused", layer: isBehind ? .gateway : .tcp, severity: .down,
            confidence: .certain, short: "TCP 3389 refused", medium: "TCP 3389 refused at once",
            long: "Nothing listens on port 3389.", evidence: ["TCP 10.0.0.1:3389: refused (RST) after 2.1 ms"])
    }

    private static func snapshot(of server: Server, _ number: Int, fails: Bool) -> ServerSnapshot {
        var snapshot = ServerSnapshot(server: server.id, began: now, ended: now)
        let bytes = [10, UInt8(number / 65_536 % 256), UInt8(number / 256 % 256), UInt8(number % 256)]
        guard let address = IPAddress(bytes: bytes) else { return snapshot }
        let answer = DNSAnswer(responseCode: 0, addresses: [address], ttl: 300, microseconds: 900)
        snapshot.dns = seen(DNSFacts(name: server.name, addresses: [address], source: .query, ipv4: answer))
        let peer = SocketEndpoint(address: address, port: 3389)
        snapshot.tcp = Observation(
            facts: TCPFacts(attempts: [.init(peer: peer, failure: fails ? .refused : nil, microseconds: 2_100)]),
            failure: fails ? .refused : nil, microseconds: 2_100, at: now)
        let build = WindowsBuild(major: 10, minor: 0, build: number % 5 == 0 ? 17_763 : 20_348)
        snapshot.nla = seen(NLAFacts(answer: .challenge, build: build))
        if fails { return snapshot }
        snapshot.tls = seen(TLSFacts(version: number % 9 == 0 ? 0x0303 : 0x0304))
        let first = now - .days(Int64(number % 300))
        let leaf = CertificateDescription(
            subject: "CN=\(server.name)", commonName: server.name, issuer: "CN=Corp Issuing CA \(number % 3)",
            notBefore: first, notAfter: first + .days(365), dnsNames: [server.name], key: "RSA 2048", sha256: "9f31")
        snapshot.certificate = seen(
            CertificateFacts(
                leaf: leaf, askedName: server.name, nameMatch: .alternativeName(server.name), trust: .trusted([])))
        return snapshot
    }

    private static func seen<Facts>(_ facts: Facts) -> Observation<Facts> {
        Observation(facts: facts, microseconds: 900, at: now)
    }
}
