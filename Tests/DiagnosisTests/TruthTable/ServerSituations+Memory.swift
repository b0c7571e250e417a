import FleetModel
import TestSupport

@testable import Diagnosis

extension Situation where Facts == ServerFacts {
    /// What can only be told by looking more than once (R09, R12 to R14).
    static let memories: [Situation] = [
        Situation(
            "the certificate fell back to Windows' own", is: "certificate-fallback", .possible,
            first: .shared(.certificateEvents)
        ) {
            $0.showed([.a, .own("b")])
        }
        .unless("it was Windows' own from the start", is: nil) { $0.showed([.own("b"), .own("b")]) }
        .unless("that one is pinned", is: nil) { $0.server.policy.pin = SampleFleet.fingerprint("b") },
        Situation(
            "the certificate fell back when the other had ended", is: "certificate-fallback", .likely,
            first: .shared(.certificateEvents)
        ) {
            $0.showed([.a.with(left: .hours(-3)), .own("b")])
        }
        .unless("the authority's was renewed", is: nil) { $0.showed([.a.with(left: .hours(-3)), .b]) },
        Situation(
            "another authority's certificate though none was due", is: "certificate-changed", .possible,
            first: .shared(.certificateEvents)
        ) {
            $0.showed([.a, .b.by("CN=Other CA")])
        }
        .unless("one was due", is: nil) { $0.showed([.a.with(left: .days(3)), .b.by("CN=Other CA")]) }
        .unless("the same authority signed it", is: nil) { $0.showed([.a, .b]) },
        Situation(
            "enrolled three times in two days", is: "certificate-churning", .likely, first: .shared(.certificateEvents)
        ) {
            $0.showed([.a.made(.hours(40)), .b.made(.hours(20)), .c.made(.hours(1))])
        }
        .unless("twice", is: nil) { $0.showed([.a, .b.made(.hours(20)), .c.made(.hours(1))]) },
        Situation("two certificates take turns", is: "certificate-flapping", .possible, first: "See how many addresses")
        {
            $0.showed([.own("a"), .own("b"), .own("a"), .own("b")])
        }
        .unless("there was one change", is: "certificate-changed") { $0.showed([.own("a"), .own("b")]) },
        Situation("renewed in time", is: "certificate-renewed", .likely, first: "Nothing to do") {
            $0.showed([.a.with(left: .days(5)), .b])
        }
        .unless("none was due, and another authority signed it", is: "certificate-changed") {
            $0.showed([.a, .b.by("CN=Other CA")])
        },
        Situation("fails now here and now there", is: "path-unstable", .possible, first: "Count the loss") {
            $0.cameAndWent("..T...X..S.....")
        }
        .unless("always at TLS", is: "server-unsteady") { $0.cameAndWent("..S...S..SS....") }
        .unless("once, as for a restart", is: nil) { $0.cameAndWent("....TTTR.......") },
        Situation("fails now and then at TLS", is: "server-unsteady", .possible, first: "On the server, see when") {
            $0.cameAndWent("..S...S..SS....")
        }
        .unless("too few probes to say", is: nil) { $0.cameAndWent("S.S.S..") }
        .unless("our own link was down when it answered last", is: nil) { $0.ourSide = .linkDown },
        Situation("fails at the first of two probes", is: "server-second-try", .possible, first: "Check again a few") {
            $0.cameAndWent("S.")
        }
        .unless("it passed once more", is: nil) { $0.cameAndWent("S..") }
        .unless("it had passed before", is: nil) { $0.cameAndWent(".S.") },
    ]
}
