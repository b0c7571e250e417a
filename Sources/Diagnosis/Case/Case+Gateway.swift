import FleetModel

extension Case {
    /// Whether users can come through a gateway.
    var usesGateway: Bool { server.path != .direct }

    /// The name of the gateway, as the fleet file spells it.
    var gatewayName: String { gateway?.gateway.name ?? server.gateway ?? "a gateway" }

    /// What the gateway is judged to be; unknown before its first probe.
    var gatewayState: ServerState {
        guard let gateway, gateway.snapshot != nil else { return .unknown }
        return gateway.judgement.state
    }

    /// Whether nobody gets through the gateway, as far as its last probe tells.
    var gatewayFails: Bool { gatewayState == .down || gatewayState == .unconfirmed }

    /// What is wrong with the gateway, in the words of its own headline.
    var gatewayTrouble: String { gateway?.judgement.headline?.medium ?? "no reason known" }

    /// The gateway's headline with what was seen of it.
    var gatewayEvidence: [String] {
        guard let headline = gateway?.judgement.headline else { return [] }
        return ["gateway \(gatewayName): \(headline.medium)"] + headline.evidence
    }

    /// What users see because of the gateway: what its own headline says.
    var gatewaySymptoms: [Symptom] { gateway?.judgement.headline?.symptoms ?? [] }

    /// What to do at the gateway, after a line that says so; what its own headline advises.
    func gatewayRemedies(_ first: Remedy) -> [Remedy] {
        [first] + (gateway?.judgement.headline?.remedies.prefix(5) ?? [])
    }

    /// Whether users who connect directly cannot: a layer that they need failed, or the certificate's dates forbid it.
    var directFails: Bool {
        guard server.path != .gateway, snapshot != nil else { return false }
        let cells = ladderCells(of: self)
        if blockingLayers.contains(where: { cells[$0].isFailed }) { return true }
        return expiredSince != nil || isNotYetValid
    }
}

/// The layers without which nobody connects.
let blockingLayers: [Layer] = [.dns, .tcp, .x224, .tls]
