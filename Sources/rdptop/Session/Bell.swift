/// Wakes one listener, who sleeps until it rings; however often it has rung meanwhile counts as once.
struct Bell: Sendable {
    /// For one listener.
    let rings: AsyncStream<Void>
    private let rope: AsyncStream<Void>.Continuation

    init() {
        (rings, rope) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Rings now.
    func ring() { rope.yield() }

    /// Rings after some time, unless the task is cancelled before.
    func ring(after pause: Duration, by clock: any Clock<Duration>) -> Task<Void, Never> {
        Task { if (try? await clock.sleep(for: pause)) != nil { ring() } }
    }
}
