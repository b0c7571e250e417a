import FleetModel
import TestSupport

/// A fleet in a few words: groups of servers that are alike.
struct FleetSketch {
    var rows: [ServerStatus] = []
    var gateways: [Gateway.ID: GatewayStatus] = [:]
    private var generator = SplitMix64(seed: 7)

    /// Adds `count` servers. Each has an address of its own in `network`, and a build and certificate as in a healthy one.
    mutating func add(
        _ count: Int, _ state: ServerState = .ok, failing layer: Layer? = nil, _ verdict: String = "it fails",
        site: String? = nil, tags: [String] = [], owner: String? = nil, network: String? = nil,
        gateway: String? = nil, path: AccessPath = .direct, since: Instant? = nil,
        change: (inout ServerStatus) -> Void = { _ in }
    ) {
        for _ in 0..<count {
            let number = rows.count
            let server = Server(
                name: "ts\(number).corp.example", site: site, owner: owner, tags: tags, gateway: gateway, path: path)
            let address = network.map { "\($0).\(number % 250 + 1)" } ?? "10.\(number / 200).\(number % 200).9"
            var status = ServerStatus(server: server, judgement: Judgement(state: state, cells: .unknown))
            if path != .gateway, state != .unknown {
                var snapshot = SampleFleet.healthySnapshot(of: server, at: address)
                // Every server was renewed on a day of its own, unless a test says otherwise.
                let start = SampleFleet.now - .days(Int64(number % 300))
                snapshot.certificate?.facts?.leaf.notBefore = start
                snapshot.certificate?.facts?.leaf.notAfter = start + .days(365)
                snapshot.certificate?.facts?.leaf.issuer = "CN=Corp CA \(number % 3)"
                if state == .down, let layer {
                    snapshot = SampleFleet.failedSnapshot(of: server, at: address, layer: layer, .timedOut)
                }
                status.snapshot = snapshot
            }
            if state == .down || state == .warning {
                status.judgement.findings = [
                    Finding(
                        rule: verdict, layer: layer ?? .tcp, severity: state == .down ? .down : .warning,
                        confidence: .certain, short: verdict, medium: verdict, long: verdict)
                ]
                status.since = since
                status.previous = since == nil ? nil : .ok
            }
            if path == .gateway, state == .down { status.judgement.behind = gateway }
            change(&status)
            rows.append(status)
        }
    }

    /// Adds a gateway.
    mutating func add(gateway: String, _ state: ServerState) {
        var status =
            state == .down ? SampleFleet.refusedGateway(gateway) : SampleFleet.workingGateway(gateway)
        status.judgement.state = state
        gateways[gateway.lowercased()] = status
    }

    /// Puts the rows into another order, the same for the same seed.
    mutating func shuffle() { rows.shuffle(using: &generator) }

    /// The same generator for random failures.
    mutating func random(below bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }
}
