import FleetModel
import Reports
import TestSupport
import Testing

@Suite struct AuditLineTests {
    private let peer = SocketEndpoint(address: IPAddress(octets: 10, 30, 2, 9), port: 3389)
    private let local = SocketEndpoint(address: IPAddress(octets: 10, 1, 1, 9), port: 51_344)

    @Test func `an entry is one line of JSON with its keys sorted`() {
        let entry = AuditEntry(
            at: Instant(milliseconds: 1_795_426_200_040), target: "ts\"07\u{1B}:3389", kind: .probe, peer: peer,
            local: local, depth: .tls, result: .reset)
        #expect(
            AuditLine.text(of: entry) == """
                {"address":"10.30.2.9","depth":"tls","kind":"probe","port":3389,"result":"reset by the peer",\
                "source_address":"10.1.1.9","source_port":51344,"target":"ts\\"07\u{FFFD}:3389",\
                "time":"2026-11-23T09:30:00.040Z"}\n
                """)
    }

    @Test func `a connection that was not made has no source, and its failure`() {
        let entry = AuditEntry(
            at: SampleFleet.now, target: "ts07:3389", kind: .variant, peer: peer, depth: .tcp, result: .timedOut)
        let line = AuditLine.text(of: entry)
        #expect(line.contains(#""source_address":null,"source_port":null"#))
        #expect(line.contains(#""result":"no answer""#))
    }

    @Test func `a probe makes one entry for each address it tried`() {
        let failed = TCPFacts.Attempt(peer: peer, failure: .refused, microseconds: 10)
        let other = SocketEndpoint(address: .ipv6Loopback, port: 3389)
        let connected = TCPFacts.Attempt(peer: other, failure: nil, microseconds: 10)
        let at = SampleFleet.now
        let snapshot = ServerSnapshot(
            server: Server.ID(name: "ts07", port: 3389), began: at, ended: at,
            tcp: Observation(facts: TCPFacts(attempts: [failed, connected], local: local), microseconds: 1, at: at),
            x224: Observation(facts: nil, microseconds: 1, at: at),
            tls: Observation(facts: nil, failure: .closed, microseconds: 1, at: at),
            certificate: Observation(facts: nil, microseconds: 1, at: at))
        let entries = AuditEntry.entries(of: snapshot)
        #expect(entries.map(\.peer) == [peer, other])
        #expect(entries.map(\.local) == [nil, local])
        #expect(entries.map(\.depth) == [.tcp, .certificate])
        #expect(entries.map(\.result) == [.refused, .closed])
    }
}
