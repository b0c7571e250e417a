import FleetModel
import TestSupport

@testable import Diagnosis

extension Situation where Facts == ServerFacts {
    /// The certificate (R09, R12, R14, R15).
    static let certificates: [Situation] = [
        Situation(
            "a certificate of the authority has expired", is: "certificate-expired", .certain,
            first: .shared(.listBinding)
        ) {
            $0.certificate = SampleFleet.corporateCertificate(for: $0.server.name, left: .days(-1))
        }
        .unless("it ends this very moment", is: "certificate-ends-soon") {
            $0.certificate.leaf.notAfter = SampleFleet.now
        }
        .unless("it is Windows' own", is: "certificate-not-renewed") { $0.useOwnCertificate(left: .days(-1)) },
        Situation(
            "Windows' own certificate has expired", is: "certificate-not-renewed", .likely,
            first: "On the server, look for what its Remote Desktop service says"
        ) {
            $0.useOwnCertificate(left: .days(-1))
        }
        .unless("it is about to, and renews itself", is: nil) { $0.useOwnCertificate(left: .days(1)) }
        .unless("it ended a minute ago, and nobody has asked for another yet", is: "certificate-not-renewed") {
            $0.useOwnCertificate(left: .minutes(-1))
        }
        .unless("it is self-signed by hand, for ten years", is: "certificate-expired") {
            $0.certificate.leaf.notBefore = SampleFleet.now - .days(3_650)
        },
        Situation(
            "a certificate begins in the future", is: "certificate-not-yet-valid", .likely, first: .shared(.ourClock)
        ) {
            $0.certificate.leaf.notBefore = SampleFleet.now + .hours(2)
        }
        .unless("it was made just now, on a clock that is a minute ahead", is: "certificate-not-yet-valid") {
            $0.certificate.leaf.notBefore = SampleFleet.now + .minutes(1)
        }
        .unless("it began a second ago", is: nil) { $0.certificate.leaf.notBefore = SampleFleet.now - .seconds(1) },
        Situation("a certificate ends in a week", is: "certificate-ends-soon", .certain, first: .shared(.listBinding)) {
            $0.certificate = SampleFleet.corporateCertificate(for: $0.server.name, left: .days(7))
        }
        .unless("it ends in three weeks", is: "certificate-ends") {
            $0.certificate = SampleFleet.corporateCertificate(for: $0.server.name, left: .days(21))
        }
        .unless("it is Windows' own, which renews itself", is: nil) { $0.useOwnCertificate(left: .days(7)) },
        Situation("a certificate ends in three weeks", is: "certificate-ends", .certain, first: .shared(.listBinding)) {
            $0.certificate = SampleFleet.corporateCertificate(for: $0.server.name, left: .days(21))
        }
        .unless("it ends in five", is: nil) {
            $0.certificate = SampleFleet.corporateCertificate(for: $0.server.name, left: .days(35))
        },
        Situation(
            "Windows' own certificate renews itself soon", is: "certificate-renewal-due", .likely,
            first: .shared(.sessionEnvEnabled)
        ) {
            $0.useOwnCertificate(left: .days(2))
        }
        .unless("it did not", is: "certificate-not-renewed") { $0.useOwnCertificate(left: .days(-2)) },
        Situation(
            "not the certificate of the fleet file", is: "certificate-pin-mismatch", .certain,
            first: .shared(.listBinding)
        ) {
            $0.server.policy.pin = SampleFleet.fingerprint("dead")
            $0.certificate.problems = [.pinMismatch]
        }
        .unless("nothing is pinned", is: nil) {
            $0.server.policy.pin = nil
            $0.certificate.problems = []
        },
        Situation(
            "a certificate of another name", is: "certificate-name-mismatch", .certain, first: .shared(.listBinding)
        ) {
            $0.useCertificate(of: "rds.corp.example")
        }
        .unless("it is Windows' own, of the same computer in another domain", is: nil) {
            $0.useOwnCertificate()
            $0.certificate.leaf.commonName = "ts07.other.example"
            $0.certificate.nameMatch = .none
        }
        .unless("a wildcard fits", is: nil) {
            $0.certificate.nameMatch = .alternativeName("*.corp.example")
            $0.certificate.problems = []
        },
        Situation(
            "Windows' own certificate of another computer", is: "certificate-other-computer", .possible,
            first: .shared(.ownAddresses)
        ) {
            $0.useOwnCertificate()
            $0.snapshot.nla = nil
            $0.certificate.leaf.commonName = "ts99.corp.example"
            $0.certificate.nameMatch = .none
        }
        .unless("DNS leads the name to that computer by an alias", is: nil) {
            $0.snapshot.dns?.facts?.ipv4?.aliases = ["ts99.corp.example"]
        }
        .unless("the computer itself says so, too", is: "nla-other-computer") {
            $0.snapshot.nla = ServerFacts.healthy.snapshot.nla
            $0.credSSP.computerName = "TS99"
            $0.credSSP.dnsComputerName = "ts99.corp.example"
        },
        Situation(
            "Windows' own certificate of another computer than NTLM says", is: "certificate-not-the-computers",
            .possible, first: "On the server, compare its self-signed certificate"
        ) {
            $0.useOwnCertificate()
            $0.certificate.leaf.commonName = "ts99.corp.example"
            $0.certificate.nameMatch = .none
        }
        .unless("both say the same", is: nil) { $0.certificate.leaf.commonName = "ts07.corp.example" }
        .unless("CredSSP was not asked", is: "certificate-other-computer") { $0.snapshot.nla = nil },
        Situation(
            "a self-signed certificate where a trusted one is expected", is: "certificate-untrusted", .certain,
            first: .shared(.listBinding)
        ) {
            $0.useOwnCertificate()
            $0.server.policy.expectsTrustedCertificate = true
        }
        .unless("nothing is expected", is: nil) { $0.server.policy.expectsTrustedCertificate = false },
        Situation("clients refuse the path", is: "certificate-path-refused", .likely, first: .shared(.listBinding)) {
            $0.certificate.trust = .undecided("a name constraint forbids it")
            $0.certificate.problems = [.untrusted]
        }
        .unless("it could not be worked out", is: nil) { $0.certificate.problems = [] },
        Situation(
            "an intermediate certificate is missing", is: "certificate-incomplete-chain", .certain,
            first: .shared(.listBinding)
        ) {
            $0.certificate.trust = .missingIntermediate("CN=Corp Issuing CA 2")
            $0.certificate.problems = [.incompleteChain]
        }
        .unless("the authority is merely unknown here", is: nil) {
            $0.certificate.trust = .unknownAuthority("CN=Corp Root")
            $0.certificate.problems = [.untrusted]
        },
        Situation("a weak key", is: "certificate-weak-key", .certain, first: .shared(.listBinding)) {
            $0.certificate.leaf.key = "RSA 1024"
            $0.certificate.problems = [.weakKey]
        }
        .unless("a weak signature", is: "certificate-weak-signature") { $0.certificate.problems = [.weakSignature] },
        Situation("a weak signature", is: "certificate-weak-signature", .certain, first: .shared(.listBinding)) {
            $0.certificate.leaf.signatureAlgorithm = "sha1WithRSAEncryption"
            $0.certificate.problems = [.weakSignature]
        }
        .unless("a wrong usage", is: "certificate-wrong-usage") { $0.certificate.problems = [.wrongUsage] },
        Situation(
            "a certificate that is not for servers", is: "certificate-wrong-usage", .certain,
            first: .shared(.listBinding)
        ) {
            $0.certificate.leaf.usages = ["clientAuth"]
            $0.certificate.problems = [.wrongUsage]
        }
        .unless("it is for servers", is: nil) { $0.certificate.problems = [] },
        Situation(
            "a part of the certificate cannot be read", is: "certificate-unreadable", .certain,
            first: .shared(.listBinding)
        ) {
            $0.certificate.problems = [.unreadable]
        }
        .unless("all of it can", is: nil) { $0.certificate.problems = [] },
        Situation("no certificate came", is: "certificate-failed", .certain, first: .shared(.seeEveryStep)) {
            $0.snapshot.certificate = SampleFleet.failed(nil, .timedOut, 900)
        }
        .unless("it came", is: nil) { $0 = .healthy },
        Situation(
            "Windows' own certificate, asked for by address", is: "certificate-name-differs", .certain,
            first: "Nothing to do"
        ) {
            $0.useOwnCertificate()
            $0.certificate.askedName = "10.20.4.7"
            $0.certificate.nameMatch = .none
        }
        .unless("it is of the authority", is: "certificate-name-mismatch") {
            $0.certificate = SampleFleet.corporateCertificate(for: $0.server.name)
            $0.certificate.askedName = "10.20.4.7"
            $0.certificate.nameMatch = .none
        },
        Situation("Windows' own certificate", is: "certificate-self-signed", .certain, first: "Nothing to do") {
            $0.useOwnCertificate()
        }
        .unless("a trusted one is expected", is: "certificate-untrusted") {
            $0.server.policy.expectsTrustedCertificate = true
        },
        Situation(
            "an authority that is not known here", is: "certificate-unknown-authority", .certain,
            first: "On a client of the domain, see whether"
        ) {
            $0.certificate.trust = .unknownAuthority("CN=Corp Root")
            $0.certificate.problems = [.untrusted]
        }
        .unless("it is known", is: nil) { $0 = .healthy },
        Situation(
            "trust could not be worked out", is: "certificate-trust-undecided", .certain,
            first: .shared(.seeEveryStep)
        ) {
            $0.certificate.trust = .undecided("the root store cannot be read")
        }
        .unless("the path is forbidden", is: "certificate-path-refused") { $0.certificate.problems = [.untrusted] },
    ]
}
