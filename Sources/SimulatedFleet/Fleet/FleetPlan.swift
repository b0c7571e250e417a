import FleetModel

/// Which servers a simulated fleet has and how each behaves at first; depends on nothing but their number.
package struct FleetPlan: Sendable, Hashable {
    /// One server of the plan.
    package struct Entry: Sendable, Hashable {
        /// Such as `rdsh-fra-014.demo.example`.
        package let name: String
        package let site: Site
        package let scenario: Scenario.ID

        package init(name: String, site: Site, scenario: Scenario.ID) {
            self.name = name
            self.site = site
            self.scenario = scenario
        }
    }

    /// Site by site, in the order of the numbers.
    package let entries: [Entry]

    /// A plan of these servers.
    package init(entries: [Entry]) {
        self.entries = entries
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
    }

    /// The domain of all servers.
    package static let domain = "demo.example"
    /// The number of a site's first server that is not healthy.
    package static let firstMisfit = 101

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
        return (others + misfits).sorted { $0.number < $1.number }.map {
            Entry(name: name(site, $0.number), site: site, scenario: $0.scenario)
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
            tags: [site == .lab ? "test" : "prod", "rds", site.code],
            policy: ProbePolicy(
                interval: .seconds(5 + Int64(index % 6)), authorities: authorities,
                expectedNLA: site == .frankfurt ? .required : nil))
    }
}
