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
let unlimited = ProbeLimits(established: 100_000, perNeighbourhood: 100_000, newPerSecond: 1_000_000)
