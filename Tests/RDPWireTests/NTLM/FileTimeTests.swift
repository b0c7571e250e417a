import Testing

@testable import RDPWire

@Suite("The time of Windows")
struct FileTimeTests {
    @Test(
        "is milliseconds since 1970, rounded down",
        arguments: [
            (0x01DC_7AB1_9281_0000, 1_767_225_600_000), (0, -11_644_473_600_000), (9_999, -11_644_473_600_000),
            (116_444_736_000_000_000, 0), (116_444_735_999_999_999, -1),
            (.max, 1_833_029_933_770_955),
        ] as [(UInt64, Int64)])
    func toUnix(intervals: UInt64, milliseconds: Int64) {
        #expect(FileTime(intervals: intervals).unixMilliseconds == milliseconds)
    }

    @Test(
        "comes from milliseconds, and ends where it ends",
        arguments: [
            (1_767_225_600_000, 0x01DC_7AB1_9281_0000), (0, 116_444_736_000_000_000), (-11_644_473_600_000, 0),
            (-11_644_473_600_001, 0), (.min, 0), (1_833_029_933_770_956, .max), (.max, .max),
        ] as [(Int64, UInt64)])
    func fromUnix(milliseconds: Int64, intervals: UInt64) {
        #expect(FileTime(unixMilliseconds: milliseconds).intervals == intervals)
    }
}
