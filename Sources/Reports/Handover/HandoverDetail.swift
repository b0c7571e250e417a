/// How much a handover says of each thing.
struct HandoverDetail {
    /// How many problems are named, and how many of those explained, with their steps.
    var problems: Int
    var explained: Int
    /// How many statements on what failing servers share.
    var causes: Int
    /// How many lines of evidence for each problem that is explained.
    var evidence: Int
    /// How many names of those who are hit by one problem.
    var names: Int
    /// How many other ways of asking for each problem that is explained.
    var variants: Int
    /// How many things that people have said.
    var sayings: Int
    /// How many steps for each problem that is explained.
    var steps: Int

    /// From much to little; the last fits into 60 lines whatever the fleet.
    static let levels = [
        HandoverDetail(
            problems: 20, explained: 5, causes: 3, evidence: 6, names: 10, variants: 4, sayings: 10, steps: 8),
        HandoverDetail(problems: 8, explained: 2, causes: 2, evidence: 4, names: 10, variants: 3, sayings: 5, steps: 5),
        HandoverDetail(problems: 6, explained: 2, causes: 2, evidence: 3, names: 8, variants: 2, sayings: 3, steps: 3),
        HandoverDetail(problems: 8, explained: 1, causes: 1, evidence: 3, names: 8, variants: 2, sayings: 2, steps: 3),
        HandoverDetail(problems: 5, explained: 1, causes: 1, evidence: 2, names: 6, variants: 1, sayings: 2, steps: 3),
        HandoverDetail(problems: 2, explained: 1, causes: 1, evidence: 1, names: 4, variants: 1, sayings: 1, steps: 2),
    ]
}
