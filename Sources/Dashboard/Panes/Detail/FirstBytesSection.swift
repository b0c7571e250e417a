import Drawing
import FleetModel

/// The answer to the X.224 request as it was on the wire, for whoever compares it with a capture.
struct FirstBytesSection: DetailSection {
    func lines(_ subject: DetailSubject) -> [Line] {
        guard let facts = subject.status.snapshot?.x224?.facts else { return [] }
        var lines: [Line] = []
        if let reference = facts.sourceReference {
            let hint = reference == 0x1234 ? ", as Windows has it" : ""
            lines += subject.field("SRC-REF", "0x" + hexadecimal(reference, digits: 4) + hint, .dim)
        }
        let bytes = facts.firstBytes.map { hexadecimal($0, digits: 2) }
        let rows = stride(from: 0, to: bytes.count, by: 16).map { start in
            bytes[start..<min(start + 16, bytes.count)].joined(separator: " ")
        }
        return lines + subject.fields("bytes", rows, .dim)
    }
}
