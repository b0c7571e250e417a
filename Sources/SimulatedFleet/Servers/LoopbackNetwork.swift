package import FleetModel

/// A network 127.N.0.0/16, in which each server has an address of its own.
package struct LoopbackNetwork: Sendable, Hashable {
    /// The N.
    package let base: UInt8

    package init(base: UInt8) {
        self.base = base
    }

    /// The networks that a fleet tries, so that the low ones stay free for other tools.
    package static let candidates = (64...79).map { LoopbackNetwork(base: $0) }

    /// The most servers that one network holds.
    package static let capacity = 250 * 250

    /// The address of the server with this index, from 127.N.1.1 on; the index wraps at the capacity.
    package func address(ofServer index: Int) -> IPAddress {
        let place = index % Self.capacity
        return IPAddress(octets: 127, base, UInt8(1 + place / 250), UInt8(1 + place % 250))
    }

    /// The most gateways that one network holds.
    package static let gatewayCapacity = 100

    /// The address of the gateway with this index, from 127.N.0.100 on; the index wraps at the capacity.
    package func address(ofGateway index: Int) -> IPAddress {
        IPAddress(octets: 127, base, 0, UInt8(100 + index % Self.gatewayCapacity))
    }

    /// The address of the name server: 127.N.0.53.
    package var nameServer: IPAddress { IPAddress(octets: 127, base, 0, 53) }
}
