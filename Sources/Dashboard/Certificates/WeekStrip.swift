import Drawing
import FleetModel

/// How many certificates end in which of the weeks to come, in one line.
struct WeekStrip {
    /// The most weeks after this one.
    static let most = 12

    private let certificates: CertificateList
    private let now: Instant

    init(_ certificates: CertificateList, now: Instant) {
        self.certificates = certificates
        self.now = now
    }

    /// ` expired 2  this week 1  wk49 0  wk50 7  later 12`, with as many weeks as fit.
    func line(width: Int) -> Line {
        let lines = (0...Self.most).reversed().lazy.map { self.line(weeks: $0) }
        return lines.first { $0.width <= width } ?? head
    }

    private var thisWeek: ISOWeek { ISOWeek(of: now) }

    private var head: Line { piece(" expired", from: Instant(milliseconds: .min), to: now, .failed) }

    private func line(weeks count: Int) -> Line {
        var line = head.adding("  ").adding(piece("this week", from: now, to: thisWeek.end, .warning))
        var week = thisWeek
        for _ in 0..<count {
            week = week.next
            line = line.adding("  ").adding(
                piece("wk\(week.number < 10 ? "0" : "")\(week.number)", from: week.start, to: week.end, .normal))
        }
        let later = certificates.ends.count - certificates.count(endingBefore: week.end)
        return line.adding("  later \(later)", .dim)
    }

    /// A week in which none ends is dim.
    private func piece(_ title: String, from start: Instant, to end: Instant, _ role: Role) -> Line {
        let count = certificates.count(endingBefore: end) - certificates.count(endingBefore: start)
        return Line("\(title) \(count)", count == 0 ? .dim : role)
    }
}
