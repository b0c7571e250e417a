import FleetModel

/// When each layer began and ended, to scale: the layers of one connection follow each other.
struct Waterfall: Sendable {
    /// The cells of the whole.
    let width: Int
    /// What all of them took together, in microseconds.
    private(set) var total: Int64 = 0
    private var spans: [Layer: Range<Int64>] = [:]

    /// What a client waits for, one after the other.
    static let climbed: [Layer] = [.dns, .tcp, .x224, .tls, .certificate, .nla]
    /// The same at a gateway.
    static let climbedAtGateway: [Layer] = [.dns, .tcp, .tls, .certificate, .gateway]

    /// The layers of a probe on a bar of so many cells; what was seen by an earlier probe has no place in it.
    init(_ snapshot: ServerSnapshot?, width: Int) {
        self.init(Self.climbed, since: snapshot?.began, width: width) { snapshot?.outcome(of: $0) }
    }

    /// The layers of a gateway's probe.
    init(_ snapshot: GatewaySnapshot, width: Int) {
        self.init(Self.climbedAtGateway, since: snapshot.began, width: width) { snapshot.outcome(of: $0) }
    }

    private init(_ layers: [Layer], since began: Instant?, width: Int, outcome: (Layer) -> LayerOutcome?) {
        self.width = max(0, width)
        for layer in layers {
            guard let began, let outcome = outcome(layer), outcome.at >= began else { continue }
            let (end, overflows) = total.addingReportingOverflow(max(0, outcome.microseconds))
            guard !overflows else { continue }
            spans[layer] = total..<end
            total = end
        }
    }

    /// Where the bar of a layer begins and how long it is, in cells; at least one for a layer that was tried.
    func bar(of layer: Layer) -> (before: Int, filled: Int) {
        guard let span = spans[layer], width > 0, total > 0 else { return (0, 0) }
        let scale = Double(width) / Double(total)
        let start = min(width - 1, Int(Double(span.lowerBound) * scale))
        let end = min(width, max(start + 1, Int((Double(span.upperBound) * scale).rounded())))
        return (start, end - start)
    }
}
