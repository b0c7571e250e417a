import Testing

@testable import rdptop

@Suite struct LatestTests {
    @Test func aReaderIsToldOnceAndGetsTheNewest() {
        let latest = Latest<Int>()
        #expect(latest.take() == nil)
        let told = [1, 2, 3].map(latest.put)
        #expect(told == [true, false, false])
        #expect(latest.take() == 3)
        #expect(latest.take() == nil)
        let again = latest.put(4)
        #expect(again)
    }
}
