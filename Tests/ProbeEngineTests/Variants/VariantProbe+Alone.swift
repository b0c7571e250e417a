import FleetModel

@testable import ProbeEngine

extension VariantProbe {
    /// One attempt on an event loop of its own.
    func attempt(
        _ variant: HandshakeVariant, on server: Server, after snapshot: ServerSnapshot,
        because reason: FollowUp.Reason?
    ) async -> VariantAttempt {
        await ProbeRunner().run(observe: nil) { dialer in
            await attempt(variant, on: server, after: snapshot, because: reason, with: dialer)
        }
    }
}
