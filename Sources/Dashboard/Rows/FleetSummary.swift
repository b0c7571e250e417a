import FleetModel

/// What the second line of the header counts, kept up to date as rows change.
struct FleetSummary: Sendable, Equatable {
    /// Certificates by the days that they have left.
    struct Certificates: Sendable, Equatable {
        /// All that were seen.
        var seen = 0
        /// No longer valid.
        var expired = 0
        /// Valid for less than 14 days.
        var underFourteenDays = 0
        /// Valid for less than 30 days, those of less than 14 included.
        var underThirtyDays = 0

        fileprivate mutating func add(_ left: Span?, _ amount: Int) {
            guard let left else { return }
            seen += amount
            if left < .zero {
                expired += amount
                return
            }
            if left < .days(14) { underFourteenDays += amount }
            if left < .days(30) { underThirtyDays += amount }
        }
    }

    /// As each server showed them last.
    private(set) var certificates = Certificates()
    private var down: [String: Int] = [:]
    /// The sites with servers that users cannot reach, the most first, then by name.
    private(set) var sites: [(name: String, down: Int)] = []

    /// Counts a row in with 1, or out again with -1; `sortSites` has to follow.
    mutating func add(_ status: ServerStatus, _ amount: Int) {
        certificates.add(status.lastCertificateLeft, amount)
        guard status.judgement.state == .down, let site = status.server.site else { return }
        let count = down[site, default: 0] + amount
        down[site] = count == 0 ? nil : count
    }

    /// Puts the sites in order, once after all changes of a batch.
    mutating func sortSites() {
        sites = down.map { (name: $0.key, down: $0.value) }.sorted { ($1.down, $0.name) < ($0.down, $1.name) }
    }

    static func == (left: FleetSummary, right: FleetSummary) -> Bool {
        left.certificates == right.certificates && left.down == right.down
    }
}

/// How many gateways are known to let users in.
struct GatewayCounts: Sendable, Equatable {
    /// Those that do.
    var up = 0
    /// Those of which something is known.
    var known = 0
    /// All.
    var total = 0

    /// Counts some gateways.
    init(_ gateways: some Sequence<GatewayStatus> = []) {
        for gateway in gateways {
            total += 1
            switch gateway.judgement.state {
            case .ok, .warning: (up, known) = (up + 1, known + 1)
            case .down: known += 1
            case .unconfirmed, .unknown: break
            }
        }
    }
}
