import FleetModel
import RDPWire

extension Scenario {
    /// The answer comes one byte a second, so that every read succeeds and no answer is ever whole in time.
    package static let nlaDrip = Scenario(
        "nla-drip", "Answers CredSSP one byte a second",
        session: .doing(.dripping(TSRequest(errorCode: 0xC000_0418).encoded, every: .seconds(1))))
}
