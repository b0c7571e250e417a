import FleetModel

extension JSONReport {
    /// What a rule concluded.
    func finding(_ finding: Finding) -> JSONValue {
        .object([
            "rule": .text(finding.rule), "layer": .text(finding.layer.rawValue),
            "severity": .text(finding.severity.rawValue), "confidence": .text(finding.confidence.rawValue),
            "short": .text(clean(finding.short)), "medium": .text(clean(finding.medium)),
            "long": .text(clean(finding.long)), "at": .optional(finding.at?.iso8601),
            "seen": .text(finding.sighting.rawValue), "evidence": .list(finding.evidence.map { .text(clean($0)) }),
            "symptoms": .list(finding.symptoms.map(symptom)), "is_not": .list(finding.isNot.map { .text(clean($0)) }),
            "remedies": .list(finding.remedies.map(remedy)),
        ])
    }

    private func symptom(_ symptom: Symptom) -> JSONValue {
        .object([
            "codes": .list(symptom.codes.map { .text($0.text) }), "words": .text(clean(symptom.words)),
            "confidence": .text(symptom.confidence.rawValue),
        ])
    }

    private func remedy(_ remedy: Remedy) -> JSONValue {
        .object([
            "rank": .text(remedy.rank.rawValue), "place": .text(remedy.place.rawValue),
            "software": .optional(remedy.software?.rawValue), "text": .text(clean(remedy.text)),
            "command": .optional(remedy.command.map(clean)),
            "shell": remedy.command.map { _ in .text(remedy.shell.rawValue) },
            "risk": .optional(remedy.risk.map(clean)), "undo": .optional(remedy.undo.map(clean)),
        ])
    }
}
