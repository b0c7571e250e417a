package import FleetModel

extension TraceLines {
    /// The lines of a gateway: its state, its cells, what each layer showed, and what was concluded.
    package static func gateway(_ status: GatewayStatus) -> [String] {
        let judgement = status.judgement
        let letters = Layer.allCases.map { String($0.letter) }.joined()
        let lines =
            labelled("layers", [letters, judgement.cells.signs])
            + (status.snapshot.map { facts(in: $0, certificateLeft: judgement.certificateLeft) } ?? [])
            + judgementLines(judgement, of: status.gateway.name)
        return ["", "\(judgement.state.word)  gateway \(clean(status.gateway.name))"] + lines.map { "  " + $0 }
    }

    private static func facts(in snapshot: GatewaySnapshot, certificateLeft: Span?) -> [String] {
        var lines = snapshot.dns?.facts.map(names) ?? []
        lines += snapshot.tcp?.facts.map(addresses) ?? []
        lines += snapshot.tls.map(handshake) ?? []
        lines += snapshot.certificate?.facts.map { certificate($0, certificateLeft) } ?? []
        lines += answer("HTTP", snapshot.transport) + answer("socket", snapshot.webSocket) + answer("RPC", snapshot.rpc)
        if let dtls = snapshot.dtls {
            let words = dtls.facts.map { "\($0.peer): \($0.words)" } ?? dtls.failure?.words
            lines += labelled("DTLS", [words].compactMap { $0 })
        }
        return lines
    }

    private static func answer(_ label: String, _ observation: Observation<HTTPFacts>?) -> [String] {
        guard let observation else { return [] }
        let status = observation.facts?.status == nil ? nil : observation.facts?.words
        return labelled(label, [status ?? observation.failure?.words].compactMap { $0 })
    }
}
