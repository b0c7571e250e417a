package import FleetModel

/// What `rdptop trace` prints: each step of a probe as it happens, then what it means.
package enum TraceLines {
    /// The line over the columns.
    package static let heading = "        ms  LAYER"

    /// The lines of one step: the time since the probe began, the layer, an arrow for the direction, and what happened.
    package static func lines(for step: ProbeStep) -> [String] {
        switch step.event {
        case .began(let what): [line(step, "  ", what)]
        case .sent(let bytes, let total): transfer(step, "->", "sent", bytes, total)
        case .received(let bytes, let total): transfer(step, "<-", "received", bytes, total)
        case .note(let text): [line(step, "  ", text)]
        case .closed(.server): [line(step, "<x", "the server ended the connection first")]
        case .closed(.us): [line(step, "x>", "our side ended the connection first")]
        case .ended(let outcome): [line(step, outcome.failure == nil ? "ok" : "!!", ending(outcome))]
        }
    }

    /// The lines after the last step: the state, the cells, what was chosen, and what was concluded.
    package static func verdict(
        _ judgement: Judgement, of server: Server, snapshot: ServerSnapshot?
    ) -> [String] {
        let letters = Layer.allCases.map { String($0.letter) }.joined()
        let lines =
            labelled("layers", [letters, judgement.cells.signs])
            + (snapshot.map { choices(in: $0, certificateLeft: judgement.certificateLeft) } ?? [])
            + judgementLines(judgement)
        return ["", "\(judgement.state.word)  \(clean(server.displayName))"] + lines.map { "  " + $0 }
    }

    private static let indent = String(repeating: " ", count: 27)

    private static func line(_ step: ProbeStep, _ arrow: String, _ text: String) -> String {
        let time = step.microseconds.asMilliseconds
        let filled = String(repeating: " ", count: max(0, 10 - time.count)) + time
        return "\(filled)  \(padded(step.layer.title, 11)) \(arrow) \(clean(text))"
    }

    private static func transfer(
        _ step: ProbeStep, _ arrow: String, _ verb: String, _ bytes: [UInt8], _ total: Int
    ) -> [String] {
        let first = Array(bytes.prefix(64))
        let unit = total == 1 ? "byte" : "bytes"
        let rows = stride(from: 0, to: first.count, by: 16).map { start in
            indent + dump(first[start..<min(start + 16, first.count)])
        }
        let rest = total > first.count ? [indent + "and \(total - first.count) more"] : []
        return [line(step, arrow, "\(verb) \(total) \(unit)")] + rows + rest
    }

    /// Sixteen bytes in hexadecimal and ASCII, `.` for what is not printable.
    private static func dump(_ bytes: ArraySlice<UInt8>) -> String {
        let digits = hexadecimal(bytes, separator: " ")
        let ascii = bytes.map { (0x20...0x7E).contains($0) ? String(Unicode.Scalar($0)) : "." }.joined()
        return padded(digits, 47) + "  " + ascii
    }

    private static func ending(_ outcome: LayerOutcome) -> String {
        let time = "\(outcome.microseconds.asMilliseconds) ms"
        guard let failure = outcome.failure else { return "passed in \(time)" }
        guard let letter = failure.letter else { return "stopped on this machine after \(time)" }
        return "failed after \(time): \(letter.rawValue), \(letter.meaning)"
    }
}
