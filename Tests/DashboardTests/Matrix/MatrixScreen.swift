import Drawing
import FleetModel
import TestSupport
import Testing

@testable import Dashboard

/// A screen that is recorded at every size, and shown in docs/screens.md.
struct MatrixScreen: Sendable, CustomTestStringConvertible {
    /// The beginning of its golden files' names.
    let name: String
    /// Its heading in the documentation.
    let title: String
    /// What it is for, and how to get there; a paragraph of the documentation.
    let about: String
    /// Of the terminal, in the documentation.
    var shownAt = [Size(width: 80, height: 24)]
    /// What the fleet is.
    var servers = Self.outage
    /// Gets there.
    let reach: @Sendable (inout Screen) throws -> Void

    init(
        _ name: String, _ title: String, _ about: String, shownAt: [Size] = [Size(width: 80, height: 24)],
        servers: [ServerSample] = Self.outage, reach: @escaping @Sendable (inout Screen) throws -> Void
    ) {
        self.name = name
        self.title = title
        self.about = about
        self.shownAt = shownAt
        self.servers = servers
        self.reach = reach
    }

    var testDescription: String { name }

    /// The screen at a size.
    func screen(_ size: Size, _ glyphs: Glyphs) throws -> Screen {
        var screen = Screen(
            servers, size, glyphs: glyphs,
            gateways: [SampleFleet.refusedGateway(), SampleFleet.workingGateway("rdgw-nyc-1")],
            causes: servers.count > 20 ? [Self.cause] : [], explainer: .sample)
        try reach(&screen)
        return screen
    }

    /// Every kind of failure, one server of which everything is known, and an outage of seventeen behind one gateway.
    static let outage =
        SampleFleet.dozen + [SampleFleet.whole]
        + (1...17).map { SampleFleet.behind("rdgw-fra-1", "rdsh-fra-\(100 + $0).corp.example") }

    private static let cause = SharedCause(
        trait: .gateway, value: "rdgw-fra-1", failing: 17, failingTotal: 25, healthy: 0, healthyTotal: 6,
        confidence: .likely, statement: "17 of 25 down sit behind rdgw-fra-1; 0 of 6 healthy do",
        short: "17 of 25 down sit behind rdgw-fra-1",
        servers: (1...17).map { Server.ID(name: "rdsh-fra-\(100 + $0).corp.example", port: 3389) })
}
