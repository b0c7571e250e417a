import Drawing
import FleetModel

/// What the name led to, and what each address did.
struct AddressSection: DetailSection {
    func lines(_ subject: DetailSubject) -> [Line] {
        var lines: [Line] = []
        if let dns = subject.status.snapshot?.dns?.facts {
            let found = dns.addresses.map(\.description).joined(separator: ", ")
            lines += subject.field("name", "\(dns.name): \(found.isEmpty ? "no address" : found)")
            lines += subject.field("from", source(dns, subject))
            lines += answers(dns, subject)
        }
        if let tcp = subject.status.snapshot?.tcp?.facts {
            lines += subject.fields("tried", tcp.attempts.map(attempt))
            if let local = tcp.local { lines += subject.field("our end", local.description) }
        }
        return lines
    }

    private func source(_ facts: DNSFacts, _ subject: DetailSubject) -> String {
        let expiry = facts.expires.map { $0 > subject.now ? ", valid for \(($0 - subject.now).compact)" : "" } ?? ""
        return facts.source.words + expiry
    }

    private func answers(_ facts: DNSFacts, _ subject: DetailSubject) -> [Line] {
        let answers = [("A", facts.ipv4), ("AAAA", facts.ipv6)].compactMap { type, answer in
            answer.map { "\(type): \($0.words)" }
        }
        return subject.fields("answers", answers)
    }

    private func attempt(_ attempt: TCPFacts.Attempt) -> String {
        "\(attempt.peer): \(attempt.failure?.words ?? "connected") after \(attempt.microseconds.latency)"
    }
}

extension DNSFacts.Source {
    fileprivate var words: String {
        switch self {
        case .literal: "the fleet file, no name server asked"
        case .hostsFile: "/etc/hosts"
        case .query: "a name server"
        case .cache: "a name server, earlier, within the answer's TTL"
        case .stale: "an earlier answer: no name server answers now"
        }
    }
}

extension DNSAnswer {
    fileprivate var words: String {
        let code = responseCode.map(Self.name) ?? "no answer"
        let addresses = addresses.map(\.description).joined(separator: ", ")
        let parts = [
            code, addresses, aliases.isEmpty ? "" : "by way of \(aliases.joined(separator: ", "))",
            ttl.map { "TTL \($0) s" } ?? "", microseconds.latency,
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// The name of a response code (RFC 1035, 4.1.1).
    private static func name(_ code: UInt8) -> String {
        switch code {
        case 0: "NOERROR"
        case 1: "FORMERR"
        case 2: "SERVFAIL"
        case 3: "NXDOMAIN"
        case 4: "NOTIMP"
        case 5: "REFUSED"
        default: "code \(code)"
        }
    }
}
