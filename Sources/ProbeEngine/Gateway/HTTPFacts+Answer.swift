import FleetModel
import NIOHTTP1

extension HTTPFacts {
    /// What an answer shows, and why it is not one of a gateway if it is not.
    ///
    /// - Parameters:
    ///   - answer: What came of it.
    ///   - request: What was asked.
    ///   - ending: Why the connection can no longer be used; nil while it can.
    ///   - now: The time at which the answer came.
    /// - Returns: The facts, and the failure unless a gateway answers so (MS-TSGU 3.3.5.1).
    static func read(
        _ answer: HTTPAnswer, to request: Request, ending: LayerFailure?, now: Instant
    ) -> Sighting<HTTPFacts> {
        var facts = HTTPFacts(request: request, bytesReceived: min(answer.byteCount, FlightTap.limit))
        guard let head = answer.head else {
            let failure: LayerFailure = answer.isMalformed ? .malformed : ending ?? .timedOut
            return Sighting(facts: facts, failure: failure)
        }
        facts.status = UInt16(clamping: head.status.code)
        facts.version = "\(head.version.major).\(head.version.minor)"
        facts.schemes = Array(head.headers["WWW-Authenticate"].flatMap(HTTPFieldText.schemes).prefix(16))
        facts.server = head.text(of: "Server")
        facts.location = head.text(of: "Location")
        facts.proxyHeaders = head.headers.lazy.filter { HTTPFieldText.isOfProxy($0.name) }.prefix(8)
            .map { CleanText.clean("\($0.name): \($0.value)", limit: 120) }
        facts.framing = head.framing
        facts.body = HTTPFieldText.beginning(of: answer.body)
        facts.clockSkew = head.headers["Date"].first.flatMap(HTTPFieldText.date).map {
            .seconds(($0 - now).wholeSeconds)
        }
        facts.retryAfter = head.headers["Retry-After"].first.flatMap { HTTPFieldText.retryAfter($0, now: now) }
        return Sighting(facts: facts, failure: failure(of: head, answer.body, to: request))
    }

    private static func failure(
        of head: HTTPResponseHead, _ body: [UInt8], to request: Request
    ) -> LayerFailure? {
        let status = UInt16(clamping: head.status.code)
        switch status {
        case 401 where head.headers.contains(name: "WWW-Authenticate"), 101:
            return nil
        case 200 where head.isOfGateway(body, to: request):
            return nil
        // Whoever answers so does not let the method pass, or does not let us.
        case 400, 405, 407, 411, 413, 414, 429, 431, 501, 505:
            return .blocked
        // A gateway without RPC over HTTP has no such path at all; one that denies it filters.
        case 403 where request == .rpc:
            return .blocked
        case 500...599:
            return .serverError(status)
        default:
            return .notAGateway(status)
        }
    }
}

extension HTTPResponseHead {
    fileprivate func text(of name: String) -> String? {
        headers[name].first.map { CleanText.clean($0) }
    }

    /// How the body's length is told; a length that is no number counts as none.
    fileprivate var framing: HTTPFacts.Framing {
        if headers["Transfer-Encoding"].contains(where: { $0.lowercased().contains("chunked") }) { return .chunked }
        return headers["Content-Length"].first.flatMap { UInt64($0) }.map(HTTPFacts.Framing.length) ?? .untilClose
    }

    /// Whether this 200 is one of a gateway that lets a request pass and authenticates within the tunnel: some random
    /// bytes, mostly without a length and a type (MS-TSGU 3.3.5.1), or RPC's own type.
    fileprivate func isOfGateway(_ body: [UInt8], to request: HTTPFacts.Request) -> Bool {
        let type = headers["Content-Type"].first?.lowercased()
        if request == .rpc { return type?.hasPrefix("application/rpc") ?? false }
        guard type?.hasPrefix("application/octet-stream") ?? true, framing != .length(0) else { return false }
        // The text allows a hundred bytes, ten come in practice; and no page begins with anything but this.
        let first = body.first { $0 != 0x20 && !(0x09...0x0D).contains($0) }
        return body.count <= 100 && first != UInt8(ascii: "<")
    }
}
