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
        case .variant(let variant, _): "Asking otherwise: \(variant.words)."
        }
    }
}
