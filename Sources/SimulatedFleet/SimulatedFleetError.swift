package import FleetModel

/// Why a simulated fleet cannot do what was asked of it.
package enum SimulatedFleetError: Error, Hashable {
    /// No listener could be opened there, for this reason.
    case cannotListen(SocketEndpoint, String)
    /// Each network that was tried is taken; the last reason.
    case noFreeNetwork(String)
    /// The fleet has no such server.
    case noSuchServer(Server.ID)
    /// The fleet has no such gateway.
    case noSuchGateway(Gateway.ID)
    /// There is no such scenario.
    case noSuchScenario(Scenario.ID)
}

extension SimulatedFleetError: CustomStringConvertible {
    /// The error in plain words.
    package var description: String {
        switch self {
        case .cannotListen(let endpoint, let reason):
            "the simulated fleet cannot listen on \(endpoint): \(reason)"
        case .noFreeNetwork(let reason):
            "the simulated fleet found no free loopback network; the last one failed so: \(reason)"
        case .noSuchServer(let id):
            "the simulated fleet has no server \(id)"
        case .noSuchGateway(let id):
            "the simulated fleet has no gateway \(id)"
        case .noSuchScenario(let id):
            "there is no scenario \(id)"
        }
    }
}
