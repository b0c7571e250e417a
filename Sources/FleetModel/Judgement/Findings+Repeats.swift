extension Sequence<Finding> {
    /// The findings, each without what an earlier one has said: evidence, what users see, what it is not, and steps.
    package var withoutRepeats: [Finding] {
        var evidence: Set<String> = []
        var symptoms: Set<Symptom> = []
        var denials: Set<String> = []
        var steps: Set<[Remedy]> = []
        return map { finding in
            var finding = finding
            finding.evidence.removeAll { !evidence.insert($0).inserted }
            finding.symptoms.removeAll { !symptoms.insert($0).inserted }
            finding.isNot.removeAll { !denials.insert($0).inserted }
            if !steps.insert(finding.remedies).inserted { finding.remedies = [] }
            return finding
        }
    }
}
