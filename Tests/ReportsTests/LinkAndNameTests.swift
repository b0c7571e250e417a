import FleetModel
import Reports
import TestSupport
import Testing

@Suite struct LinkAndNameTests {
    private static let other = SampleFleet.ipAddress("10.20.4.9")

    /// A server whose way out, name and last address were looked at.
    private static func snapshot() throws -> ServerSnapshot {
        var snapshot = try #require(ServerSample.healthy("ts07.corp.example", "10.20.4.7").snapshot)
        snapshot.tcp?.facts?.link = LocalLink(
            interface: "docker0", kind: .bridge, subnet: Subnet(of: other, prefixLength: 16))
        let found = DNSFacts(name: "ts07.corp.example", addresses: [other], source: .query)
        snapshot.nameCheck = Observation(facts: found, microseconds: 1_500, at: SampleFleet.probed)
        let attempt = TCPFacts.Attempt(
            peer: SampleFleet.endpoint("10.20.4.7"), failure: .timedOut, microseconds: 3_000_000)
        snapshot.lastAddressCheck = Observation(
            facts: TCPFacts(attempts: [attempt]), failure: .timedOut, microseconds: 3_000_000, at: SampleFleet.probed)
        return snapshot
    }

    @Test func `JSON says which way packets left, what the name leads to, and what its last address did`() throws {
        var report = SampleReport.dozen
        report.statuses[0].snapshot = try Self.snapshot()
        let text = try #require(ReportTable.format(named: "json")).text(of: report)
        let dense = text.filter { !$0.isWhitespace }
        for part in [
            #""link":{"interface":"docker0","kind":"bridge","subnet":"10.20.0.0/16"}"#, #""name_check":{"#,
            #""addresses":["10.20.4.9"]"#, #""last_address_check":{"#, #""peer":"10.20.4.7:3389""#,
        ] {
            #expect(dense.contains(part), "\(part)")
        }
    }

    @Test func `a trace says what the name leads to beside the address that was given`() throws {
        var snapshot = try Self.snapshot()
        #expect(TraceLines.facts(of: .dns, in: snapshot).contains { $0.contains("ts07.corp.example: 10.20.4.9") })
        snapshot.nameCheck?.failure = .noSuchName
        #expect(TraceLines.facts(of: .dns, in: snapshot).contains { $0.contains("by name: the name does not exist") })
    }
}
