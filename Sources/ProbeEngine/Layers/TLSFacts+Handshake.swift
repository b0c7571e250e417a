import FleetModel
import RDPWire

extension TLSFacts {
    /// What a handshake showed, and why it failed if it did.
    ///
    /// Only what the server sent is held against it: alerts that our library sends never count.
    static func read(_ handshake: Handshake) -> Sighting<TLSFacts> {
        var facts = TLSFacts(closedFirst: handshake.closer, bytesReceived: handshake.flight.byteCount)
        if case .serverHello(let hello) = handshake.flight.answer {
            facts.version = hello.version.rawValue
            facts.cipherSuite = hello.cipherSuite.rawValue
            facts.cipherSuiteName = hello.cipherSuite.name
        }
        facts.alert = (handshake.alert?.0 ?? handshake.flight.warnings.last)?.description.rawValue
        guard let ending = handshake.ending else { return Sighting(facts: facts, failure: nil) }
        let failure = ending == .ourFault(.cancelled) ? ending : read(handshake, ending: ending)
        // A server that says goodbye has closed, even if our library was quicker to shut the socket.
        let hasSaidGoodbye = handshake.alert?.0.endsHandshake ?? false
        if failure == .disconnectInsteadOfTLS || failure.isAlert || hasSaidGoodbye { facts.closedFirst = .server }
        return Sighting(facts: facts, failure: failure)
    }

    /// What bytes in the clear mean that came after the confirm and before our ClientHello.
    static func read(plaintext: ArraySlice<UInt8>, ending: LayerFailure?, closer: Closer?) -> Sighting<TLSFacts> {
        let facts = TLSFacts(closedFirst: closer ?? .us, bytesReceived: plaintext.count)
        if case .disconnect = ServerGreeting.classify(plaintext, ended: true) {
            return Sighting(facts: facts, failure: .disconnectInsteadOfTLS)
        }
        return Sighting(facts: facts, failure: ending == .ourFault(.cancelled) ? ending : .malformed)
    }

    private static func read(_ handshake: Handshake, ending: LayerFailure) -> LayerFailure {
        if let (alert, recordVersion) = handshake.alert, alert.endsHandshake {
            if alert.description == .closeNotify { return .closed }
            let isTooOld = alert.description == .protocolVersion && recordVersion.rawValue < TLSVersion.tls10.rawValue
            return isTooOld ? .tlsTooOld(recordVersion.rawValue) : .tlsAlert(alert.description.rawValue)
        }
        switch handshake.flight.answer {
        case .serverHello(let hello):
            return hello.version.rawValue < TLSVersion.tls10.rawValue ? .tlsTooOld(hello.version.rawValue) : ending
        case .alert(let alert):
            return alert.description == .closeNotify ? .closed : .tlsAlert(alert.description.rawValue)
        case .plaintext(.disconnect):
            return .disconnectInsteadOfTLS
        case .plaintext(let greeting):
            return greeting.foreignProtocol.map(LayerFailure.notRDP) ?? .malformed
        case .malformed(.truncated):
            return ending
        case .malformed:
            // What began as a record of TLS is TLS, however broken: a promised message of 16 MB, say.
            return handshake.flight.hasTLSRecord ? .handshakeFailed : .malformed
        case nil:
            return ending
        }
    }
}

extension LayerFailure {
    fileprivate var isAlert: Bool {
        if case .tlsAlert = self { true } else { false }
    }
}
