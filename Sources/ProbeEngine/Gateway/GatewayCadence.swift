import FleetModel

/// What is due at a gateway besides the transport, by what is known.
enum GatewayCadence {
    /// What is not looked at every time is looked at again after this long.
    static let hourly = Span.hours(1)

    /// The other two questions: at first sight, when the transport answers with another status, and hourly; never
    /// without an answer to the first, nor when that is to leave the gateway alone for a while.
    ///
    /// - Parameters:
    ///   - snapshot: The present probe; the transport has been asked.
    ///   - earlier: The probe before, with what it carries on; nil for the first.
    ///   - now: The time of asking.
    /// - Returns: What is due, in order.
    static func questions(
        _ snapshot: GatewaySnapshot, after earlier: GatewaySnapshot?, at now: Instant
    ) -> [HTTPFacts.Request] {
        guard let answer = snapshot.transport?.facts, let status = answer.status, answer.retryAfter == nil else {
            return []
        }
        guard let earlier, earlier.transport?.facts?.status == status else { return [.webSocket, .rpc] }
        return [.webSocket, .rpc].filter { isDue(earlier[keyPath: $0.place], at: now) }
    }

    /// Whether the DTLS port is asked: at first sight and hourly.
    static func wantsDTLS(after earlier: GatewaySnapshot?, at now: Instant) -> Bool {
        isDue(earlier?.dtls, at: now)
    }

    private static func isDue<Facts>(_ last: Observation<Facts>?, at now: Instant) -> Bool {
        last.map { now - $0.at >= hourly } ?? true
    }
}

extension HTTPFacts.Request {
    /// Where the answer's observation belongs.
    var place: WritableKeyPath<GatewaySnapshot, Observation<HTTPFacts>?> {
        switch self {
        case .transport: \.transport
        case .webSocket: \.webSocket
        case .rpc: \.rpc
        }
    }
}
