import FleetModel
import RDPWire

extension Scenario {
    /// The confirm comes one byte a second, so that every read succeeds and no answer is ever whole in time.
    package static let drip = Scenario(
        "drip", "Sends its confirm one byte a second",
        answer: .doing(
            .dripping(
                ConnectionConfirm(
                    negotiation: .response(NegotiationResponse(selectedProtocol: .hybridEx))
                ).encoded, every: .seconds(1))))
}
