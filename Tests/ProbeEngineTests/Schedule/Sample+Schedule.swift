import FleetModel
import Testing

@testable import ProbeEngine

/// A moment of a test: seconds after the schedule's beginning.
func at(_ seconds: Double) -> Instant { Instant(milliseconds: Int64(seconds * 1000)) }

/// `count` servers with addresses, each in a /24 of its own.
func fleet(_ count: Int, interval: Span = .seconds(60)) -> [Server] {
    (0..<count).map { number in
        Server(
            name: "ts\(number).corp.example", address: IPAddress("10.\(number / 256).\(number % 256).1"),
            policy: ProbePolicy(interval: interval))
    }
}

/// What a probe of a server shows: no failure, or one at a layer.
func snapshot(_ server: Server, _ layer: Layer = .tcp, _ failure: LayerFailure? = nil) -> ServerSnapshot {
    var snapshot = ServerSnapshot(server: server.id, began: at(0), ended: at(0))
    switch layer {
    case .dns: snapshot.dns = Observation(facts: nil, failure: failure, microseconds: 1, at: at(0))
    case .tls: snapshot.tls = Observation(facts: nil, failure: failure, microseconds: 1, at: at(0))
    case .x224: snapshot.x224 = Observation(facts: nil, failure: failure, microseconds: 1, at: at(0))
    case .tcp, .ping, .certificate, .nla, .udp, .gateway:
        snapshot.tcp = Observation(facts: nil, failure: failure, microseconds: 1, at: at(0))
    }
    return snapshot
}

/// No limits to speak of.
let unlimited = ProbeLimits(
    pending: 100_000, pendingPerNeighbourhood: 100_000, established: 100_000, establishedPerNeighbourhood: 100_000,
    newPerSecond: 1_000_000, newPerSecondAndNeighbourhood: 1_000_000)

/// What a probe of a server saw that goes all the way to a certificate.
func healthy(_ server: Server, at now: Instant = at(0)) -> ServerSnapshot {
    let negotiation = NegotiationFacts(
        requested: .modern, answer: .selected([.hybrid], flags: 0))
    return ServerSnapshot(
        server: server.id, began: now, ended: now, tcp: Observation(facts: nil, microseconds: 1, at: now),
        x224: Observation(facts: negotiation, microseconds: 1, at: now),
        tls: Observation(facts: nil, microseconds: 1, at: now))
}

extension ProbeSchedule {
    /// The probes of servers that begin now, in order.
    mutating func begin(at now: Instant) -> [Server] {
        next(at: now).compactMap { opening in
            guard case .begin(let assignment) = opening, case .server(let server) = assignment.target,
                assignment.work == .probe
            else { return nil }
            return server
        }
    }

    /// Ends what is under way with a server; what is told of it, or the snapshot itself when nothing is.
    mutating func end(_ snapshot: ServerSnapshot, at now: Instant) -> ServerSnapshot {
        guard let visitor = places[snapshot.server],
            case .server(let counted)? = end(visitor, with: .server(snapshot), at: now, wall: now)
        else { return snapshot }
        return counted
    }
}
