import FleetModel
import TestSupport

extension LayerSample {
    static let credSSPs: [LayerSample] = [
        failed("silence", .timedOut, .nothing, "T", "nla-silent"),
        failed("half an answer", .timedOut, .malformed, "T", "nla-silent"),
        failed("a close", .closed, .nothing, "C", "nla-closed"),
        failed("a reset", .reset, .nothing, "R", "nla-reset"),
        failed("NTLM blocked", .securityError(0xC000_0418), .errorCode(0xC000_0418), "A", "nla-ntlm-blocked"),
        failed("no computer account", .securityError(0xC000_018B), .errorCode(0xC000_018B), "A", "nla-domain-trust"),
        failed("no domain controller", .securityError(0xC000_005E), .errorCode(0xC000_005E), "A", "nla-domain-trust"),
        failed("clocks that differ", .securityError(0xC000_0133), .errorCode(0xC000_0133), "A", "nla-clock-refused"),
        failed("wrong bindings", .securityError(0xC000_035B), .errorCode(0xC000_035B), "A", "nla-bindings"),
        failed("an internal error", .securityError(0xC000_00E5), .errorCode(0xC000_00E5), "A", "nla-error-code"),
        failed("not supported", .securityError(0xC000_00BB), .errorCode(0xC000_00BB), "A", "nla-error-code"),
        failed("an unknown code", .securityError(0xDEAD_BEEF), .errorCode(0xDEAD_BEEF), "A", "nla-error-code"),
        failed("another token", .malformed, .otherToken, "P", "nla-no-challenge"),
        failed("garbage", .malformed, .malformed, "P", "nla-malformed"),
        failed("a failure of another layer", .handshakeFailed, .nothing, "H", "nla-failed"),
        clock("five minutes ahead, which Kerberos tolerates", .minutes(5), "........-", .ok, "nla-clock-drift"),
        clock("more than five minutes ahead", .minutes(5) + .milliseconds(1), "......!.-", .warning, "nla-clock-skew"),
        clock("two hours behind", .hours(-2), "......!.-", .warning, "nla-clock-skew"),
        clock("a minute behind", .minutes(-1), "........-", .ok, nil),
        clock("a minute and a bit behind", .seconds(-61), "........-", .ok, "nla-clock-drift"),
        credSSP("version 4", "......!.-", .warning, "nla-old-version") { $0.credSSPVersion = 4 },
        credSSP("version 2 of Server 2016", "......!.-", .warning, "nla-old-version") {
            $0.credSSPVersion = 2
            $0.build = WindowsBuild(major: 10, minor: 0, build: 14393)
        },
        credSSP("version 5", "........-", .ok, nil) { $0.credSSPVersion = 5 },
        credSSP("Windows Server 2012 R2", "........-", .ok, "nla-out-of-support") {
            $0.build = WindowsBuild(major: 6, minor: 3, build: 9600)
        },
        credSSP("Windows 10 22H2, for which updates are sold", "........-", .ok, "nla-out-of-support") {
            $0.build = WindowsBuild(major: 10, minor: 0, build: 19045)
        },
        credSSP("a build of the future", "........-", .ok, nil) {
            $0.build = WindowsBuild(major: 10, minor: 0, build: 40_000)
        },
        another("another computer", "......!.-", .warning, "nla-other-computer") { _ in },
        another("another computer behind a wildcard", "......!.-", .warning, "nla-other-computer") {
            $0.snapshot.certificate = SampleFleet.seen(SampleFleet.corporateCertificate(for: "ts07.corp.example"), 900)
            $0.snapshot.certificate?.facts?.nameMatch = .alternativeName("*.corp.example")
        },
        another("another computer with a certificate of the name", "........-", .ok, nil) {
            $0.snapshot.certificate = healthy.snapshot.certificate
        },
        another("another computer at an alias of its own", "........-", .ok, "certificate-name-differs") {
            $0.snapshot.dns?.facts?.ipv4?.aliases = ["TS99.corp.example"]
        },
        another("another computer by address", "-.......-", .ok, "certificate-self-signed") {
            $0.server = SampleFleet.server("10.20.4.7")
            $0.snapshot.dns = SampleFleet.seen(SampleFleet.resolution(of: "10.20.4.7", "10.20.4.7"), 10)
            $0.snapshot.certificate?.facts?.nameMatch = .commonName("10.20.4.7")
            $0.snapshot.certificate?.facts?.problems = [.untrusted]
        },
        credSSP("a name of more than fifteen letters", "........-", .ok, nil) {
            $0.computerName = "TS07-WITH-A-LON"
            $0.dnsComputerName = nil
        },
        changed("NLA can be left out", "........-", .ok, "nla-optional") { $0.acceptTLS() },
        changed("NLA can be left out, though it is expected", "......!.-", .warning, "nla-not-required") {
            $0.server.policy.expectedNLA = .required
            $0.acceptTLS()
        },
        changed("NLA is required, as expected", "........-", .ok, nil) { $0.server.policy.expectedNLA = .required },
        changed("NLA is required, expected to be offered", "......!.-", .warning, "nla-required") {
            $0.server.policy.expectedNLA = .offered
        },
        changed("TLS chosen, with nothing expected", "......-.-", .ok, nil) {
            $0.snapshot.x224 = SampleFleet.seen(SampleFleet.confirm(.tls), 9_000)
        },
        changed("TLS chosen, though NLA is expected", "......!.-", .warning, "nla-not-offered") {
            $0.snapshot.x224 = SampleFleet.seen(SampleFleet.confirm(.tls), 9_000)
            $0.server.policy.expectedNLA = .offered
        },
        changed("NLA not looked at", "......?.-", .ok, nil) { $0.snapshot.nla = nil },
        changed("an old answer of NLA while TLS fails", "....R::.-", .down, "tls-cut") {
            $0.snapshot.tls = SampleFleet.failed(TLSFacts(closedFirst: .server), .reset, 9_000)
            $0.snapshot.certificate = nil
            $0.snapshot.nla?.failure = .timedOut
            $0.snapshot.consecutiveFailures = 2
        },
    ]

