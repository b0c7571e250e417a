import Drawing
import FleetModel

/// The layers of the path through the gateway, as far as the gateway itself: what lies behind it is seen by no one who
/// does not log on.
struct GatewayLadderSection: DetailSection {
    func lines(_ subject: DetailSubject) -> [Line] {
        guard subject.status.server.path != .direct, let status = subject.gateway, let snapshot = status.snapshot else {
            return []
        }
        let table = LadderTable(subject)
        let bars = Waterfall(snapshot, width: table.barWidth)
        return [table.heading("through \(CleanText.clean(status.gateway.name))", bars)]
            + (Waterfall.climbedAtGateway + [.udp]).flatMap { layer in
                let cell = status.judgement.cells[layer]
                let outcome = snapshot.outcome(of: layer)
                let words =
                    outcome?.failure?.words
                    ?? facts(layer, snapshot).map { $0 + subject.seenEarlier(outcome, snapshot) }
                return table.lines(
                    String(layer.letter), title(layer), cell, outcome?.microseconds, bar: bars.bar(of: layer),
                    words ?? LayerWords.absence(cell, need: nil))
            }
    }

    private func title(_ layer: Layer) -> String {
        switch layer {
        case .gateway: "HTTP"
        case .udp: "DTLS"
        case .dns, .ping, .tcp, .x224, .tls, .certificate, .nla: layer.title
        }
    }

    private func facts(_ layer: Layer, _ snapshot: GatewaySnapshot) -> String? {
        switch layer {
        case .dns: snapshot.dns?.facts.map(LayerWords.addresses)
        case .tcp: snapshot.tcp?.facts?.peer.map { "\($0) open" }
        case .tls: snapshot.tls?.facts?.words
        case .certificate: snapshot.certificate?.facts.map { "issued by \($0.leaf.issuer)" }
        case .gateway: snapshot.transport?.facts?.words
        case .udp: snapshot.dtls?.facts?.words
        case .ping, .x224, .nla: nil
        }
    }
}

extension DetailSubject {
    /// `, seen 3h ago` of what an earlier probe of the gateway saw.
    fileprivate func seenEarlier(_ outcome: LayerOutcome?, _ snapshot: GatewaySnapshot) -> String {
        guard let outcome, outcome.at < snapshot.began else { return "" }
        return ", seen \(age(outcome.at))"
    }
}
