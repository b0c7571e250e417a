package import FleetModel

/// Which servers a simulated fleet has and how each behaves at first; depends on nothing but their number.
package struct FleetPlan: Sendable, Hashable {
    /// One server of the plan.
    package struct Entry: Sendable, Hashable {
        /// Such as `rdsh-fra-014.demo.example`.
        package let name: String
        package let site: Site
        package let scenario: Scenario.ID
        /// The name of the gateway in front of it, if any.
        package let gateway: String?
        /// How users reach it.
        package let path: AccessPath

        package init(
            name: String, site: Site, scenario: Scenario.ID, gateway: String? = nil, path: AccessPath = .direct
        ) {
            self.name = name
            self.site = site
            self.scenario = scenario
            self.gateway = gateway
            self.path = path
        }
    }

    /// One gateway of the plan.
    package struct GatewayEntry: Sendable, Hashable {
        /// Such as `rdgw-fra-1`; its host stands in the domain of the servers.
        package let name: String
        package let scenario: GatewayScenario.ID

        package init(name: String, scenario: GatewayScenario.ID) {
            self.name = name
            self.scenario = scenario
        }

        /// Such as `rdgw-fra-1.demo.example`.
        package var host: String { "\(name).\(FleetPlan.domain)" }
    }

    /// Site by site, in the order of the numbers.
    package let entries: [Entry]
    /// At most ``LoopbackNetwork/gatewayCapacity``.
    package let gateways: [GatewayEntry]

    /// A plan of these servers and gateways.
    package init(entries: [Entry], gateways: [GatewayEntry] = []) {
        self.entries = entries
        self.gateways = gateways
    }

    /// The demo's fleet.
    ///
    /// Every scenario stands in it once, in the servers from number 101 on, if `serverCount` leaves room; all others
    /// are healthy. A server has the same name and scenario whatever the count.
    package init(serverCount: Int) {
        let misfits = Site.allCases.reduce(0) { $0 + $1.misfits.count }
        let healthy = max(0, serverCount - misfits)
        let shares = Site.allCases.map { healthy * $0.share / 100 }
        // What rounding leaves over stands in Frankfurt.
        let rest = healthy - shares.reduce(0, +)
        let all = zip(Site.allCases, shares).flatMap { site, share in
            Self.entries(at: site, healthy: site == .frankfurt ? share + rest : share)
        }
        entries = Array(all.prefix(max(0, serverCount)))
        gateways = Site.allCases.compactMap(\.gateway).map { GatewayEntry(name: $0, scenario: "gateway-healthy") }
    }

    /// The same with a gateway in each scenario, and one server behind each, which stand at the end.
    package func withEveryGatewayScenario() -> FleetPlan {
        let others = GatewayScenarioTable.all.enumerated().map { index, scenario in
            GatewayEntry(name: "rdgw-lab-\(index + 1)", scenario: scenario.id)
        }
        let servers = others.enumerated().map { index, gateway in
            Entry(
                name: Self.name(.lab, Self.firstBehindGateway + index), site: .lab, scenario: "healthy",
                gateway: gateway.name, path: .gateway)
        }
        return FleetPlan(entries: entries + servers, gateways: gateways + others)
    }

    /// The domain of all servers.
    package static let domain = "demo.example"
    /// The number of a site's first server that is not healthy.
    package static let firstMisfit = 101
    /// The number of the first of the lab's servers that are only there for the gateway before them.
    package static let firstBehindGateway = 901

    /// The name of a server by its site and number.
    package static func name(_ site: Site, _ number: Int) -> String {
        let digits = String(number)
        let zeros = String(repeating: "0", count: max(0, 3 - digits.count))
        return "rdsh-\(site.code)-\(zeros)\(digits).\(domain)"
    }

    private static func entries(at site: Site, healthy: Int) -> [Entry] {
        let misfits = site.misfits.enumerated().map { (number: firstMisfit + $0.offset, scenario: $0.element) }
        let reserved = firstMisfit..<firstMisfit + misfits.count
        let numbers = (1...).lazy.filter { !reserved.contains($0) }.prefix(healthy)
        let others = numbers.map { (number: $0, scenario: healthyScenario(number: $0)) }
        return (others + misfits).sorted { $0.number < $1.number }.map { number, scenario in
            let path = reserved.contains(number) ? .direct : path(number: number, at: site)
            return Entry(
                name: name(site, number), site: site, scenario: scenario,
                gateway: path == .direct ? nil : site.gateway, path: path)
        }
    }

    /// How users reach a healthy server: three in ten only through the gateway, one in ten on both paths.
    ///
    /// The first six of a site are always reached directly: the demo's outage is theirs.
    private static func path(number: Int, at site: Site) -> AccessPath {
        guard site.gateway != nil, number > 6 else { return .direct }
        switch number % 10 {
        case 0: return .both
        case 1, 2, 7: return .gateway
        default: return .direct
        }
    }

    /// The variety of healthy servers; a large farm shares one certificate.
    private static func healthyScenario(number: Int) -> Scenario.ID {
        if number >= firstMisfit { return "healthy-wildcard" }
        switch number % 10 {
        case 3, 6, 9: return "healthy-self-signed"
        case 8: return "nla-only"
        default: return "healthy"
        }
    }
}

extension FleetPlan.Entry {
    /// The server as a fleet file would describe it.
    func server(index: Int, port: UInt16, authorities: [String]) -> Server {
        Server(
            name: name, port: port, site: site.title, owner: site.owner,
            tags: [site == .lab ? "test" : "prod", "rds", site.code], gateway: gateway, path: path,
            policy: ProbePolicy(
                interval: .seconds(5 + Int64(index % 6)), authorities: authorities,
                expectedNLA: site == .frankfurt ? .required : nil))
    }
}

extension FleetPlan.GatewayEntry {
    /// The gateway as a fleet file would describe it.
    func gateway(port: UInt16, datagramPort: UInt16, authorities: [String]) -> Gateway {
        Gateway(
            name: name, host: host, port: port, datagramPort: datagramPort,
            policy: ProbePolicy(interval: .seconds(5), authorities: authorities))
    }
}
