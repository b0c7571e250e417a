import FleetModel
import TestSupport

@testable import Diagnosis

extension Situation where Facts == ServerFacts {
    /// CredSSP, and what it says of the server (R06, R16 to R18, R30).
    static let logOns: [Situation] = [
        Situation("NTLM is blocked", is: "nla-ntlm-blocked", .likely, first: .shared(.ntlmPolicy)) {
            $0.answersCredSSP(with: 0xC000_0418)
        }
        .unless("it closes without a code", is: "nla-closed") { $0.nla = .closed },
        Situation("its domain does not trust it", is: "nla-domain-trust", .likely, first: .shared(.secureChannel)) {
            $0.answersCredSSP(with: 0xC000_018D)
        }
        .unless("NTLM is blocked", is: "nla-ntlm-blocked") { $0.answersCredSSP(with: 0xC000_0418) },
        Situation("its clock is not that of its domain", is: "nla-clock-refused", .certain, first: .shared(.clock)) {
            $0.answersCredSSP(with: 0xC000_0133)
        }
        .unless("only ours is", is: "nla-clock-skew") {
            $0 = .healthy
            $0.credSSP.clockSkew = .minutes(7)
        },
        Situation("wrong channel bindings", is: "nla-bindings", .possible, first: .shared(.compareNearby)) {
            $0.answersCredSSP(with: 0xC000_035B)
        }
        .unless("a code that says less", is: "nla-error-code") { $0.answersCredSSP(with: 0xC000_00BB) },
        Situation("another error of CredSSP", is: "nla-error-code", .likely, first: .shared(.securityEvents)) {
            $0.answersCredSSP(with: 0xC000_00BB)
        }
        .unless("one that has a rule of its own", is: "nla-bindings") { $0.answersCredSSP(with: 0xC000_035B) },
        Situation("CredSSP is silent", is: "nla-silent", .possible, first: .shared(.securityEvents)) {
            $0.nla = .timedOut
        }
        .unless("it was not asked", is: nil) { $0.snapshot.nla = nil }
        .unless("TLS fails now, so that this is old news", is: "tls-cut") { $0.tls = .reset },
        Situation("CredSSP is closed", is: "nla-closed", .possible, first: .shared(.securityEvents)) {
            $0.nla = .closed
        }
        .unless("it is reset", is: "nla-reset") { $0.nla = .reset },
        Situation("CredSSP is reset", is: "nla-reset", .possible, first: .shared(.securityEvents)) { $0.nla = .reset }
            .unless("it answers", is: nil) { $0 = .healthy },
        Situation("another token than a challenge", is: "nla-no-challenge", .possible, first: .shared(.seeEveryStep)) {
            $0.nla = .malformed
            $0.credSSP.answer = .otherToken
        }
        .unless("it is no token at all", is: "nla-malformed") { $0.credSSP.answer = .malformed },
        Situation("a TSRequest that does not parse", is: "nla-malformed", .certain, first: .shared(.seeEveryStep)) {
            $0.nla = .malformed
            $0.credSSP.answer = .malformed
        }
        .unless("the answer never ends", is: "nla-silent") { $0.nla = .timedOut },
        Situation("a failure of another layer in CredSSP", is: "nla-failed", .certain, first: .shared(.seeEveryStep)) {
            $0.nla = .handshakeFailed
        }
        .unless("one that belongs there", is: "nla-closed") { $0.nla = .closed },
        Situation("another computer answers", is: "nla-other-computer", .likely, first: .shared(.ownAddresses)) {
            $0.credSSP.computerName = "TS99"
            $0.credSSP.dnsComputerName = "ts99.corp.example"
            $0.useOwnCertificate()
            $0.certificate.leaf.commonName = "ts99.corp.example"
            $0.certificate.nameMatch = .none
        }
        .unless("its certificate carries the name that was asked for", is: nil) {
            $0.snapshot.certificate = ServerFacts.healthy.snapshot.certificate
        }
        .unless("users ask for that computer's own name, which it is connected by", is: "certificate-other-computer") {
            $0.server.connectName = "ts99.corp.example"
        }
        .unless("it was asked for by address", is: nil) {
            $0.server = SampleFleet.server("10.20.4.7")
            $0.snapshot.dns = nil
            $0.useOwnCertificate()
            $0.certificate.leaf.commonName = "ts99.corp.example"
        },
        Situation(
            "a computer of the name, in another domain", is: "nla-other-domain", .possible,
            first: .shared(.ownAddresses)
        ) {
            $0.credSSP.dnsComputerName = "ts07.other.example"
            $0.certificate.nameMatch = .alternativeName("*.corp.example")
        }
        .unless("of the same", is: nil) { $0.credSSP.dnsComputerName = "ts07.corp.example" }
        .unless("its certificate carries the very name", is: nil) {
            $0.snapshot.certificate = ServerFacts.healthy.snapshot.certificate
        },
        Situation("the clock is seven minutes off", is: "nla-clock-skew", .possible, first: .shared(.ourClock)) {
            $0.credSSP.clockSkew = .minutes(7)
        }
        .unless("it is five minutes off, which Kerberos tolerates", is: nil) { $0.credSSP.clockSkew = .minutes(5) },
        Situation("CredSSP version 4", is: "nla-old-version", .possible, first: "On a client that fails") {
            $0.credSSP.credSSPVersion = 4
        }
        .unless("version 5", is: nil) { $0.credSSP.credSSPVersion = 5 },
        Situation("NLA is expected, and TLS chosen", is: "nla-not-offered", .certain, first: .shared(.saveListener)) {
            $0.negotiation = SampleFleet.confirm(.tls)
            $0.server.policy.expectedNLA = .required
        }
        .unless("nothing is expected", is: nil) { $0.server.policy.expectedNLA = nil },
        Situation(
            "NLA is expected to be required, and can be left out", is: "nla-not-required", .certain,
            first: .shared(.saveListener)
        ) {
            $0.takesTLSWithoutNLA()
            $0.server.policy.expectedNLA = .required
        }
        .unless("the companion was refused, as it should", is: nil) {
            $0.snapshot.companion = ServerFacts.healthy.snapshot.companion
        },
        Situation(
            "NLA is required, and expected to be optional", is: "nla-required", .certain, first: "If that is wanted"
        ) {
            $0.server.policy.expectedNLA = .offered
        }
        .unless("it can be left out", is: nil) { $0.takesTLSWithoutNLA() },
        Situation("NLA is there, and expected not to be", is: "nla-unexpected", .certain, first: "If NLA is wanted") {
            $0.server.policy.expectedNLA = .absent
        }
        .unless("TLS is chosen", is: nil) { $0.negotiation = SampleFleet.confirm(.tls) },
        Situation("NLA can be left out", is: "nla-optional", .certain, first: .shared(.saveListener)) {
            $0.takesTLSWithoutNLA()
        }
        .unless("it is expected to be required", is: "nla-not-required") { $0.server.policy.expectedNLA = .required },
        Situation(
            "Windows Server 2012 R2", is: "nla-out-of-support", .likely, first: "On the server, see its exact version"
        ) {
            $0.credSSP.build = WindowsBuild(major: 6, minor: 3, build: 9600)
            $0.tlsVersion = 0x0303
        }
        .unless("Windows Server 2022", is: nil) {
            $0.credSSP.build = WindowsBuild(major: 10, minor: 0, build: 20_348)
        },
        Situation(
            "TLS 1.3 of a Windows that has none", is: "tls-newer-than-windows", .possible,
            first: "On the server, compare"
        ) {
            $0.credSSP.build = WindowsBuild(major: 10, minor: 0, build: 17_763)
        }
        .unless("TLS 1.2", is: nil) { $0.tlsVersion = 0x0303 },
        Situation("the clock is two minutes off", is: "nla-clock-drift", .possible, first: .shared(.ourClock)) {
            $0.credSSP.clockSkew = .minutes(-2)
        }
        .unless("half a minute", is: nil) { $0.credSSP.clockSkew = .seconds(-30) },
    ]

