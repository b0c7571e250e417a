import LabSupport
import Testing

@Suite("The cause of what is broken on purpose", .timeLimit(.minutes(5)))
struct CauseTests {
    @Test("is named when a real server is broken", arguments: BrokenServerTable.rows)
    func server(_ row: BrokenServer) async throws {
        let server = try #require(try await BrokenServers.shared.value.server(row))
        #expect(server.state == row.state)
        expect(server.findings, of: row.name, row.cause)
    }

    @Test("is named when a device between breaks connections", arguments: BrokenPathTable.rows)
    func path(_ row: BrokenPath) async throws {
        let server = try #require(try await BrokenPaths.shared.value.server(row))
        #expect(server.state == row.state)
        expect(server.findings, of: row.name, row.cause)
    }

    @Test("is told to people with how sure it is, what it is not, and what to do first")
    func text() async throws {
        let text = try await BrokenPaths.shared.value.text
        let block = try #require(text.firstMatch(of: /DOWN  \w(?s:.*)\n(?=\nnot tested)/)).output
            .replacing(/\d+\.\d ms/, with: "N ms")
            .replacing(/\d{4}-\d\d-\d\dT[\d:]+Z/, with: "TIME")
        let expected = """
            DOWN  named-and-reset.lab.test  198.51.100.3:3389
              what    fails only with its name in TLS (SNI)
              where   named-and-reset.lab.test, TLS, TIME, by asking in
                      other ways
              why     The handshake fails when it names the server (SNI), and passes when it
                      does not. A device between that decides by names, or a service that
                      does not know this one, is probably why.
              seen    TCP 198.51.100.3:3389: connected after N ms
                      X.224: asked for TLS, HYBRID, HYBRID_EX
                      X.224: TLS chosen after N ms, flags 0x1
                      TLS: reset by the peer after N ms
                      TLS: no ServerHello, 0 bytes received
                      TLS: the server ended the connection first
                      again offering TLS 1.2 at most: TLS failed: reset by the peer
                      again without the server's name: passed, TLS 1.3
                      again offering SSL 3.0 to TLS 1.0, RC4 and 3DES: TLS failed: alert 70
                        (protocol_version)
                      again offering TLS 1.2 with old suites only: TLS failed: reset by the
                        peer
                      2 probes in a row have failed
                      asked for named-and-reset.lab.test
              sure    likely: a documented cause that matches what was seen
              users   0x904 / 0x7, 0x904 / 0x0: the connection ends while it is being set up
                      (likely)
              not     Not a missing name and not a blocked port: 198.51.100.3:3389 accepted
                      the connection.
                      Not a dead listener: it answered the RDP request and chose TLS.
                      Not likely a private key that cannot be used: the server answers the
                      same offer without the name.
              do      look:
                      1. Compare from a machine in the server's own network, with nothing
                         between:
                         rdptop check named-and-reset.lab.test
                      2. If a proxy forwards by names, let it know the name that users type
                      fix:
                      3. Exempt the server's address from inspection on devices between
                         (IPS, proxy, TLS inspection)
                         back: take the exemption back on that device
              also    UDP 3389 is closed, TCP works

            """
        #expect(block == expected)
    }
}
