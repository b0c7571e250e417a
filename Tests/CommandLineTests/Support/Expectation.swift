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
    /// The protocol that the server selected; nil when it selected none.
    var selected: String?
    /// The version of TLS in the ServerHello; nil when there was none.
    var tls: String?
    /// The letter of the certificate's cell, where a warning has one.
    var letter: String?
    var certificate: Certificate?
}

/// Compares a server of the report with what should be said of it, in every respect.
func expect(
    _ server: CheckReport.Server, _ expected: Expectation, sourceLocation: SourceLocation = #_sourceLocation
) {
    let comment = Comment(rawValue: "\(server.name): \(server.findings.map(\.rule))")
    #expect(server.signs == expected.signs, comment, sourceLocation: sourceLocation)
    #expect(server.state == expected.state, comment, sourceLocation: sourceLocation)
    #expect(server.findings.first?.rule == expected.rule, comment, sourceLocation: sourceLocation)
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