    /// Datagrams and echoes (R20): beside the connection, and never why it fails.
    static let others: [Situation] = [
        Situation("UDP is expected, and silent", is: "udp-expected", .possible, first: .shared(.udpFirewallRule)) {
            $0.udp = .timedOut
            $0.server.policy.expectedUDP = true
        }
        .unless("nothing is expected of it", is: nil) { $0.server.policy.expectedUDP = nil },
        Situation("UDP is silent", is: "udp-silent", .possible, first: .shared(.udpFirewallRule)) { $0.udp = .timedOut }
            .unless("it is expected to pass", is: "udp-expected") { $0.server.policy.expectedUDP = true }
            .unless("TCP fails now, so that UDP says nothing", is: "tcp-refused") { $0.tcp = .refused },
        Situation("the UDP port is closed", is: "udp-closed", .certain, first: .shared(.udpListener)) {
            $0.udp = .refused
        }
        .unless("it is silent", is: nil) { $0.udp = .timedOut },
        Situation("UDP fails in another way", is: "udp-failed", .possible, first: .shared(.seeEveryStep)) {
            $0.udp = .malformed
        }
        .unless("it works", is: nil) { $0 = .healthy },
        Situation("two of twenty echoes are lost", is: "ping-loss", .possible, first: "Count the loss") {
            $0.echoes = 18
        }
        .unless("none is", is: nil) { $0.echoes = 20 },
        Situation("round trips vary by 80 ms", is: "ping-jitter", .possible, first: "Count the loss") {
            $0.snapshot.ping?.facts?.mean = 90_000
            $0.snapshot.ping?.facts?.jitter = 80_000
        }
        .unless("they vary little beside their length", is: nil) { $0.snapshot.ping?.facts?.mean = 400_000 },
        Situation("no echo comes back", is: "ping-unanswered", .possible, first: "Nothing to do") { $0.echoes = 0 }
            .unless("the port is silent, too", is: "tcp-silent") { $0.tcp = .timedOut },
    ]
}
