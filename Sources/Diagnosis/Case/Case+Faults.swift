import FleetModel

extension Case {
    /// The first fault of this machine, with the layer where it stopped the probe.
    ///
    /// Echoes and datagrams are sent beside the connection: when this machine cannot send them, the rest is known.
    var ourFault: (layer: Layer, fault: OurFault)? {
        for layer in Layer.allCases where !layer.isBesideTheConnection {
            if case .ourFault(let fault) = failure(at: layer) { return (layer, fault) }
        }
        return nil
    }

    /// The first failure of a blocking layer that no rule expects there.
    var unfamiliarFailure: (layer: Layer, failure: LayerFailure)? {
        for layer in blockingLayers {
            if let failure = failure(at: layer), failure.letter != nil, !failure.homes.contains(layer) {
                return usesStaleAddresses && layer == .dns ? nil : (layer, failure)
            }
        }
        return nil
    }
}

extension LayerFailure {
    /// The layers at which a rule of its own knows this failure.
    fileprivate var homes: [Layer] {
        switch self {
        case .noSuchName, .noAddress, .resolverError, .resolverSilent: [.dns]
        case .timedOut, .reset, .closed: [.tcp, .x224, .tls]
        case .refused, .unreachable, .blocked: [.tcp]
        case .negotiationRefused: [.x224]
        case .notRDP: [.x224, .tls]
        case .malformed: [.dns, .x224, .tls]
        case .tlsAlert, .disconnectInsteadOfTLS, .tlsTooOld, .handshakeFailed: [.tls]
        case .ourFault, .certificate, .securityError, .notAGateway, .serverError, .accessDenied: []
        }
    }
}

extension Layer {
    /// Whether the layer is tried beside the connection that users need, so that its failure alone stops nobody.
    var isBesideTheConnection: Bool {
        switch self {
        case .ping, .udp: true
        case .dns, .tcp, .x224, .tls, .certificate, .nla, .gateway: false
        }
    }
}

extension OurFault {
    /// What to do about it on this machine.
    var remedy: Remedy {
        switch self {
        case .notPermitted:
            Remedy(
                .check, at: .here,
                "Check the local firewall and what this user may do on the machine that runs rdptop")
        case .outOfResources:
            Remedy(
                .fix, at: .here, "Raise the limit of open files, or probe fewer servers at a time",
                run: "ulimit -n 65536", in: .sh)
        case .addressFamilyUnavailable:
            Remedy(
                .fix, at: .here, "Give this machine an address of that family, or the server one of the other")
        case .invalidAddress:
            Remedy(
                .fix, at: .here,
                "Give the server an address that routers carry; a link-local one (fe80::) is not enough")
        case .other:
            Remedy(.check, at: .here, "See which error it is", run: "rdptop trace {target}", in: .sh)
        case .cancelled: Remedy(.check, at: .here, "Probe again")
        case .heldBack:
            Remedy(.check, at: .here, "Probe again, or allow more connections at a time with --max-probes")
        }
    }
}
