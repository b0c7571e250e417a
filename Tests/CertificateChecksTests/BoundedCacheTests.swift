import Testing

@testable import CertificateChecks

@Suite struct BoundedCacheTests {
    @Test func theCacheIsBoundedAndKeepsWhatIsUsed() {
        let cache = BoundedCache<Int, Int>(limits: .init(count: 8, bytes: 1000))
        cache.keep(-1, -1, bytes: 1)
        for number in 0..<100 {
            cache.keep(number, number, bytes: 1)
            #expect(cache.value(-1) == -1 && cache.count <= 8 && cache.bytes == cache.count)
        }
        #expect(cache.value(0) == nil && cache.value(99) == 99)
        cache.keep(7, 99, bytes: 3)
        #expect(cache.value(99) == 7 && cache.bytes == cache.count + 2)
    }

    @Test func theCacheIsBoundedInBytes() {
        let cache = BoundedCache<Int, Int>(limits: .init(count: 1000, bytes: 100))
        for number in 0..<100 {
            cache.keep(number, number, bytes: 1 + number % 50)
            #expect(cache.value(number) == number && cache.bytes <= 100)
        }
        cache.keep(0, 1000, bytes: 51)
        #expect(cache.value(1000) == nil)
    }
}
