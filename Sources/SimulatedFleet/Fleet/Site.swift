/// A site of the demo's fleet.
package enum Site: String, Sendable, Hashable, CaseIterable {
    case frankfurt, newYork, singapore, lab

    /// The name of the site, as a fleet file's `site:` says it.
    package var title: String {
        switch self {
        case .frankfurt: "Frankfurt"
        case .newYork: "New York"
        case .singapore: "Singapore"
        case .lab: "Lab"
        }
    }

    /// Three letters, as in the names of the site's servers.
    package var code: String {
        switch self {
        case .frankfurt: "fra"
        case .newYork: "nyc"
        case .singapore: "sin"
        case .lab: "lab"
        }
    }

    /// Who looks after the site's servers.
    var owner: String {
        switch self {
        case .frankfurt, .newYork, .singapore: "team-vdi"
        case .lab: "team-lab"
        }
    }

    /// The name of the gateway before some of the site's servers; the lab has none.
    package var gateway: String? {
        switch self {
        case .frankfurt, .newYork, .singapore: "rdgw-\(code)-1"
        case .lab: nil
        }
    }

    /// How many of each hundred healthy servers stand there.
    var share: Int {
        switch self {
        case .frankfurt: 45
        case .newYork: 28
        case .singapore: 22
        case .lab: 5
        }
    }

    /// The scenarios that its servers from number 101 on are in; what no site names stands in the lab.
    var misfits: [Scenario.ID] {
        switch self {
        case .frankfurt:
            ["nla-optional", "certificate-20-days", "missing-intermediate", "slow", "healthy-tls-only"]
        case .newYork:
            ["certificate-expired", "certificate-6-days", "tls-alert-40", "no-such-name", "certificate-name-mismatch"]
        case .singapore:
            ["silent-after-connect", "self-signed-expired", "reset-in-handshake", "name-server-fails"]
        case .lab:
            ScenarioTable.all.map(\.id).filter { id in
                ![Site.frankfurt, .newYork, .singapore].contains { $0.misfits.contains(id) }
            }
        }
    }
}
