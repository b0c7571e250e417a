import FleetModel
import RDPWire

extension NegotiationFacts {
    /// The most bytes of an answer that are kept.
    static let firstBytesLimit = 64

    /// What a server's first bytes mean as an answer to the Connection Request.
    ///
    /// - Parameters:
    ///   - greeting: What the bytes are; nil when none came.
    ///   - bytes: The bytes themselves.
    ///   - requested: What was asked for.
    ///   - ending: Why no more bytes will come; nil while more may.
    /// - Returns: The facts, and the failure unless the answer is one that a client can go on with.
    static func read(
        _ greeting: ServerGreeting?, from bytes: ArraySlice<UInt8>, requested: FleetModel.SecurityProtocols,
        ending: LayerFailure?
    ) -> Sighting<NegotiationFacts> {
        var facts = NegotiationFacts(
            requested: requested, answer: .nothing, firstBytes: Array(bytes.prefix(firstBytesLimit)))
        guard let greeting else { return Sighting(facts: facts, failure: ending ?? .closed) }
        let failure: LayerFailure?
        switch greeting {
        case .confirm(let confirm, _):
            facts.sourceReference = confirm.sourceReference
            (facts.answer, failure) = read(confirm.negotiation)
        case .disconnect(.ultimatum), .disconnect(.request):
            facts.answer = .malformed
            failure = .closed
        case .disconnect(.error):
            facts.answer = .malformed
            failure = .malformed
        case .malformed(.truncated):
            // Not wrong so far, but it ended too early.
            facts.answer = .malformed
            failure = ending ?? .malformed
        case .malformed:
            facts.answer = .malformed
            failure = .malformed
        case .tlsAlert, .tlsRecord, .http, .ssh, .text, .garbage:
            let foreign = greeting.foreignProtocol ?? .binary
            facts.answer = .foreign(foreign)
            facts.banner = greeting.line.map { CleanText.clean($0) }
            failure = .notRDP(foreign)
        }
        return Sighting(facts: facts, failure: ending == .ourFault(.cancelled) ? ending : failure)
    }

    private static func read(_ negotiation: ConnectionConfirm.Negotiation) -> (Answer, LayerFailure?) {
        switch negotiation {
        case .absent:
            return (.withoutNegotiation, nil)
        case .response(let response):
            let chosen = FleetModel.SecurityProtocols(rawValue: response.selectedProtocol.rawValue)
            return (.selected(chosen, flags: response.flags.rawValue), nil)
        case .failure(let code):
            return (.refused(code: code.rawValue), .negotiationRefused(code.rawValue))
        }
    }
}

extension ServerGreeting {
    /// The other protocol that a greeting belongs to; nil for RDP.
    var foreignProtocol: ForeignProtocol? {
        switch self {
        case .confirm, .disconnect, .malformed: nil
        case .tlsAlert, .tlsRecord: .tls
        case .http: .http
        case .ssh: .ssh
        case .text: .text
        case .garbage: .binary
        }
    }

    /// The first line of a greeting made of text, as sent; nil for others.
    var line: String? {
        switch self {
        case .http(let line), .ssh(let line), .text(let line): line
        case .confirm, .disconnect, .malformed, .tlsAlert, .tlsRecord, .garbage: nil
        }
    }
}
