import Drawing
import FleetModel

/// The nine layers with their times, one below the other as the client climbs them.
struct LadderSection: DetailSection {
    func lines(_ subject: DetailSubject) -> [Line] {
        guard subject.status.isKnown else { return [] }
        let bars = Waterfall(subject.status.snapshot, width: barWidth(subject.width))
        return [heading(subject)] + Layer.allCases.map { line($0, bars, subject) }
    }

    private func barWidth(_ width: Int) -> Int {
        width >= 110 ? 32 : width >= 76 ? 16 : 0
    }

    /// On a narrow screen the outcome needs the room of the age, which the status line says as well.
    private func ageWidth(_ subject: DetailSubject) -> Int { subject.width >= 60 ? LadderColumns.age : 0 }

    private func heading(_ subject: DetailSubject) -> Line {
        let bar = barWidth(subject.width)
        var title = pad(" layer", to: LadderColumns.layer)
        title += pad("time", to: LadderColumns.time, .right) + pad("seen", to: ageWidth(subject), .right) + "  "
        if bar > 0 { title += pad("when", to: bar) + "  " }
        return Line(title + "result", .heading)
    }

    private func line(_ layer: Layer, _ bars: Waterfall, _ subject: DetailSubject) -> Line {
        let cell = subject.status.judgement.cells[layer]
        let outcome =
            layer == .gateway
            ? subject.gateway?.snapshot?.decisiveOutcome : subject.status.snapshot?.outcome(of: layer)
        var line = Line(pad(" \(layer.letter) \(layer.title)", to: LadderColumns.layer))
            .adding(pad(outcome.map { $0.microseconds.latency } ?? "-", to: LadderColumns.time, .right), .dim)
            .adding(pad(outcome.map { subject.age($0.at) } ?? "-", to: ageWidth(subject), .right), .dim).adding("  ")
        if bars.width > 0 {
            let (before, filled) = bars.bar(of: layer)
            let bar =
                String(repeating: " ", count: before)
                + String(repeating: String(subject.glyphs.barFilled), count: filled)
            line = line.adding(pad(bar, to: bars.width) + "  ", .dim)
        }
        // A gateway has layers of its own, and its one line says which of them failed.
        let rung = layer == .gateway ? subject.gateway?.snapshot?.firstFailure.map { "\($0.layer.title): " } : nil
        let failure = outcome?.failure.map { "\(cell.sign(subject.glyphs)) \(rung ?? "")\($0.words)" }
        return line.adding(failure ?? cell.sentence(subject.glyphs), cell.role)
    }
}

extension GatewaySnapshot {
    /// How the layer ended that failed, or the HTTP transport when none did.
    fileprivate var decisiveOutcome: LayerOutcome? {
        firstFailure.flatMap { outcome(of: $0.layer) } ?? outcome(of: .gateway)
    }
}

/// The widths of the ladder's columns.
private enum LadderColumns {
    static let layer = 15
    static let time = 9
    static let age = 9
}

/// When each layer began and ended, to scale: the layers of one connection follow each other.
struct Waterfall: Sendable {
    /// The cells of the whole.
    let width: Int
    private var spans: [Layer: Range<Int64>] = [:]
    private var total: Int64 = 0

    /// What a client waits for, one after the other.
    private static let climbed: [Layer] = [.dns, .tcp, .x224, .tls, .certificate, .nla]

    /// The layers of a probe on a bar of so many cells; what was seen by an earlier probe has no place in it.
    init(_ snapshot: ServerSnapshot?, width: Int) {
        self.width = max(0, width)
        for layer in Self.climbed {
            guard let snapshot, let outcome = snapshot.outcome(of: layer), outcome.at >= snapshot.began else {
                continue
            }
            let (end, overflows) = total.addingReportingOverflow(max(0, outcome.microseconds))
            guard !overflows else { continue }
            spans[layer] = total..<end
            total = end
        }
    }

    /// Where the bar of a layer begins and how long it is, in cells; at least one for a layer that was tried.
    func bar(of layer: Layer) -> (before: Int, filled: Int) {
        guard let span = spans[layer], width > 0, total > 0 else { return (0, 0) }
        let scale = Double(width) / Double(total)
        let start = min(width - 1, Int(Double(span.lowerBound) * scale))
        let end = min(width, max(start + 1, Int((Double(span.upperBound) * scale).rounded())))
        return (start, end - start)
    }
}
