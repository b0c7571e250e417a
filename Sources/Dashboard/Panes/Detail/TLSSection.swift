import Drawing
import FleetModel

/// What the TLS handshake agreed on, or how it ended.
struct TLSSection: DetailSection {
    func lines(_ subject: DetailSubject) -> [Line] {
        guard let observation = subject.status.snapshot?.tls else { return [] }
        guard let facts = observation.facts else { return [] }
        var lines = subject.field("TLS", facts.versionName ?? "no version agreed")
        if let suite = facts.cipherSuiteName ?? facts.cipherSuite.map({ "0x" + hexadecimal($0, digits: 4) }) {
            lines += subject.field("suite", suite)
        }
        if let failure = observation.failure { lines += subject.field("ended", failure.words, .failed) }
        if let alert = facts.alert { lines += subject.field("alert", "number \(alert), from the server") }
        if let closer = facts.closedFirst {
            lines += subject.field("closed by", closer == .server ? "the server" : "us")
        }
        return lines + subject.field("received", "\(facts.bytesReceived) bytes in the handshake", .dim)
    }
}
