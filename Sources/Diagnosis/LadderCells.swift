import FleetModel

/// The cells as the probe left them, before the rules mark what passed and is still not as it should be.
func ladderCells(of seen: Case) -> Cells {
    var cells = Cells.unknown
    for layer in Layer.allCases {
        cells[layer] = ladderCell(layer, of: seen, cells)
    }
    return cells
}

/// One cell; `earlier` holds those of the layers before it.
private func ladderCell(_ layer: Layer, of seen: Case, _ earlier: Cells) -> Cell {
    if layer == .gateway { return gatewayCell(of: seen) }
    if seen.server.path == .gateway { return .notApplicable }
    if let need = layer.need, earlier[need].blocks { return .notReached }
    if let snapshot = seen.snapshot, snapshot.usesStandardSecurity, layer.needsTLS { return .notApplicable }
    if layer == .dns, seen.needsNoName { return .notApplicable }
    if layer == .nla, seen.choosesWithoutNLA { return seen.expectsNLA ? .unknown : .notApplicable }
    if layer == .ping, seen.failure(at: .ping) == .ourFault(.notPermitted) { return .notApplicable }
    guard let outcome = seen.snapshot?.outcome(of: layer) else { return .unknown }
    guard let failure = outcome.failure else { return .ok }
    guard let letter = failure.letter else { return .unknown }
    // With the addresses of an earlier answer the probe goes on, and so do users with a cache.
    return layer == .dns && seen.usesStaleAddresses ? .warning(letter) : .failed(letter)
}

/// The gateway's cell: what the gateway is judged to be, with the letter of the first of its cells that has one.
private func gatewayCell(of seen: Case) -> Cell {
    guard seen.server.gateway != nil || seen.usesGateway else { return .notApplicable }
    guard let judgement = seen.gateway?.judgement else { return .unknown }
    switch seen.gatewayState {
    case .ok: return .ok
    case .unknown: return .unknown
    case .warning: return .warning(judgement.cells.firstLetter)
    case .down, .unconfirmed: return .failed(judgement.cells.firstFailedLetter ?? .serverError)
    }
}

extension Cells {
    /// The letter of the first failed cell of a layer that users need.
    fileprivate var firstFailedLetter: ReasonLetter? {
        Layer.allCases.first { self[$0].isFailed && !$0.isBesideTheConnection }.flatMap { self[$0].letter }
    }

    /// The letter of the first cell that has one, the layers beside the connection left out.
    fileprivate var firstLetter: ReasonLetter? {
        Layer.allCases.first { self[$0].letter != nil && !$0.isBesideTheConnection }.flatMap { self[$0].letter }
    }
}

extension Case {
    /// Whether the fleet file says that NLA is there, so that its absence is worth a mark.
    fileprivate var expectsNLA: Bool {
        guard let expected = server.policy.expectedNLA else { return false }
        return expected != .absent && negotiation?.requested.contains(.hybrid) ?? false
    }
}

extension Layer {
    /// Whether the layer exists only on top of TLS.
    fileprivate var needsTLS: Bool {
        switch self {
        case .tls, .certificate, .nla: true
        case .dns, .ping, .tcp, .x224, .udp, .gateway: false
        }
    }
}

extension Cell {
    /// Whether the layer has failed.
    var isFailed: Bool {
        switch self {
        case .failed: true
        case .ok, .warning, .notReached, .notApplicable, .unknown: false
        }
    }

    /// Whether the layer has passed with something to complain about.
    var isWarning: Bool {
        switch self {
        case .warning: true
        case .ok, .failed, .notReached, .notApplicable, .unknown: false
        }
    }

    /// Whether layers that need this one cannot be reached.
    var blocks: Bool {
        switch self {
        case .failed, .notReached: true
        case .ok, .warning, .notApplicable, .unknown: false
        }
    }

    /// The cell after a rule has put its mark on it: never milder than before, and only where there was something to see.
    func marked(_ mark: Cell?) -> Cell {
        guard let mark else { return self }
        switch self {
        case .ok, .unknown: return mark
        case .warning: return mark.isFailed ? mark : self
        case .failed, .notReached, .notApplicable: return self
        }
    }
}
