import FleetModel
import TestSupport
import Testing

@testable import Diagnosis

@Suite struct RefutationTests {
    /// The numbers of the claims that are refuted.
    private func refuted(
        _ sample: LayerSample, gateway: GatewayStatus? = nil, now: Instant = SampleFleet.now
    ) throws -> [Int] {
        let status = ServerStatus(server: sample.server, snapshot: sample.snapshot, judgement: sample.judgement)
        return try refutations(of: status, gateway: gateway, now: now).map { refutation in
            #expect(refutation.why.hasSuffix(".") && refutation.why.count <= 400)
            return try #require(ClaimTable.claims.first { $0.text == refutation.claim }).number
        }
    }

    private func failing(at layer: Layer, _ failure: LayerFailure) -> LayerSample {
        LayerSample.changed("failing", "", .down, nil) { sample in
            sample.snapshot = SampleFleet.failedSnapshot(
                of: sample.server, at: "10.20.4.7", layer: layer, failure, failures: 7)
        }
    }

    @Test func `a server where all passes refutes what would stop users`() throws {
        let numbers = try refuted(.healthy)
        #expect(numbers == [2, 7, 9, 10, 12, 13, 14, 21, 22, 25, 26, 27, 28, 31, 32, 33, 34, 38, 42])
    }

    @Test func `a name that does not resolve refutes nothing about the network`() throws {
        #expect(try refuted(failing(at: .dns, .noSuchName)) == [])
    }

    @Test func `a port that is silent refutes nothing about the network`() throws {
        #expect(try refuted(failing(at: .tcp, .timedOut)) == [])
    }

    @Test func `TLS that is cut leaves certificates open, and refutes what is below and beside it`() throws {
        let numbers = try refuted(failing(at: .tls, .closed))
        #expect(numbers == [2, 14, 15, 17, 21, 22, 25, 26, 31, 32, 35, 36])
    }

    @Test func `a failure that comes every time on a path without loss is no unstable network`() throws {
        var sample = failing(at: .tls, .closed)
        sample.snapshot.ping = LayerSample.healthy.snapshot.ping
        #expect(try refuted(sample).contains(8))
        sample.snapshot.ping?.facts?.received -= 1
        #expect(try !refuted(sample).contains(8))
        sample.snapshot.ping = LayerSample.healthy.snapshot.ping
        sample.snapshot.consecutiveFailures = 2
        #expect(try !refuted(sample).contains(8))
    }

    @Test func `a server that is set to the old security layer shows what the advice does`() throws {
        var sample = failing(at: .x224, .negotiationRefused(2))
        sample.snapshot.x224?.facts?.answer = .refused(code: 2)
        #expect(try refuted(sample).contains(26))
    }

    @Test func `a server that chose standard security speaks for itself`() throws {
        var sample = LayerSample.healthy
        sample.snapshot.x224?.facts?.answer = .withoutNegotiation
        #expect(try !refuted(sample).contains(26))
    }

    @Test func `an expired certificate refutes no advice about certificates`() throws {
        let late = try #require(LayerSample.healthy.snapshot.certificate?.facts?.leaf.notAfter) + .days(1)
        let numbers = try refuted(.healthy, now: late)
        #expect(Set(numbers).isDisjoint(with: [10, 12, 13, 38]))
    }

    @Test func `a certificate that names another computer refutes no advice to make a new one`() throws {
        var sample = LayerSample.healthy
        sample.snapshot.certificate = SampleFleet.seen(SampleFleet.windowsCertificate(for: sample.server.name), 900)
        #expect(try refuted(sample).contains(12))
        sample.snapshot.certificate?.facts?.leaf.commonName = "other.corp.example"
        #expect(try !refuted(sample).contains(12))
        sample.snapshot.certificate = LayerSample.healthy.snapshot.certificate
        sample.snapshot.certificate?.facts?.problems = [.weakKey]
        #expect(try !refuted(sample).contains(12))
        // The folder of keys is not what is broken all the same.
        #expect(try refuted(sample).contains(13))
    }

    @Test func `TLS that is cut after the ServerHello leaves open what a client makes of the certificate`() throws {
        var sample = failing(at: .tls, .closed)
        #expect(try refuted(sample).contains(36))
        sample.snapshot.tls?.facts = TLSFacts(version: 0x0303, bytesReceived: 2_000)
        #expect(try !refuted(sample).contains(36))
    }

    @Test func `a challenge is not said to mean that nothing ends the connection later in NLA`() throws {
        let sample = LayerSample.healthy
        let status = ServerStatus(server: sample.server, snapshot: sample.snapshot, judgement: sample.judgement)
        let claim = try #require(ClaimTable.claims.first { $0.number == 27 })
        let refutation = refutations(of: status, gateway: nil, now: SampleFleet.now).first { $0.claim == claim.text }
        #expect(try #require(refutation).why.hasSuffix("what follows the password is not seen."))
    }

    @Test func `another computer behind the name refutes nothing about overlapping networks`() throws {
        var sample = LayerSample.healthy
        sample.snapshot.nla?.facts?.dnsComputerName = "other.corp.example"
        sample.snapshot.nla?.facts?.computerName = "OTHER"
        #expect(try !refuted(sample).contains(34))
    }

    @Test func `an old address from an earlier answer refutes nothing about DNS`() throws {
        var sample = LayerSample.healthy
        sample.snapshot.dns?.facts?.source = .stale
        sample.snapshot.dns?.failure = .resolverSilent
        #expect(try Set(refuted(sample)).isDisjoint(with: [14, 25]))
    }

    @Test func `a gateway speaks of its own certificate and transports`() throws {
        #expect(try refuted(.healthy, gateway: GatewaySample.healthy.status).contains(16))
        #expect(try !refuted(.healthy, gateway: GatewaySample.healthy.status).contains(24))
        var sample = GatewaySample.healthy
        sample.snapshot?.rpc?.facts?.status = 404
        sample.snapshot?.certificate?.facts?.nameMatch = NameMatch.none
        #expect(try refuted(.healthy, gateway: sample.status).contains(24))
        #expect(try !refuted(.healthy, gateway: sample.status).contains(16))
        sample = .healthy
        sample.snapshot?.tls?.failure = .closed
        #expect(try !refuted(.healthy, gateway: sample.status).contains(16))
    }

    @Test func `nothing is said of a server that was not probed itself`() {
        var status = ServerStatus(server: LayerSample.healthy.server)
        #expect(refutations(of: status, gateway: nil, now: SampleFleet.now).isEmpty)
        status.snapshot = LayerSample.healthy.snapshot
        status.server.path = .gateway
        #expect(refutations(of: status, gateway: nil, now: SampleFleet.now).isEmpty)
    }
}
