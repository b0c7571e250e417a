import FleetModel
import Testing

@Suite struct VariantMemoryTests {
    private static let now = Instant(seconds: 1_800_000_000)
    private static let day = Span.hours(24)

    private func attempt(_ age: Span, because reason: LayerFailure? = .closed) -> VariantAttempt {
        VariantAttempt(
            variant: HandshakeVariant(offer: .tls12), reason: reason, reasonLayer: reason == nil ? nil : .tls,
            reached: .tls, microseconds: 1, at: Self.now - age)
    }

    private func snapshot(_ attempts: [VariantAttempt]) -> ServerSnapshot {
        ServerSnapshot(
            server: Server(name: "ts01.example").id, began: Self.now, ended: Self.now, variants: attempts)
    }

    @Test func `an attempt comes after the others`() {
        let after = snapshot([attempt(.seconds(9), because: .reset)]).appending(attempt(.zero), at: Self.now)
        #expect(after.variants.map(\.at) == [Self.now - .seconds(9), Self.now])
    }

    @Test func `what is a day old is forgotten, and what is a little less is not`() {
        let young = attempt(Self.day - .milliseconds(1), because: .reset)
        let after = snapshot([attempt(Self.day), young]).appending(attempt(.zero), at: Self.now)
        #expect(after.variants == [young, attempt(.zero)])
    }

    @Test func `an attempt of a clock that was ahead is kept`() {
        let ahead = attempt(.seconds(-5), because: .reset)
        #expect(snapshot([ahead]).appending(attempt(.zero), at: Self.now).variants == [ahead, attempt(.zero)])
    }

    @Test func `of one variant for one failure, or for none, the last is kept`() {
        let known = [attempt(.seconds(9), because: nil), attempt(.seconds(8)), attempt(.seconds(7), because: .reset)]
        let again = snapshot(known).appending(attempt(.zero), at: Self.now)
        #expect(again.variants == [known[0], known[2], attempt(.zero)])
        let unreasoned = snapshot(known).appending(attempt(.zero, because: nil), at: Self.now)
        #expect(unreasoned.variants == [known[1], known[2], attempt(.zero, because: nil)])
    }

    @Test func `there are never more than the limit, and those that explain no failure go first`() {
        var snapshot = snapshot([attempt(.hours(9), because: nil), attempt(.hours(8))])
        for number in 0..<UInt8(ServerSnapshot.variantLimit) {
            let next = attempt(.hours(7) - .seconds(Int64(number)), because: .tlsAlert(number))
            snapshot = snapshot.appending(next, at: Self.now)
            #expect(snapshot.variants.count <= ServerSnapshot.variantLimit)
        }
        #expect(snapshot.variants.count == ServerSnapshot.variantLimit)
        #expect(snapshot.variants.first?.at == Self.now - .hours(7))
        #expect(snapshot.variants.allSatisfy { $0.reason != nil })
    }
}
