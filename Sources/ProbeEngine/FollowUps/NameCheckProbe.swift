import FleetModel
import NIOCore

/// Tells whether a server works by its name as it does by its address.
///
/// Users type names. Where the fleet file gives an address the probe needs no name, and where a name leads nowhere it has
/// no address: here the other half is looked at.
struct NameCheckProbe: Sendable {
    private let approach: Approach

    /// - Parameters:
    ///   - resolver: Finds the addresses of names.
    ///   - now: The wall clock.
    init(resolver: any NameResolving, now: @escaping @Sendable () -> Instant) {
        approach = Approach(resolver: resolver, now: now)
    }

    /// What the name leads to; nil when the asking ended for a reason of ours.
    ///
    /// Takes at most ``Approach/resolutionLimit``; an answer that is still good is not asked for again.
    func resolve(_ name: String, _ trace: ProbeTrace) async -> Observation<DNSFacts>? {
        let observation = await approach.resolve(name, knownAs: nil, trace)
        if case .ourFault = observation.failure { return nil }
        return observation
    }

    /// Whether a port accepts a connection, which is closed in order without a byte.
    ///
    /// - Parameters:
    ///   - peer: The port.
    ///   - server: Whose it is, for the time that its policy allows.
    ///   - dialer: Connects; the caller runs on its event loop.
    /// - Returns: One attempt.
    func connect(
        to peer: SocketEndpoint, of server: Server, with dialer: Dialer
    ) async -> Observation<TCPFacts> {
        let deadline = NIODeadline.now() + .milliseconds(server.policy.timeout.milliseconds)
        let (observation, connection) = await approach.dial([peer], by: deadline, with: dialer)
        await connection?.within(deadline) { await connection?.close() }
        return observation
    }
}
