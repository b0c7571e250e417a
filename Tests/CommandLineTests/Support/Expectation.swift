import Testing

/// What should be said of one server.
struct Expectation: Sendable {
    /// What should be said of its certificate.
    struct Certificate: Sendable {
        var trust = "trusted"
        var nameMatch = "alternative name"
        var problems: [String] = []
        /// Whole days.
        var daysLeft: ClosedRange<Int>
        var key = "ECDSA P-256"
        var signature = "ecdsa-with-SHA256"
    }

    /// The nine signs, in the order dns ping tcp x224 tls certificate nla udp gateway.
    let signs: String
    let state: String
    /// The rule of the headline; nil when there is nothing to say.
    let rule: String?
    /// The plain rule whose place the headline takes, since it says more; nil when there is none.
    var replacing: String?
    /// The protocol that the server selected; nil when it selected none.
    var selected: String?
    /// The version of TLS in the ServerHello; nil when there was none.
    var tls: String?
    /// The letter of the certificate's cell, where a warning has one.
    var letter: String?
    var certificate: Certificate?
    /// How sure the headline is of the cause; nil does not look at it.
    var confidence: String?
    /// How its first step begins; nil does not look at it.
    var firstStep: String?
}

extension Expectation {
    /// The same, with how sure the headline should be, and how its first step should begin.
    func saying(_ confidence: String, first firstStep: String) -> Expectation {
        var said = self
        said.confidence = confidence
        said.firstStep = firstStep
        return said
    }

    /// The name was not resolved, so that nothing else could be tried.
    static func failedInDNS(_ sign: Character, _ rule: String) -> Expectation {
        Expectation(signs: "\(sign):::::::-", state: "down", rule: rule)
    }

    /// Users come only through a gateway: the server itself is not looked at; the sign is the gateway's.
    static func behindGateway(_ sign: Character, state: String, _ rule: String?) -> Expectation {
        Expectation(signs: "--------\(sign)", state: state, rule: rule)
    }

    /// What the servers of one table have in common; loopback answers every ping.
    struct Baseline: Sendable {
        /// The sign of DNS: `.` where names are resolved, `-` where the fleet file has the addresses.
        let dns: Character
        /// The protocol that a server selects.
        let selected: String
        /// The sign of NLA: `.` where it answers, `-` where it is not selected.
        var nla: Character = "."
        /// The sign of UDP: `.` where it answers, `R` where nothing listens.
        var udp: Character = "."
        /// The rule of the headline where all is well; nil when there is nothing to say.
        var note: String?

        /// TLS stands; the sign is the certificate's.
        func passed(
            _ sign: Character = ".", dns: Character? = nil, state: String = "ok", rule: String? = nil,
            letter: String? = nil, selected: String? = nil, tls: String = "TLS 1.3", nla: Character? = nil,
            udp: Character? = nil, gateway: Character = "-", days: ClosedRange<Int> = 0...0,
            certificate: Certificate? = nil
        ) -> Expectation {
            Expectation(
                signs: "\(dns ?? self.dns)....\(sign)\(nla ?? self.nla)\(udp ?? self.udp)\(gateway)", state: state,
                rule: rule ?? note,
                selected: selected ?? self.selected, tls: tls, letter: letter,
                certificate: certificate ?? Certificate(daysLeft: days))
        }

        /// TLS stands, in a version that is no longer safe, with a good certificate.
        func oldTLS(_ version: String, udp: Character? = nil, days: ClosedRange<Int>) -> Expectation {
            Expectation(
                signs: "\(dns)...!.\(nla)\(udp ?? self.udp)-", state: "warning", rule: "tls-old-version",
                selected: selected, tls: version,
                certificate: Certificate(daysLeft: days))
        }

        /// A server without TLS: what stands on TLS does not apply.
        func standardSecurity(_ rule: String, selected: String?) -> Expectation {
            // Such servers are from before UDP, or are no Windows.
            Expectation(signs: "\(dns)..!---R-", state: "warning", rule: rule, selected: selected)
        }

        /// Nobody listens.
        func refused() -> Expectation {
            Expectation(signs: "\(dns).R:::::-", state: "down", rule: "tcp-refused")
        }

        /// There was no good answer to the Connection Request.
        func failedInX224(
            _ sign: Character, _ rule: String, replacing: String? = nil, udp: Character? = nil
        ) -> Expectation {
            Expectation(signs: "\(dns)..\(sign):::\(udp ?? self.udp)-", state: "down", rule: rule, replacing: replacing)
        }

        /// TLS stands with a good certificate, and then CredSSP fails.
        func failedInNLA(_ sign: Character, _ rule: String, days: ClosedRange<Int>) -> Expectation {
            passed(state: "warning", rule: rule, nla: sign, days: days)
        }

        /// The server selected a protocol with TLS, and then there was none.
        func failedInTLS(
            _ sign: Character, _ rule: String, replacing: String? = nil, udp: Character? = nil
        ) -> Expectation {
            Expectation(
                signs: "\(dns)...\(sign)::\(udp ?? self.udp)-", state: "down", rule: rule, replacing: replacing,
                selected: selected)
        }
    }
}

/// Compares a server of the report with what should be said of it, in every respect.
func expect(
    _ server: CheckReport.Server, _ expected: Expectation, sourceLocation: SourceLocation = #_sourceLocation
) {
    let comment = Comment(rawValue: "\(server.name): \(server.findings.map(\.rule))")
    #expect(server.signs == expected.signs, comment, sourceLocation: sourceLocation)
    #expect(server.state == expected.state, comment, sourceLocation: sourceLocation)
    #expect(server.findings.first?.rule == expected.rule, comment, sourceLocation: sourceLocation)
    if let confidence = expected.confidence {
        #expect(server.findings.first?.confidence == confidence, comment, sourceLocation: sourceLocation)
    }
    if let step = expected.firstStep {
        let first = server.findings.first?.remedies.first?.text ?? ""
        #expect(first.hasPrefix(step), "\(server.name)", sourceLocation: sourceLocation)
    }
    if let plain = expected.replacing {
        #expect(!server.findings.contains { $0.rule == plain }, comment, sourceLocation: sourceLocation)
    }
    #expect(
        server.layers.x224?.selected == expected.selected.map { [$0] }, comment, sourceLocation: sourceLocation)
    #expect(server.layers.tls?.version == expected.tls, comment, sourceLocation: sourceLocation)
    if let letter = expected.letter {
        #expect(server.cells["certificate"]?.letter == letter, comment, sourceLocation: sourceLocation)
    }
    guard let wanted = expected.certificate, let certificate = server.certificate else {
        #expect(
            (server.certificate == nil) == (expected.certificate == nil), comment, sourceLocation: sourceLocation)
        return
    }
    #expect(certificate.trust == wanted.trust, comment, sourceLocation: sourceLocation)
    #expect(certificate.nameMatch == wanted.nameMatch, comment, sourceLocation: sourceLocation)
    #expect(certificate.problems.sorted() == wanted.problems.sorted(), comment, sourceLocation: sourceLocation)
    #expect(certificate.leaf.key == wanted.key, comment, sourceLocation: sourceLocation)
    #expect(certificate.leaf.signature == wanted.signature, comment, sourceLocation: sourceLocation)
    let days = certificate.daysLeft
    #expect(
        days.map(wanted.daysLeft.contains) == true, "\(server.name): \(days ?? .min)", sourceLocation: sourceLocation)
}
