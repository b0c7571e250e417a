import Testing

@testable import FleetModel

@Suite struct BoxedTests {
    private struct Row {
        @Boxed var numbers: [Int]?
    }

    @Test func aCopyIsChangedByItself() {
        let row = Row(numbers: [1, 2])
        var copy = row
        copy.numbers?.append(3)
        #expect(row.numbers == [1, 2])
        #expect(copy.numbers == [1, 2, 3])
        copy.numbers = nil
        #expect(copy.numbers == nil)
        #expect(row.numbers == [1, 2])
    }

    @Test func boxesAreEqualWhenWhatIsInThemIs() {
        #expect(Boxed(wrappedValue: [1]) == Boxed(wrappedValue: [1]))
        #expect(Boxed(wrappedValue: [1]) != Boxed(wrappedValue: [2]))
        #expect(Boxed(wrappedValue: [1]) != Boxed(wrappedValue: nil))
        #expect(Boxed<[Int]>(wrappedValue: nil) == Boxed(wrappedValue: nil))
        #expect(Boxed(wrappedValue: [1]).hashValue == Boxed(wrappedValue: [1]).hashValue)
    }
}
