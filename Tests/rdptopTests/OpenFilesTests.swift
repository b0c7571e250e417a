import Foundation
import Testing

@testable import rdptop

@Suite struct OpenFilesTests {
    private var limit: (soft: Int, hard: Int) {
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        return (Int(clamping: limit.rlim_cur), Int(clamping: limit.rlim_max))
    }

    // One test, since there is one limit for the whole process.
    @Test func theLimitIsRaisedAsFarAsItMayAndNeverLowered() {
        let before = limit
        #expect(OpenFiles.raiseLimit(to: 0) == before.soft)
        let more = min(before.soft + 1, before.hard)
        #expect(OpenFiles.raiseLimit(to: more) == more)
        #expect(limit.soft == more)
        #expect(OpenFiles.raiseLimit(to: 1) == more)
        #expect(OpenFiles.raiseLimit(to: .max) == before.hard)
        #expect(limit.soft == before.hard && limit.hard == before.hard)
    }
}
