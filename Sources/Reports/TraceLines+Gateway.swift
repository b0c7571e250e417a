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
        let layers: [Layer] = [.dns, .tcp, .tls, .certificate, .gateway, .udp]
        return layers.flatMap { facts(of: $0, in: snapshot, certificateLeft: certificateLeft) }
    }

    /// What a layer of a gateway showed, as of a server.
    static func facts(of layer: Layer, in snapshot: GatewaySnapshot, certificateLeft: Span?) -> [String] {
        switch layer {
        case .dns: return snapshot.dns?.facts.map(names) ?? []
        case .tcp: return snapshot.tcp?.facts.map(addresses) ?? []
        case .tls: return snapshot.tls.map(handshake) ?? []
        case .certificate: return snapshot.certificate?.facts.map { certificate($0, certificateLeft) } ?? []
        case .gateway:
            return answer("HTTP", snapshot.transport) + answer("socket", snapshot.webSocket)
                + answer("RPC", snapshot.rpc)
        case .udp:
            let words = snapshot.dtls.flatMap { dtls in
                dtls.facts.map { "\($0.peer): \($0.words)" } ?? dtls.failure?.words
            }
            return labelled("DTLS", [words].compactMap { $0 })
        case .ping, .x224, .nla: return []
        }
    }

    private static func answer(_ label: String, _ observation: Observation<HTTPFacts>?) -> [String] {
        guard let observation else { return [] }
        let status = observation.facts?.status == nil ? nil : observation.facts?.words
        return labelled(label, [status ?? observation.failure?.words].compactMap { $0 })
    }
}
