import FleetModel
import TestSupport

extension LayerSample {
    /// At least one for every rule that rests on what was seen since the program was started, and their near misses.
    static let memories: [LayerSample] = changes + fallbacks + alternations + unsteady

    // MARK: One certificate after another

    private static let changes: [LayerSample] = [
        story("renewed in time", "........-", .ok, "certificate-renewed", [.a.with(left: .days(5)), .b]),
        story("renewed early by the same authority", "........-", .ok, "certificate-renewed", [.a, .b]),
        story(
            "renewed after its end", "........-", .ok, "certificate-renewed",
            [.own("a").with(left: .hours(-3)), .own("b")]),
        story(
            "the same key signed by another authority", "........-", .ok, "certificate-renewed",
            [.a, .b.by("CN=Other CA").with(key: "a")]),
        story("a self-signed one gave way to a trusted one", "........-", .ok, "certificate-renewed", [.own("a"), .b]),
        story("the new one is pinned", "........-", .ok, "certificate-renewed", [.own("a"), .own("b")]) {
            $0.server.policy.pin = SampleFleet.fingerprint("b")
        },
        story(
            "another one though none was due", "........-", .warning, "certificate-changed", [.own("a"), .own("b")]),
        story(
            "another authority though none was due", "........-", .warning, "certificate-changed",
            [.a, .b.by("CN=Other CA")]),
        story(
            "another authority that is not known here, though one was due", "........-", .warning,
            "certificate-changed", [.a.with(left: .days(3)), .b.by("CN=Other CA").unknown]),
        story(
            "another authority when one was due", "........-", .ok, "certificate-renewed",
            [.a.with(left: .days(3)), .b.by("CN=Other CA")]),
        story(
            "another one though none was due, the probe between failed", "........-", .warning, "certificate-changed",
            [.own("a"), .silent, .own("b")]),
        story(
            "another one more than a day ago", "........-", .ok, "certificate-changed", [.own("a"), .own("b")],
            apart: .hours(25)),
        story(
            "another one more than a week ago", "........-", .ok, "certificate-self-signed", [.own("a"), .own("b")],
            apart: .days(8)),
        story("the same one each time", "........-", .ok, nil, [.a, .a, .silent, .a]),
        story("self-signed since the start", "........-", .ok, "certificate-self-signed", [.own("a"), .own("a")]),
    ]

    private static let fallbacks: [LayerSample] = [
        story(
            "fell back after the end", ".....!..-", .warning, "certificate-fallback",
            [.a.with(left: .hours(-3)), .own("b")]),
        story("fell back long before the end", ".....!..-", .warning, "certificate-fallback", [.a, .own("b")]),
        story(
            "fell back and made another one since", ".....!..-", .warning, "certificate-fallback",
            [.a, .own("b"), .own("c")]),
        story(
            "fell back a month ago", ".....!..-", .warning, "certificate-fallback", [.a, .own("b")], apart: .days(30)),
        story(
            "fell back, was repaired, and fell back again", ".....!..-", .warning, "certificate-fallback",
            [.own("b"), .a, .own("b")]),
        story(
            "a self-signed one at another address", "........-", .warning, "certificate-changed",
            [.a.with(left: .hours(-3)), .own("b").at("10.20.4.8")]),
        story("a self-signed one that is pinned", "........-", .ok, "certificate-renewed", [.a, .own("b")]) {
            $0.server.policy.pin = SampleFleet.fingerprint("b")
        },
        story(
            "a self-signed one that is trusted here", "........-", .warning, "certificate-changed",
            [.a, .own("b").trusted]),
    ]

