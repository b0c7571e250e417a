import FleetModel

extension Case {
    /// What CredSSP showed.
    var nlaEvidence: [String] {
        guard let nla = snapshot?.nla else { return [] }
        let time = elapsed(nla.facts?.roundTrip ?? nla.microseconds)
        var lines: [String] = []
        switch nla.facts?.answer {
        case .challenge: lines.append("NLA: NTLM CHALLENGE after \(time)")
        case .errorCode(let status):
            let symbol = SecurityStatusText.symbol(of: status) ?? "no usual code"
            lines.append("NLA: error code 0x\(hexadecimal(status, digits: 8)) (\(symbol)) after \(time)")
        case .otherToken: lines.append("NLA: the token after \(time) is no NTLM CHALLENGE")
        case .malformed where nla.failure == .timedOut:
            let count = counted(nla.facts?.firstBytes.count ?? 0, "byte")
            lines.append("NLA: the answer did not end within \(elapsed(nla.microseconds)), \(count) received")
        case .malformed: lines.append("NLA: the answer after \(time) is no TSRequest")
        case .nothing, nil:
            guard let failure = nla.failure else { break }
            lines.append("NLA: \(failure.words) \(failure == .timedOut ? "within" : "after") \(time), 0 bytes received")
        }
        guard let facts = nla.facts else { return lines }
        if let version = facts.credSSPVersion { lines.append("NLA: CredSSP version \(version)") }
        if let name = facts.dnsComputerName ?? facts.computerName {
            lines.append("NTLM: the computer calls itself \(CleanText.clean(name, limit: 100))")
        }
        if let build = facts.build {
            lines.append("NTLM: build \(build), \(WindowsReleases.productName(of: build))")
        }
        if nla.failure != nil, !facts.firstBytes.isEmpty { lines.append("answer begins: \(leading(facts.firstBytes))") }
        return lines
    }

    /// What the companion connection showed, which offers TLS alone.
    var companionEvidence: [String] {
        guard let companion = snapshot?.companion, let facts = companion.facts else { return evidence(of: .x224) }
        let asked = "second connection: asked for \(facts.requested.names.joined(separator: ", "))"
        let answer: String? =
            switch facts.answer {
            case .selected(let chosen, _): "second connection: \(chosen.names.joined(separator: ", ")) chosen"
            case .refused(let code):
                "second connection: RDP_NEG_FAILURE \(code) (\(NegotiationFailureName.symbol(of: code)))"
            case .withoutNegotiation, .foreign, .malformed, .nothing: nil
            }
        return evidence(of: .x224) + [asked] + [answer].compactMap { $0 }
    }
}
