import FleetModel

extension Case {
    /// Why the RDP-UDP probe failed; nil when it passed or was not made, or TCP fails now.
    var datagramFailure: LayerFailure? {
        guard let failure = failure(at: .udp), failure.letter != nil, isReached(.udp) else { return nil }
        return failure
    }

    /// The same where nothing is expected of UDP, so that it is worth a note and no more.
    var notedDatagramFailure: LayerFailure? {
        server.policy.expectedUDP == true ? nil : datagramFailure
    }
}
