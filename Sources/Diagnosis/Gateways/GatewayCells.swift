import FleetModel

/// The cells of a gateway as the probe left them, before the rules mark what passed and is still not as it should be.
///
/// Ping, X.224 and NLA are not of a gateway; U is its DTLS port and G its HTTP transport.
func gatewayCells(of seen: GatewayCase) -> Cells {
    var cells = Cells { _ in .notApplicable }
    for layer in Layer.allCases where layer.isOfGateways {
        if let need = layer.needAtGateway, cells[need].blocks {
            cells[layer] = .notReached
        } else {
            cells[layer] = cell(layer, of: seen)
        }
    }
    return cells
}

private func cell(_ layer: Layer, of seen: GatewayCase) -> Cell {
    if layer == .dns, seen.climb.needsNoName { return .notApplicable }
    if layer == .udp, seen.gateway.datagramPort == nil { return .notApplicable }
    guard let outcome = seen.snapshot?.outcome(of: layer) else { return .unknown }
    guard let failure = outcome.failure else { return .ok }
    guard let letter = failure.letter else { return .unknown }
    if layer == .dns, seen.climb.usesStaleAddresses { return .warning(letter) }
    // Clients fall back to the other transport.
    return layer == .gateway && seen.isRPCOnly ? .warning(letter) : .failed(letter)
}

extension Layer {
    /// Whether a gateway has this layer.
    fileprivate var isOfGateways: Bool {
        switch self {
        case .dns, .tcp, .tls, .certificate, .udp, .gateway: true
        case .ping, .x224, .nla: false
        }
    }

    /// The layer that must have passed at a gateway before this one can be tried; nil when nothing is needed.
    fileprivate var needAtGateway: Layer? {
        switch self {
        case .dns, .ping, .x224, .nla: nil
        case .tcp: .dns
        case .tls, .udp: .tcp
        case .certificate, .gateway: .tls
        }
    }
}
