package import FleetModel

/// What `rdptop trace` prints: each step of a probe as it happens, then what it means.
package enum TraceLines {
    /// The line over the columns.
    package static let heading = "        ms  LAYER"

    /// The lines of one step: the time since the probe began, the layer, an arrow for the direction, and what happened.
    ///
    /// - Parameters:
    ///   - step: What happened.
    ///   - verbose: Whether the bytes are shown, as many of them as the step has.
    /// - Returns: At least one line, without line feeds.
    package static func lines(for step: ProbeStep, verbose: Bool = false) -> [String] {
        switch step.event {
        case .began(let what): [line(step, "  ", what)]
        case .sent(let bytes, let total): transfer(step, "->", "sent", verbose ? bytes : [], total)
        case .received(let bytes, let total): transfer(step, "<-", "received", verbose ? bytes : [], total)
        case .note(let text): [line(step, "  ", text)]
        case .closed(.server): [line(step, "<x", "the server ended the connection first")]
        case .closed(.us): [line(step, "x>", "our side ended the connection first")]
        case .ended(let outcome): [line(step, outcome.failure == nil ? "ok" : "!!", ending(outcome))]
        }
    }

    /// The lines after the last step: the state, the cells, what each layer showed, and what was concluded.
    package static func verdict(
        _ judgement: Judgement, of server: Server, snapshot: ServerSnapshot?
    ) -> [String] {
        let letters = Layer.allCases.map { String($0.letter) }.joined()
        let lines =
            labelled("layers", [letters, judgement.cells.signs])
            + (snapshot.map { snapshot in
                Layer.allCases.flatMap { facts(of: $0, in: snapshot, certificateLeft: judgement.certificateLeft) }
            } ?? [])
            + judgementLines(judgement, of: server.displayName)
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
        let unit = total == 1 ? "byte" : "bytes"
        let rest = !bytes.isEmpty && total > bytes.count ? [indent + "and \(total - bytes.count) more"] : []
        return [line(step, arrow, "\(verb) \(total) \(unit)")] + HexDump.lines(of: bytes).map { indent + $0 } + rest
    }

    private static func ending(_ outcome: LayerOutcome) -> String {
        let time = "\(outcome.microseconds.asMilliseconds) ms"
        guard let failure = outcome.failure else { return "passed in \(time)" }
        guard let letter = failure.letter else { return "stopped on this machine after \(time): \(failure.words)" }
        return "failed after \(time): \(letter.rawValue), \(letter.meaning): \(failure.words)"
    }
}
