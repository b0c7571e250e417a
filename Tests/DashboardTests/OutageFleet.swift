import Drawing
import FleetModel
import TestSupport

@testable import Dashboard

/// A fleet at several sites in an outage: a gateway is down, a site has trouble of its own, some servers refuse, and some
/// have nothing in common.
enum OutageFleet {
    /// Everything is known of these.
    static let samples: [ServerSample] =
        (101...117).map {
            at("fra", SampleFleet.behind("rdgw-fra-1", "rdsh-fra-\($0).corp.example"), owner: "team-vdi")
        }
        + SampleFleet.dozen.map { at(site(of: $0), $0, owner: nil) }
        + (1...4).map {
            at(
                "ber", .tcpRefused("rdsh-ber-00\($0).corp.example", "10.70.0.\($0)"), owner: "team-ber",
                tags: ["prod", "rds"])
        }
        + (5...8).map { at("ber", .healthy("rdsh-ber-00\($0).corp.example", "10.70.0.\($0)"), owner: "team-ber") }

    /// One is down, one has a certificate that ends soon, one works and one has not been probed.
    static let gateways: [GatewayStatus] = {
        var warning = SampleFleet.workingGateway("rdgw-nyc-1")
        warning.judgement.state = .warning
        warning.judgement.cells[.certificate] = .warning(.expired)
        warning.judgement.certificateLeft = .days(12)
        warning.judgement.findings = [
            Finding(
                rule: "gateway-certificate-ends", layer: .certificate, severity: .warning, confidence: .certain,
                short: "cert ends in 12d", medium: "certificate ends in 12d", long: "The certificate ends in 12 days.")
        ]
        warning.since = SampleFleet.probed - .hours(3)
        return [
            SampleFleet.refusedGateway("rdgw-fra-1"), warning, SampleFleet.workingGateway("rdgw-sin-1"),
            GatewayStatus(gateway: Gateway(name: "rdgw-lab-1", host: "rdgw-lab-1.corp.example")),
        ]
    }()

    /// What the servers of the site nyc share, and what those behind the gateway do.
    static let causes: [SharedCause] = [
        SharedCause(
            trait: .gateway, value: "rdgw-fra-1", failing: 17, failingTotal: 29, healthy: 0, healthyTotal: 8,
            confidence: .likely, statement: "17 of 29 down sit behind rdgw-fra-1; 0 of 8 healthy do",
            short: "17 of 29 down sit behind rdgw-fra-1", servers: samples.prefix(17).map(\.server.id)),
        SharedCause(
            trait: .site, value: "nyc", failing: 3, failingTotal: 29, healthy: 0, healthyTotal: 8,
            confidence: .possible, statement: "3 of 29 down are at site nyc; 0 of 8 healthy are",
            short: "3 of 29 down are at site nyc",
            servers: samples.filter { $0.server.site == "nyc" && $0.state == .down }.map(\.server.id)),
        SharedCause(
            trait: .verdict, value: "TCP 3389 refused", failing: 5, failingTotal: 29, healthy: 0, healthyTotal: 8,
            confidence: .likely, statement: "5 of 29 down refuse TCP 3389; 0 of 8 healthy do",
            servers: samples.filter { $0.rule == "tcp-refused" }.map(\.server.id)),
    ]

    /// The dashboard over it, in a view.
    static func screen(in view: ViewID, _ keys: String..., size: (Int, Int) = (120, 40)) throws -> Screen {
        var screen = Screen(samples, Size(width: size.0, height: size.1), gateways: gateways, causes: causes)
        screen.state.show(view)
        for key in keys { try screen.press(key) }
        return screen
    }

    private static func at(
        _ site: String, _ sample: ServerSample, owner: String?, tags: [String] = ["prod"]
    ) -> ServerSample {
        var sample = sample
        sample.server.site = site
        sample.server.owner = owner
        sample.server.tags = tags
        if site == "nyc" { sample.server.gateway = "rdgw-nyc-1" }
        return sample
    }

    /// `rdsh-nyc-003` stands at nyc; what is named otherwise at the head office.
    private static func site(of sample: ServerSample) -> String {
        let parts = sample.server.name.split(separator: "-")
        return parts.count == 3 ? String(parts[1]) : "head office"
    }
}

extension Screen {
    /// The lines of the view in front in few words: the short name of a server, indented below a heading; `rdgw-fra-1:` for
    /// a gateway; `+17 behind rdgw-fra-1` for a heading that is folded, `-17 behind rdgw-fra-1` for one that is not.
    var lines: [String] {
        state.items.map { item in
            switch item {
            case .server(let index):
                (state.board.isBelowHeading(index) ? "  " : "") + state.rows.displayName(index)
            case .gateway(let id): id + ":"
            case .group(let id):
                state.board.groups[id].map { "\($0.isOpen ? "-" : "+")\($0.members.count) \(id.name)" } ?? "?"
            case .site(let id): "\(id.name) \(state.board.groups[id]?.members.count ?? 0)"
            case .certificate(let fingerprint): "certificate \(fingerprint)"
            case .event(let number, _, _): "event \(number)"
            case .eventFold(let number): "events from \(number)"
            }
        }
    }

    /// The line under the cursor in the same words.
    var selectedLine: String? {
        state.selectedItem.flatMap { state.items.firstIndex(of: $0) }.map { lines[$0] }
    }
}
