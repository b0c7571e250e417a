@testable import Diagnosis
import FleetModel
import TestSupport
import Testing

/// What proves which software a server runs, and what does not.
@Suite struct SoftwareTests {
    @Test func `a version of Windows in NTLM proves Windows`() {
        #expect(software { _ in } == .windows)
    }

    @Test func `the version that FreeRDP says proves nothing`() {
        #expect(software { $0.nla?.facts?.build = WindowsBuild(major: 6, minor: 1, build: 7601) } == nil)
    }

    @Test func `the certificate that packages of xrdp make proves xrdp`() {
        #expect(software { $0.becomeXrdp() } == .xrdp)
    }

    @Test func `that name in a certificate of an authority proves nothing`() {
        let found = software {
            $0.becomeXrdp()
            $0.certificate?.facts?.leaf.isSelfSigned = false
        }
        #expect(found == nil)
    }

    @Test(
        "Only a confirm without negotiation data and with a SRC-REF of 0 is that of an old xrdp",
        arguments: [
            (NegotiationFacts.Answer.withoutNegotiation, 0, ServerSoftware.xrdp), (.withoutNegotiation, 0x1234, nil),
            (.withoutNegotiation, 0x3412, nil), (.selected(.standard, flags: 0), 0, nil),
        ] as [(NegotiationFacts.Answer, UInt16, ServerSoftware?)])
    func confirms(_ answer: NegotiationFacts.Answer, _ reference: UInt16, _ expected: ServerSoftware?) {
        let found = software {
            $0.nla = nil
            $0.tls = nil
            $0.certificate = nil
            $0.x224 = SampleFleet.seen(
                NegotiationFacts(requested: .modern, answer: answer, sourceReference: reference), 9_000)
        }
        #expect(found == expected)
    }

    @Test func `what chose NLA gets no steps for xrdp, and what did not gets both`() {
        var sample = LayerSample.healthy
        sample.snapshot.nla = nil
        sample.snapshot.certificate = nil
        sample.snapshot.tls = SampleFleet.failed(TLSFacts(closedFirst: .server), .reset, 9_000)
        let withNLA = sample.judgement.headline
        sample.snapshot.x224 = SampleFleet.seen(SampleFleet.confirm(.tls), 9_000)
        let withoutNLA = sample.judgement.headline
        #expect(withNLA?.rule == "tls-cut" && withoutNLA?.rule == "tls-cut")
        #expect(withNLA?.remedies.contains { $0.software == .xrdp } == false)
        #expect(withoutNLA?.remedies.contains { $0.software == .xrdp } == true)
        #expect(withoutNLA?.remedies.contains { $0.software == .windows } == true)
    }

    @Test func `a proven xrdp gets no steps for Windows`() {
        var sample = LayerSample.healthy
        sample.snapshot.becomeXrdp()
        sample.snapshot.certificate?.facts?.leaf.notAfter = SampleFleet.now - .days(1)
        let finding = sample.judgement.headline
        #expect(finding?.rule == "certificate-expired")
        #expect(finding?.remedies.map(\.software) == [.xrdp, .xrdp])
    }

    private func software(_ change: (inout ServerSnapshot) -> Void) -> ServerSoftware? {
        var sample = LayerSample.healthy
        change(&sample.snapshot)
        return Case(server: sample.server, snapshot: sample.snapshot, now: SampleFleet.now).software
    }
}

extension ServerSnapshot {
    /// TLS without NLA, and the certificate that the packages of xrdp make.
    fileprivate mutating func becomeXrdp() {
        nla = nil
        x224 = SampleFleet.seen(SampleFleet.confirm(.tls), 9_000)
        let subject = "C=US, ST=CA, L=Sunnyvale, O=xrdp, CN=www.xrdp.org"
        certificate?.facts?.leaf = CertificateDescription(
            subject: subject, commonName: "www.xrdp.org", issuer: subject, notBefore: SampleFleet.now - .days(400),
            notAfter: SampleFleet.now + .days(3_000), key: "RSA 2048", isSelfSigned: true, sha256: "00")
    }
}
