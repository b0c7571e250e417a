import FleetModel
import Testing

/// No confident wrong answer: what several causes explain is not said as certain, and what is innocent not as a fault.
@Suite struct HonestyTests {
    @Test("What several causes explain is never said more surely than that", arguments: AmbiguousSituation.all)
    func ambiguous(_ situation: AmbiguousSituation) {
        for finding in situation.judgement.findings where finding.severity < .note {
            #expect(finding.confidence.isAtMost(situation.atMost), "\(finding.rule): \(finding.confidence)")
        }
    }

    @Test("Its long text leaves the causes open", arguments: AmbiguousSituation.all)
    func doubt(_ situation: AmbiguousSituation) {
        let judgement = situation.judgement
        guard let headline = judgement.headline else {
            // Then nothing at all is said to be wrong.
            #expect(judgement.state == .ok)
            return
        }
        let doubts = [
            "may ", "would ", "possible", "probably", "perhaps", "documented cause", "look the same", "likely", "seem",
            "which of them",
        ]
        #expect(doubts.contains { headline.long.lowercased().contains($0) }, "\(headline.long)")
    }

    @Test("An innocent oddity leaves all ok, with a note at the most", arguments: InnocentOddity.all)
    func innocent(_ oddity: InnocentOddity) {
        let worse = oddity.judgement.findings.filter { $0.severity < .note }
        #expect(worse.map(\.rule) == [])
        #expect(oddity.judgement.state == .ok)
    }

    @Test func `of a server on which all layers answer nothing is said, whatever code users bring`() {
        #expect(ServerFacts.healthy.judgement.findings == [])
    }

    @Test func `what users see is never certain, because rdptop does not see their screens`() {
        for rendered in RenderedFinding.all {
            for symptom in rendered.finding.symptoms {
                #expect(symptom.confidence != .certain, "\(rendered): \(symptom.line)")
            }
        }
    }
}