    private static let alternations: [LayerSample] = [
        story(
            "enrolled three times in two days", "........-", .warning, "certificate-churning",
            [.a.made(.hours(40)), .b.made(.hours(20)), .c.made(.hours(1))]),
        story(
            "enrolled twice in two days", "........-", .ok, "certificate-renewed",
            [.a, .b.made(.hours(20)), .c.made(.hours(1))]),
        story(
            "enrols each day for a day", ".....!..-", .warning, "certificate-ends-soon",
            [
                .a.made(.hours(40)).with(left: .hours(-16)), .b.made(.hours(20)).with(left: .hours(4)),
                .c.made(.hours(1)).with(left: .hours(23)),
            ]),
        story(
            "made itself three in two days", "........-", .warning, "certificate-churning",
            [.own("a").made(.hours(40)), .own("b").made(.hours(20)), .own("c").made(.hours(1))]),
        story(
            "two take turns", ".....!..-", .warning, "certificate-flapping",
            [.own("a"), .own("b"), .own("a"), .own("b")]),
        story("two trusted ones take turns", "........-", .ok, "certificate-flapping", [.a, .b, .a, .b]),
        story(
            "ten take turns, more than are remembered", ".....!..-", .warning, "certificate-flapping",
            (0..<20).map { .own("\($0 % 10)") }),
        story("an earlier one is back", "........-", .ok, "certificate-flapping", [.a, .b, .a]),
        story(
            "two took turns a week ago", "........-", .ok, "certificate-self-signed",
            [.own("a"), .own("b"), .own("a"), .own("b")], apart: .days(7)),
    ]

    // MARK: Coming and going

    private static let unsteady: [LayerSample] = [
        history("now here and now there", "..T...X..S.....", "..!.....-", .warning, "path-unstable"),
        history("only TCP, now and then silent", "..T...T..TT....", "..!.....-", .warning, "path-unstable"),
        history("failed at first", "R.", "........-", .ok, "server-second-try"),
        history("failed at first, and passed twice", "R..", "........-", .ok, nil),
        history("it fails right now", "..T...X..S....T", "..T:::::-", .down, "tcp-filtered"),
        history("only TLS, now and then reset", "..S...S..SS....", "....!...-", .warning, "server-unsteady"),
        history("now and then refused, and cut in TLS", "..R...R..SS....", "..!.....-", .warning, "server-unsteady"),
        history("now and then no name", "..D...D..DD....", "!.......-", .warning, "server-unsteady"),
        history("restarted once", "....TTTR.......", "........-", .ok, nil),
        history("restarted twice", "....TT...TRR...", "........-", .ok, nil),
        history("was down and came up", "TTTTTTTTTTTTT..", "........-", .ok, nil),
        history("too few probes to say", "T.X.S..", "........-", .ok, nil),
        history("steady for long enough", "T.X.S...........", "........-", .ok, nil),
        history("three times ago, and simply down since", ".T.X.S.TTTTT", "..T:::::-", .down, "tcp-filtered"),
        changed("unsteady while our link is down", "........-", .ok, nil) {
            $0 = history("", "..T...X..S.....", "........-", .ok, nil)
            $0.title = "unsteady while our link is down"
            $0.ourSide = .linkDown
        },
        changed("unsteady, and echoes are lost", ".!!.....-", .warning, "path-unstable") {
            $0 = history("", "..T...X..S.....", ".!!.....-", .warning, "path-unstable")
            $0.title = "unsteady, and echoes are lost"
            $0.snapshot.ping?.facts?.received = 16
        },
    ]

    /// A server whose last probes saw these certificates, the last of them twenty seconds ago.
    static func story(
        _ title: String, _ signs: String, _ state: ServerState, _ rule: String?, _ certificates: [Shown],
        apart: Span = .hours(1), _ change: (inout LayerSample) -> Void = { _ in }
    ) -> LayerSample {
        changed(title, signs, state, rule) { sample in
            let last = SampleFleet.probed
            // The present one was first seen `apart` ago.
            let times = certificates.indices.map { index in
                last - Span(milliseconds: apart.milliseconds * Int64(certificates.count - index))
            }
            var earlier: ServerSnapshot?
            for (certificate, time) in zip(certificates, times) {
                earlier = certificate.probe(of: sample, at: time).following(earlier)
            }
            if let shown = certificates.last { sample.snapshot = shown.probe(of: sample, at: last).following(earlier) }
            change(&sample)
        }
    }

