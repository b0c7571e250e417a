internal import FleetModel

/// What a probe means for when the next one is due; not what it means for the target's state.
enum ProbeVerdict: Sendable, Hashable {
    case passed
    case failed(SharedCauses.Cause)
    /// Something on this machine; nothing is known of the target.
    case ourFault

    /// Judged by the first layer that failed.
    init(_ snapshot: TargetSnapshot) {
        guard let (layer, failure) = snapshot.firstFailure else {
            self = .passed
            return
        }
        if case .ourFault = failure {
            self = .ourFault
        } else {
            self = .failed(SharedCauses.Cause(layer: layer, failure: failure))
        }
    }
}
