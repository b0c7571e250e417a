import Drawing
import FleetModel

/// What asking the server otherwise showed, one line for each attempt: how it was asked, and what came of it.
struct VariantsSection: DetailSection {
    func lines(_ subject: DetailSubject) -> [Line] {
        let attempts = subject.status.snapshot?.variants ?? []
        guard !attempts.isEmpty else { return [] }
        guard !subject.isNarrow else { return attempts.flatMap { narrow($0, subject) } }
        let longest = attempts.map { TextWidth.cells(of: CleanText.clean($0.variant.words)) }.max() ?? 0
        let asked = min(longest, subject.width * 9 / 20)
        let result = subject.width - asked - VariantColumns.gaps - VariantColumns.age
        let heading = pad(" asked otherwise", to: asked + 3) + pad("result", to: result + 2)
        return [Line(heading + "when", .heading)] + attempts.flatMap { wide($0, asked, result, subject) }
    }

    private func narrow(_ attempt: VariantAttempt, _ subject: DetailSubject) -> [Line] {
        subject.field("asked", attempt.variant.words)
            + subject.field("result", "\(attempt.result), \(subject.age(attempt.at))", Self.role(attempt))
    }

    /// As many lines as the longer of the two texts needs.
    private func wide(_ attempt: VariantAttempt, _ asked: Int, _ result: Int, _ subject: DetailSubject) -> [Line] {
        let left = wrap(CleanText.clean(attempt.variant.words), to: max(8, asked))
        let right = wrap(CleanText.clean(attempt.result), to: max(8, result))
        return (0..<max(left.count, right.count)).map { row in
            Line(" " + pad(row < left.count ? left[row] : "", to: asked) + "  ")
                .adding(pad(row < right.count ? right[row] : "", to: result) + "  ", Self.role(attempt))
                .adding(row == 0 ? subject.age(attempt.at) : "", .dim)
        }
    }

    private static func role(_ attempt: VariantAttempt) -> Role { attempt.failure == nil ? .ok : .normal }
}

/// What of the table's width is not text.
private enum VariantColumns {
    /// One blank in front, two between columns.
    static let gaps = 5
    static let age = 8
}
