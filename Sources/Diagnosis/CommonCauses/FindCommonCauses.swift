package import FleetModel

/// Says what the failing servers of a fleet share and the healthy ones do not.
///
/// Failing are those that are down, by themselves or behind a gateway; when there is none, those with a warning. Healthy
/// is who can be reached on every path; who can be reached on one of two is said to work, and speaks for neither side.
/// The work grows with the number of servers times that of traits.
///
/// Pure: the same arguments give the same answer, in whatever order the rows stand.
/// - Parameters:
///   - rows: All servers of the fleet.
///   - gateways: What is known of its gateways.
///   - ourSide: How this machine is; while it has trouble, nothing is said of the servers.
///   - now: The moment of asking.
/// - Returns: The statements, the strongest first, and how many failing servers they leave unexplained.
package func commonCauses(
    of rows: [ServerStatus], gateways: [Gateway.ID: GatewayStatus] = [:], ourSide: OurSideState = .fine,
    at now: Instant
) -> CommonCauses {
    guard ourSide == .fine, let population = Population(rows, gateways: gateways, at: now) else { return .none }
    var search = CauseSearch(population)
    let choices = search.choices()
    let wording = CauseWording(population: population, gateways: gateways)
    return CommonCauses(
        causes: choices.map { choice in
            wording.cause(
                of: choice,
                servers: choice.candidate.members.map { place in
                    let row = rows[population.failing[place]]
                    return row.snapshot?.server ?? row.server.id
                })
        },
        state: population.failingState, failing: population.failing.count, healthy: population.healthy,
        unexplained: search.unexplained)
}
