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
    if layer == .gateway {
        return seen.server.gateway == nil && seen.server.path == .direct ? .notApplicable : .unknown
    }
    if seen.server.path == .gateway { return .notApplicable }
    if let need = layer.need, earlier[need].blocks { return .notReached }
    if let snapshot = seen.snapshot, snapshot.usesStandardSecurity, layer.needsTLS { return .notApplicable }
    if layer == .dns, seen.needsNoName { return .notApplicable }
    guard let outcome = seen.snapshot?.outcome(of: layer) else { return .unknown }
    guard let failure = outcome.failure else { return .ok }
    guard let letter = failure.letter else { return .unknown }
    // With the addresses of an earlier answer the probe goes on, and so do users with a cache.
    return layer == .dns && seen.usesStaleAddresses ? .warning(letter) : .failed(letter)
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
    fileprivate var blocks: Bool {
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
