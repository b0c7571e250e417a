internal import FleetModel

/// Whom a schedule probes: a server or a gateway.
enum ProbeTarget: Sendable {
    case server(Server)
    case gateway(Gateway)

    /// What tells it from all others.
    var identity: String {
        switch self {
        case .server(let server): server.id.text
        // A space is in no server's name.
        case .gateway(let gateway): "gateway \(gateway.id)"
        }
    }

    /// How often and how long it is probed.
    var policy: ProbePolicy {
        switch self {
        case .server(let server): server.policy
        case .gateway(let gateway): gateway.policy
        }
    }

    /// The address that the fleet file gives; nil when a name has to be looked up.
    var literalAddress: IPAddress? {
        switch self {
        case .server(let server): server.address ?? IPAddress(server.resolvedName)
        case .gateway(let gateway): gateway.address ?? IPAddress(gateway.host)
        }
    }
}

/// What a probe of a target showed; in one place, because it goes from the probe to the schedule and on to whoever is told.
indirect enum TargetSnapshot: Sendable, Hashable {
    case server(ServerSnapshot)
    case gateway(GatewaySnapshot)

    /// What was seen of a server; nil for a gateway.
    var server: ServerSnapshot? {
        guard case .server(let snapshot) = self else { return nil }
        return snapshot
    }

    /// What was seen of a gateway; nil for a server.
    var gateway: GatewaySnapshot? {
        guard case .gateway(let snapshot) = self else { return nil }
        return snapshot
    }

    /// Its connections.
    var tcp: Observation<TCPFacts>? {
        switch self {
        case .server(let snapshot): snapshot.tcp
        case .gateway(let snapshot): snapshot.tcp
        }
    }

    /// Its names.
    var dns: Observation<DNSFacts>? {
        switch self {
        case .server(let snapshot): snapshot.dns
        case .gateway(let snapshot): snapshot.dns
        }
    }

    /// The first layer that failed.
    var firstFailure: (layer: Layer, failure: LayerFailure)? {
        switch self {
        case .server(let snapshot): snapshot.firstFailure
        case .gateway(let snapshot): snapshot.firstFailure
        }
    }

    /// How many probes in a row have failed, this one included.
    var consecutiveFailures: Int {
        switch self {
        case .server(let snapshot): snapshot.consecutiveFailures
        case .gateway(let snapshot): snapshot.consecutiveFailures
        }
    }

    /// How many probes have been made.
    var probes: Int {
        switch self {
        case .server(let snapshot): snapshot.probes
        case .gateway(let snapshot): snapshot.probes
        }
    }

    /// What is remembered of the probes since the program was started.
    var sinceStart: SinceStart {
        get {
            switch self {
            case .server(let snapshot): snapshot.sinceStart
            case .gateway(let snapshot): snapshot.sinceStart
            }
        }
        set {
            switch self {
            case .server(var snapshot):
                snapshot.sinceStart = newValue
                self = .server(snapshot)
            case .gateway(var snapshot):
                snapshot.sinceStart = newValue
                self = .gateway(snapshot)
            }
        }
    }

    /// How long the target asks to be left alone, at most an hour; nil when it does not.
    var retryAfter: Span? {
        switch self {
        case .server: nil
        case .gateway(let snapshot):
            snapshot.transport?.facts?.retryAfter.map { min(max($0, .zero), FailurePace.longestRetryAfter) }
        }
    }

    /// The address that was tried last, else the first that the name has; nil when none is known.
    var lastAddress: IPAddress? {
        tcp?.facts?.attempts.last?.peer.address ?? dns?.facts?.addresses.first
    }

    /// This probe, counted, with what only the one before knows; of another kind of target it knows nothing.
    func following(_ earlier: TargetSnapshot?) -> TargetSnapshot {
        switch (self, earlier) {
        case (.server(let snapshot), .server(let earlier)?): .server(snapshot.following(earlier))
        case (.gateway(let snapshot), .gateway(let earlier)?): .gateway(snapshot.following(earlier))
        case (.server(let snapshot), nil), (.server(let snapshot), .gateway?): .server(snapshot.following(nil))
        case (.gateway(let snapshot), nil), (.gateway(let snapshot), .server?): .gateway(snapshot.following(nil))
        }
    }
}
