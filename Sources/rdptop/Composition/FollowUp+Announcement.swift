import FleetModel
import ProbeEngine

extension FollowUp {
    /// What is about to be done, for the lines of a trace.
    var announcement: String {
        switch self {
        case .companion: "One more connection, which asks for TLS alone: is NLA required, or only offered?"
        case .udp: "Asking by UDP."
        case .name: "Resolving the name as well, which the fleet file makes needless here, and users type."
        case .lastAddress: "Connecting to the address at which it last answered, without its name."
        case .variant(let variant, let reason?):
            "Asking otherwise, since \(reason.layer.title) failed (\(reason.failure.words)): \(variant.words)."
        case .variant(let variant, nil): "Asking otherwise, since you want to see it: \(variant.words)."
        }
    }
}
