/// What not to do, and which updates may be behind it.
struct RefutationsSection: DetailSection {
    func lines(_ subject: DetailSubject) -> [Line] {
        // Each begins with an empty line, and so does a section.
        Array((AdviceText.regressions(subject) + AdviceText.refutations(subject)).dropFirst())
    }
}
