import Drawing
import FleetModel

/// The round trips of the last probes as a curve, the newest at the right.
struct RoundTripsSection: DetailSection {
    func lines(_ subject: DetailSubject) -> [Line] {
        guard let trail = subject.trail, let lowest = trail.lowestLevel else { return [] }
        var line = Line(pad(subject.isNarrow ? " RTT" : " round trip", to: subject.isNarrow ? 6 : subject.indent), .dim)
        for sample in trail.samples {
            let (sign, role) = HistoryColumn.sign(of: sample, above: lowest, subject.glyphs)
            line = line.adding(sign, role)
        }
        let last = subject.status.snapshot?.roundTrip.map { "last \($0.latency); " } ?? ""
        return [line]
            + subject.field(
                "", "\(last)one step is twice as long as the shortest here; X is DOWN, x failed once, ? not known",
                .dim)
    }
}