    /// A server whose probes ended as the signs say, a minute apart, the last of them twenty seconds ago.
    static func history(
        _ title: String, _ outcomes: String, _ signs: String, _ state: ServerState, _ rule: String?
    ) -> LayerSample {
        changed(title, signs, state, rule) { sample in
            var earlier: ServerSnapshot?
            for (index, sign) in outcomes.enumerated() {
                var snapshot = probe(ending: sign, of: sample)
                let age = Span.minutes(Int64(outcomes.count - 1 - index))
                snapshot.began = snapshot.began - age
                snapshot.ended = snapshot.ended - age
                earlier = snapshot.following(earlier)
            }
            if var last = earlier {
                // So that what is said does not depend on whether the failure has been confirmed.
                if last.consecutiveFailures > 0 { last.consecutiveFailures = 4 }
                sample.snapshot = last
            }
        }
    }

    private static func probe(ending sign: Character, of sample: LayerSample) -> ServerSnapshot {
        let stop: (Layer, LayerFailure)? =
            switch sign {
            case "D": (.dns, .noSuchName)
            case "T": (.tcp, .timedOut)
            case "R": (.tcp, .refused)
            case "X": (.x224, .closed)
            case "S": (.tls, .reset)
            default: nil
            }
        guard let (layer, failure) = stop else { return sample.snapshot }
        var snapshot = SampleFleet.failedSnapshot(of: sample.server, at: "10.20.4.7", layer: layer, failure)
        snapshot.ping = sample.snapshot.ping
        return snapshot
    }
}

/// The certificate that a probe sees.
struct Shown {
    /// Nil for a probe that fails.
    private var facts: CertificateFacts?
    private var address = "10.20.4.7"

    private init(_ facts: CertificateFacts?) {
        self.facts = facts
    }

    /// Of the corporate authority, trusted, 88 days left.
    static let a = issued("a")
    static let b = issued("b")
    static let c = issued("c")
    /// A probe that gets no answer.
    static let silent = Shown(nil)

    private static func issued(_ id: String) -> Shown {
        Shown(SampleFleet.corporateCertificate(for: "ts07.corp.example")).named(id)
    }

    /// As Windows makes it for itself, 121 days left.
    static func own(_ id: String) -> Shown {
        Shown(SampleFleet.windowsCertificate(for: "ts07.corp.example")).named(id)
    }

    /// The same with another end.
    func with(left: Span) -> Shown { changed { $0.leaf.notAfter = SampleFleet.now + left } }

    /// The same with the key of another.
    func with(key: String) -> Shown { changed { $0.leaf.keySHA256 = "key \(key)" } }

    /// The same, made so long ago.
    func made(_ ago: Span) -> Shown { changed { $0.leaf.notBefore = SampleFleet.now - ago } }

    /// The same from another authority.
    func by(_ issuer: String) -> Shown { changed { $0.leaf.issuer = issuer } }

    /// The same, at another address.
    func at(_ address: String) -> Shown {
        var copy = self
        copy.address = address
        return copy
    }

    /// The same, and the authority is not known here.
    var unknown: Shown { changed { $0.trust = .unknownAuthority($0.leaf.issuer) } }

    /// The same, and it stands among the authorities that are trusted here.
    var trusted: Shown { changed { $0.trust = .trusted([$0.leaf.subject]) } }

    private func named(_ id: String) -> Shown {
        changed { facts in
            facts.leaf.sha256 = SampleFleet.fingerprint(id)
            facts.leaf.keySHA256 = "key \(id)"
        }
    }

    private func changed(_ change: (inout CertificateFacts) -> Void) -> Shown {
        var copy = self
        if var facts {
            change(&facts)
            copy.facts = facts
        }
        return copy
    }

    /// A probe that sees it.
    func probe(of sample: LayerSample, at time: Instant) -> ServerSnapshot {
        var snapshot = sample.snapshot
        snapshot.began = time - .milliseconds(96)
        snapshot.ended = time
        guard let facts else {
            snapshot = SampleFleet.failedSnapshot(of: sample.server, at: "10.20.4.7", layer: .tcp, .timedOut)
            snapshot.began = time - .milliseconds(96)
            snapshot.ended = time
            return snapshot
        }
        snapshot.tcp = SampleFleet.seen(SampleFleet.connection(to: SampleFleet.endpoint(address)), 11_840)
        snapshot.certificate = Observation(facts: facts, microseconds: 900, at: time)
        return snapshot
    }
}
