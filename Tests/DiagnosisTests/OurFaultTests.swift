import FleetModel
import TestSupport
import Testing

@testable import Diagnosis

@Suite struct OurFaultTests {
    @Test("What stopped the probe on this machine is the headline, uncut, with a remedy", arguments: OurFault.allCases)
    func headlines(fault: OurFault) {
        let server = SampleFleet.server("ts07.corp.example")
        let snapshot = SampleFleet.failedSnapshot(of: server, at: "192.0.2.7", layer: .tcp, .ourFault(fault))
        let headline = judge(snapshot, of: server, now: SampleFleet.now).headline
        #expect(headline?.medium == fault.words)
        #expect(headline?.remedies == [fault.remedy.filled(RemedyNames(server: server.name, port: server.port))])
        #expect(OurFault.allCases.filter { $0.words == fault.words } == [fault])
    }
}
