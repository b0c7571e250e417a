import RDPWire

/// What a server makes of the bytes inside TLS: one message is answered, everything after it is a fault.
struct SessionConversation {
    /// What follows from bytes of the client.
    enum Step: Equatable {
        case sending([UInt8])
        case doing(Deed)
    }

    private let session: Session
    private let usesCredSSP: Bool
    private let server: SimulatedServer
    /// The first message, of which these bytes have come; nil when it has been answered.
    private var message: [UInt8]?

    /// A conversation that nothing has been said in; without CredSSP the client has nothing to say.
    init(_ session: Session, usesCredSSP: Bool, with server: SimulatedServer) {
        self.session = session
        self.usesCredSSP = usesCredSSP
        self.server = server
        message = []
    }

    /// What the server does now that these bytes have come; nil when it goes on reading.
    mutating func step(after bytes: [UInt8], book: VisitorsBook) -> Step? {
        guard usesCredSSP else {
            book.noteFault("data inside TLS without CredSSP")
            return nil
        }
        guard let earlier = message else {
            book.noteFault("a second message inside TLS")
            return nil
        }
        let received = earlier + bytes
        message = received
        switch TSRequestFrame(startOf: received[...]) {
        case .incomplete:
            return nil
        case .malformed(let error):
            message = nil
            book.noteFault("no TSRequest: \(error)")
            return .doing(.closing)
        case .complete(let length):
            message = nil
            if received.count > length { book.noteFault("bytes behind the first message") }
            return answer(to: received[..<length], book)
        }
    }

    private func answer(to message: ArraySlice<UInt8>, _ book: VisitorsBook) -> Step? {
        do throws(WireError) {
            let request = try TSRequest(decoding: message)
            guard request.negoTokens.count == 1, let token = request.negoTokens.first,
                let bare = NTLMMessage.find(in: token[...])
            else {
                book.noteFault("a TSRequest without an NTLM message")
                return .doing(.closing)
            }
            // It throws for every other message, AUTHENTICATE above all.
            _ = try NTLMNegotiate(decoding: bare)
            book.note(.negotiate)
            switch session {
            case .doing(let deed): return .doing(deed)
            case .challenging(let recipe): return .sending(try recipe.answer(name: server.name, now: server.now))
            }
        } catch {
            book.noteFault("no NTLM NEGOTIATE: \(error)")
            return .doing(.closing)
        }
    }
}
