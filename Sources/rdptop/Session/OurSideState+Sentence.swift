import FleetModel

extension OurSideState {
    /// One calm line for the screen; nil when this machine is fine.
    var sentence: String? {
        switch self {
        case .fine: nil
        case .linkDown: "our own link seems down: what fails now is unknown, not down"
        case .resolverDown: "no name server answers us: names without an address are unknown"
        case .overloaded(let lag) where lag > .zero:
            "this machine cannot keep up (\(lag.milliseconds) ms late): probing slower"
        case .overloaded: "this machine is short of files, ports or memory: probing slower"
        }
    }
}
