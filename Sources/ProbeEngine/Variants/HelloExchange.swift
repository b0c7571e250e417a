import FleetModel
import RDPWire

/// Sends a ClientHello of our own over an open connection, and sees what the server answers to it.
///
/// Nothing is agreed on and nothing is decrypted: the ServerHello is all that is waited for.
struct HelloExchange {
    private let connection: Connection
    private var flight = ServerFlight()
    private var alerts = AlertWatch()
    /// How many of the bytes unread have been looked at.
    private var seen = 0

    init(_ connection: Connection) {
        self.connection = connection
    }

    /// Sends the record of a ClientHello and waits for the answer.
    ///
    /// Nothing may be unread before.
    ///
    /// - Parameter record: The bytes to send.
    /// - Returns: What the server answered; a ServerHello of whatever version is no failure.
    mutating func perform(_ record: [UInt8]) async -> Sighting<TLSFacts> {
        connection.send(record)
        _ = await connection.receive { bytes, hasEnded in take(bytes, hasEnded: hasEnded) }
        return TLSFacts.read(
            Handshake(
                flight: flight, alert: alerts.alert,
                ending: hello == nil ? connection.ending ?? .handshakeFailed : nil,
                closer: hello == nil ? connection.closer ?? .us : nil))
    }

    /// Says that the handshake will not go on (RFC 8446, 6.1), where the server waits for it to go on.
    func takeLeave() {
        guard let hello, connection.ending == nil else { return }
        // SSL 3.0 does not know user_canceled.
        let descriptions: [TLSAlertDescription] =
            hello.version == .ssl30 ? [.closeNotify] : [.userCanceled, .closeNotify]
        connection.trace.tell(.note(descriptions.map(\.name).joined(separator: ", ")))
        connection.send(
            descriptions.flatMap { TLSAlert(level: .warning, description: $0).record(version: hello.legacyVersion) })
    }

    /// What the server chose; nil while, or when, it chose nothing.
    private var hello: ServerHello? {
        guard case .serverHello(let hello) = flight.answer else { return nil }
        return hello
    }

    /// Looks at what is new of the bytes unread.
    private mutating func take(_ bytes: ArraySlice<UInt8>, hasEnded: Bool) -> ServerFlight.Answer? {
        flight.receive(bytes.dropFirst(seen))
        alerts.receive(bytes.dropFirst(seen))
        seen = bytes.count
        // A request for another key share names version and suite just as well.
        return hasEnded || flight.helloRetryRequest != nil ? flight.end() : flight.answer
    }
}
