import Drawing
import FleetModel

/// What was asked in the X.224 exchange, and what came back.
struct NegotiationSection: DetailSection {
    func lines(_ subject: DetailSubject) -> [Line] {
        guard let facts = subject.status.snapshot?.x224?.facts else { return [] }
        var lines = subject.field("X.224 asked", facts.requested.names.joined(separator: ", "))
        lines += subject.field("answered", Self.sentence(facts.answer))
        if case .selected(_, let flags) = facts.answer {
            lines += subject.field("flags", Self.flagWords(flags))
        }
        if let banner = facts.banner { lines += subject.field("first line", banner) }
        return lines
    }

    /// What came back, in a few words.
    static func sentence(_ answer: NegotiationFacts.Answer) -> String {
        switch answer {
        case .selected(let chosen, _): "chose \(chosen.names.joined(separator: ", "))"
        case .refused(let code): "refused with code \(code), \(NegotiationFailureName.symbol(of: code))"
        case .withoutNegotiation: "confirmed without negotiation: standard RDP security"
        case .foreign(let found): "not RDP but \(found.words)"
        case .malformed: "bytes that do not parse, or a disconnect"
        case .nothing: "not one byte"
        }
    }

    /// The flags of RDP_NEG_RSP (MS-RDPBCGR 2.2.1.2.1) by what the server can do.
    static func flagWords(_ flags: UInt8) -> String {
        let names: [(UInt8, String)] = [
            (0x01, "extended client data"), (0x02, "graphics pipeline"), (0x04, "reserved bit"),
            (0x08, "restricted admin"), (0x10, "remote guard"),
        ]
        var words = names.filter { flags & $0.0 != 0 }.map(\.1)
        if flags & 0xE0 != 0 { words.append("0x" + hexadecimal(flags & 0xE0, digits: 2)) }
        return words.isEmpty ? "none" : words.joined(separator: ", ")
    }
}
