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
            if let local = tcp.local, wasCut(subject) {
                // To find the connection in a capture, or in the log of a firewall.
                lines += subject.field("our end", local.description)
            }
        }
        return lines
    }

    /// Whether the connection stood and then failed.
    private func wasCut(_ subject: DetailSubject) -> Bool {
        [Layer.x224, .tls].contains { layer in
            if case .failed = subject.status.judgement.cells[layer] { true } else { false }
        }
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
    /// Who gave the addresses.
    var words: String {
        switch self {
        case .literal: "the fleet file, no name server asked"
        case .hostsFile: "/etc/hosts"
        case .query: "a name server"
        case .cache: "an earlier answer, within its TTL"
        case .stale: "an earlier answer, past its TTL: no name server answers now"
        }
    }
}

extension DNSAnswer {
    fileprivate var words: String {
        let addresses = addresses.map(\.description).joined(separator: ", ")
        let parts = [
            addresses.isEmpty ? outcome : addresses,
            aliases.isEmpty ? "" : "by way of \(aliases.joined(separator: ", "))",
            ttl.map { "TTL \($0) s" } ?? "", microseconds.latency,
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// What an answer without addresses says.
    private var outcome: String {
        switch responseCode {
        case nil: "no answer"
        case 0: "no such record"
        case .some(let code): ResponseCodeText.name(of: code)
        }
    }
}
