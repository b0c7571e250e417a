import FleetModel

extension Case {
    /// What has passed on the way to a layer, as sentences that say what a failure there is not.
    func isNotWhatPassed(before layer: Layer) -> [String] {
        var sentences: [String] = []
        if layer > .tcp, failure(at: .tcp) == nil, let peer = snapshot?.tcp?.facts?.peer {
            sentences.append("Not a missing name and not a blocked port: \(peer) accepted the connection.")
        }
        if layer > .x224, failure(at: .x224) == nil, let chosen = negotiation?.selected, chosen != .standard {
            let names = chosen.names.joined(separator: ", ")
            sentences.append("Not a dead listener: it answered the RDP request and chose \(names).")
        }
        if layer > .tls, failure(at: .tls) == nil, let version = handshake?.versionName {
            sentences.append("Not the TLS versions or suites: the handshake passed with \(version).")
        }
        return sentences
    }

    /// That a failed handshake is not about what the certificate says, when it ended before one came.
    var isNotTheCertificate: [String] {
        guard handshake?.version == nil else { return [] }
        return ["Not an expired certificate or a wrong name in it: none was shown."]
    }
}
