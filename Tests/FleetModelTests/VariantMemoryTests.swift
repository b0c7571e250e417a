import FleetModel
import Testing

@Suite struct VariantMemoryTests {
    private static let now = Instant(seconds: 1_800_000_000)
    private static let day = Span.hours(24)

    private func attempt(_ age: Span, explains: Bool = true) -> VariantAttempt {
        VariantAttempt(
            variant: HandshakeVariant(offer: .tls12), reason: explains ? .closed : nil,
            reasonLayer: explains ? .tls : nil, reached: .tls, microseconds: 1, at: Self.now - age)
    }

    private func snapshot(_ attempts: [VariantAttempt]) -> ServerSnapshot {
        ServerSnapshot(
            server: Server(name: "ts01.example").id, began: Self.now, ended: Self.now, variants: attempts)
    }

    @Test func `an attempt comes after the others`() {
        let after = snapshot([attempt(.seconds(9))]).appending(attempt(.zero), at: Self.now)
        #expect(after.variants.map(\.at) == [Self.now - .seconds(9), Self.now])
    }

    @Test func `what is a day old is forgotten, and what is a little less is not`() {
        let young = attempt(Self.day - .milliseconds(1))
        let after = snapshot([attempt(Self.day), young]).appending(attempt(.zero), at: Self.now)
        #expect(after.variants == [young, attempt(.zero)])
    }

    @Test func `an attempt of a clock that was ahead is kept`() {
        let ahead = attempt(.seconds(-5))
        #expect(snapshot([ahead]).appending(attempt(.zero), at: Self.now).variants == [ahead, attempt(.zero)])
    }

    @Test func `there are never more than the limit, and those that were asked for go first`() {
        var snapshot = snapshot([attempt(.hours(9), explains: false), attempt(.hours(8))])
        for second in 0..<Int64(ServerSnapshot.variantLimit) {
            snapshot = snapshot.appending(attempt(.hours(7) - .seconds(second)), at: Self.now)
            #expect(snapshot.variants.count <= ServerSnapshot.variantLimit)
        }
        #expect(snapshot.variants.count == ServerSnapshot.variantLimit)
        #expect(snapshot.variants.first?.at == Self.now - .hours(7))
        #expect(snapshot.variants.allSatisfy { $0.reason != nil })
    }
}
