import FleetModel
import NIOCore
import RDPWire

/// NLA: says the first message of CredSSP, a bare NTLM NEGOTIATE without a name, and reads what the server says of itself.
///
/// That is all that is ever said: an AUTHENTICATE does not follow, and neither does anything else after silence.
struct NLALayer: ConnectionLayer {
    /// The longest wait for the answer, within the time that the ladder has: a server that does not answer this message
    /// is up all the same, and has been asked politely.
    static let answerLimit = TimeAmount.seconds(3)

    let layer = Layer.nla
    var place: WritableKeyPath<ServerSnapshot, Observation<NLAFacts>?> { \.nla }

    private let cadence: Cadence
    private let now: @Sendable () -> Instant
    private let request = TSRequest(negoTokens: [NTLMNegotiate.anonymous.encoded]).encoded

    /// - Parameters:
    ///   - cadence: Says when the server is asked.
    ///   - now: Our clock, with which the server's is compared.
    init(_ cadence: Cadence, now: @escaping @Sendable () -> Instant) {
        self.cadence = cadence
        self.now = now
    }

    func isReachable(over connection: Connection, after snapshot: ServerSnapshot) -> Bool {
        snapshot.hasPassed(.tls) && snapshot.selectsNLA
    }

    func isDue(_ snapshot: ServerSnapshot, after earlier: ServerSnapshot?, at now: Instant) -> Bool {
        cadence.wantsNLA(snapshot, after: earlier, at: now)
    }

    func probe(_ connection: Connection, of server: Server) async -> Sighting<NLAFacts> {
        connection.trace.tell(.began("asking for an NTLM challenge, without a name"))
        let (sent, stopwatch) = (now(), Stopwatch())
        connection.send(request)
        let frame = await connection.within(.now() + Self.answerLimit) {
            await connection.receive(Self.frame)
        }
        let roundTrip = stopwatch.microseconds
        var sighting = NLAFacts.read(frame, from: connection.unread, ending: connection.ending)
        if case .complete(let length) = frame { connection.take(length) }
        if sighting.facts?.answer != .nothing { sighting.facts?.roundTrip = roundTrip }
        if let serverClock = sighting.facts?.serverClock {
            // The server read its clock somewhere between; halfway is the best guess.
            sighting.facts?.clockSkew = serverClock - (sent + .milliseconds(roundTrip / 2_000))
        }
        return sighting
    }

    /// What has come of one TSRequest; nil while more is needed, and for ever when not one byte comes.
    private static func frame(_ bytes: ArraySlice<UInt8>, hasEnded: Bool) -> TSRequestFrame? {
        let frame = TSRequestFrame(startOf: bytes)
        return frame == .incomplete && (bytes.isEmpty || !hasEnded) ? nil : frame
    }
}