    private static func failed(
        _ title: String, _ failure: LayerFailure, _ answer: NLAFacts.Answer, _ sign: String, _ rule: String
    ) -> LayerSample {
        changed("CredSSP: \(title)", "......\(sign).-", .warning, rule) {
            let bytes: [UInt8] = answer == .nothing ? [] : [0x30, 0x0D, 0xA0, 0x03, 0x02, 0x01, 0x06]
            $0.snapshot.nla = SampleFleet.failed(NLAFacts(answer: answer, firstBytes: bytes), failure, 5_000_000)
        }
    }

    private static func credSSP(
        _ title: String, _ signs: String, _ state: ServerState, _ rule: String?, _ change: (inout NLAFacts) -> Void
    ) -> LayerSample {
        changed("CredSSP: \(title)", signs, state, rule) { sample in
            guard var facts = sample.snapshot.nla?.facts else { return }
            change(&facts)
            sample.snapshot.nla?.facts = facts
            // Windows has no TLS 1.3 before Server 2022, and no suite of ECDHE with RSA and GCM before Server 2016.
            if let build = facts.build, build < WindowsBuild(major: 10, minor: 0, build: 20348) {
                sample.snapshot.tls = SampleFleet.seen(TLSFacts(version: 0x0303, cipherSuite: 0xC028), 31_450)
            }
            guard facts.computerName?.count == 15 else { return }
            sample.server = SampleFleet.server("ts07-with-a-long-name.corp.example")
            let certificate = SampleFleet.corporateCertificate(for: "ts07-with-a-long-name.corp.example")
            sample.snapshot.certificate = SampleFleet.seen(certificate, 900)
            sample.snapshot.certificate?.facts?.nameMatch = .alternativeName("*.corp.example")
        }
    }

    private static func clock(
        _ title: String, _ skew: Span, _ signs: String, _ state: ServerState, _ rule: String?
    ) -> LayerSample {
        credSSP(title, signs, state, rule) {
            $0.clockSkew = skew
            $0.serverClock = SampleFleet.probed + skew
        }
    }

    /// A computer that calls itself ts99 and has a certificate of its own making.
    private static func another(
        _ title: String, _ signs: String, _ state: ServerState, _ rule: String?,
        _ change: (inout LayerSample) -> Void
    ) -> LayerSample {
        changed(title, signs, state, rule) { sample in
            sample.snapshot.nla?.facts?.computerName = "TS99"
            sample.snapshot.nla?.facts?.dnsComputerName = "ts99.corp.example"
            var certificate = SampleFleet.windowsCertificate(for: "ts99.corp.example")
            certificate.askedName = "ts07.corp.example"
            certificate.nameMatch = .none
            certificate.problems = [.nameMismatch, .untrusted]
            sample.snapshot.certificate = SampleFleet.seen(certificate, 900)
            change(&sample)
        }
    }

    private mutating func acceptTLS() {
        snapshot.companion = SampleFleet.seen(
            NegotiationFacts(requested: .tls, answer: .selected(.tls, flags: 0x1F)), 9_000)
    }
}
