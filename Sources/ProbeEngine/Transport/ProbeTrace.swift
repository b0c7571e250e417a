import FleetModel

/// Tells an observer what a probe does, as it does it; costs nothing when nobody observes.
///
/// Lives on the probe's event loop, as everything of a probe does.
final class ProbeTrace {
    /// How many bytes of a message a step shows.
    static let byteLimit = 64

    /// The layer that the next steps belong to.
    var layer = Layer.dns

    private let observe: (@Sendable (ProbeStep) -> Void)?
    private let stopwatch = Stopwatch()

    init(_ observe: (@Sendable (ProbeStep) -> Void)?) {
        self.observe = observe
    }

    /// Tells of an event of the present layer; the event is not even made when nobody observes.
    func tell(_ event: @autoclosure () -> ProbeStep.Event) {
        guard let observe else { return }
        observe(ProbeStep(layer: layer, microseconds: stopwatch.microseconds, event: event()))
    }
}

extension ProbeStep.Event {
    /// Bytes that go out.
    static func sent(_ bytes: some Collection<UInt8>) -> ProbeStep.Event {
        .sent(Array(bytes.prefix(ProbeTrace.byteLimit)), total: bytes.count)
    }

    /// Bytes that came in.
    static func received(_ bytes: some Collection<UInt8>) -> ProbeStep.Event {
        .received(Array(bytes.prefix(ProbeTrace.byteLimit)), total: bytes.count)
    }
}
