import FleetModel

/// One way for a Remote Desktop server to behave, as a value: a recipe for each phase of a connection.
///
/// The listeners of this target follow it literally; it knows nothing of how the behaviour is judged.
package struct Scenario: Sendable, Hashable, Identifiable {
    /// What a scenario is called, such as `refused` or `tls-1.0-only`.
    package struct ID: Sendable, Hashable, Comparable, ExpressibleByStringLiteral, CustomStringConvertible {
        /// Lower-case letters, digits, dots and hyphens.
        package let text: String

        package init(_ text: String) {
            self.text = text
        }

        package init(stringLiteral text: String) {
            self.init(text)
        }

        package var description: String { text }

        package static func < (left: ID, right: ID) -> Bool { left.text < right.text }
    }

    package let id: ID
    /// What the server does, in one line.
    package let summary: String
    /// What the name server says of the server's name.
    package let name: NameRecipe
    /// What a client meets at the port.
    package let arrival: Arrival
    /// What follows the client's request.
    package let answer: Answer
    /// What follows a confirm that selects TLS.
    package let handshake: Handshake
    /// The certificate that the handshake shows.
    package let certificate: CertificateRecipe
    /// What follows inside TLS.
    package let session: Session
    /// What is at the UDP port.
    package let datagrams: DatagramRecipe

    /// A scenario that is healthy wherever it is not told otherwise: NLA, TLS 1.2 or 1.3, a trusted certificate, a member
    /// of the demo's domain, UDP.
    package init(
        _ id: ID, _ summary: String, name: NameRecipe = .address, arrival: Arrival = .awaitingRequest,
        answer: Answer = .negotiating(.nlaRequired), handshake: Handshake = .completing(.modern),
        certificate: CertificateRecipe = .trusted, session: Session = .challenging(ChallengeRecipe()),
        datagrams: DatagramRecipe = .answering(.two)
    ) {
        self.id = id
        self.summary = summary
        self.name = name
        self.arrival = arrival
        self.answer = answer
        self.handshake = handshake
        self.certificate = certificate
        self.session = session
        self.datagrams = datagrams
    }
}
