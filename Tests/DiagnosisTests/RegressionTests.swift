import FleetModel
import TestSupport
import Testing

@testable import Diagnosis

@Suite struct RegressionTests {
    private func concerning(_ build: UInt16, credSSP: UInt32? = 6) -> [String] {
        var sample = LayerSample.healthy
        sample.snapshot.nla?.facts?.build = WindowsBuild(major: 10, minor: 0, build: build)
        sample.snapshot.nla?.facts?.credSSPVersion = credSSP
        let status = ServerStatus(server: sample.server, snapshot: sample.snapshot)
        return RegressionTable.regressions(concerning: status).map(\.when)
    }

    @Test func `a server is told of those of its own build`() {
        #expect(concerning(17763) == ["2024-08"])
        #expect(concerning(26100) == ["2025-02"])
        #expect(concerning(14393) == ["2025"])
        #expect(concerning(14393, credSSP: 4) == ["2018-05", "2025"])
        #expect(concerning(14393, credSSP: nil) == ["2018-05", "2025"])
        #expect(concerning(20348) == [])
        #expect(concerning(17134, credSSP: 4) == [])
    }

    @Test func `a server whose build is not known is told of none`() {
        var sample = LayerSample.healthy
        sample.snapshot.nla?.facts?.build = nil
        let status = ServerStatus(server: sample.server, snapshot: sample.snapshot)
        #expect(RegressionTable.regressions(concerning: status).isEmpty)
    }

    @Test func `each says that it is only possible, and how good its source is`() {
        #expect(RegressionTable.all.count == 7)
        for regression in RegressionTable.all {
            #expect(regression.line.hasPrefix("Possible, since ") && regression.line.hasSuffix("."))
            #expect(regression.line.lowercased().contains(regression.grade.words.lowercased()))
        }
    }

    @Test func `a code leads to those that name it`() {
        #expect(RegressionTable.regressions(showing: 0x8009_0302).map(\.when) == ["2018-05"])
        #expect(RegressionTable.regressions(showing: 0x904).isEmpty)
    }
}
