import FleetModel
import Testing

@testable import Diagnosis

@Suite struct ClaimTests {
    @Test func `all 43 claims are there, in order`() {
        #expect(ClaimTable.claims.map(\.number) == Array(1...43))
        #expect(Set(ClaimTable.claims.map(\.text)).count == 43)
    }

    @Test func `the verdicts are those of the sources`() {
        func numbers(_ verdict: Claim.Verdict) -> [Int] {
            ClaimTable.claims.filter { $0.verdict == verdict }.map(\.number)
        }
        #expect(numbers(.true) == [3, 15, 41])
        #expect(numbers(.wrong) == [1, 2, 4, 13, 16, 19, 22, 23, 25, 26, 31, 32, 34, 35, 36])
        #expect(numbers(.unproven) == [5, 17, 20, 28, 29, 30, 33, 37, 43])
        #expect(numbers(.partly).count == 16)
        #expect(ClaimTable.claims.filter(\.isHarmful).map(\.number) == [13, 26, 27, 33, 35])
    }

    @Test func `every claim says why, in plain words`() {
        for claim in ClaimTable.claims {
            #expect(claim.why.hasSuffix(".") && !claim.text.hasSuffix("."), "\(claim.number)")
            #expect(claim.why.count <= 400 && claim.text.count <= 110, "\(claim.number)")
            #expect(claim.visible.map { $0.hasSuffix(".") } ?? true, "\(claim.number)")
            let texts = claim.text + claim.why + (claim.source ?? "") + (claim.visible ?? "")
            #expect(texts.unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) }, "\(claim.number)")
        }
    }

    @Test func `what does damage comes first, and what is true last`() {
        let lines = ClaimTable.lines(.brief, question: "0x904 0x7")
        #expect(lines.count == 45)
        #expect(lines.prefix(5).allSatisfy { $0.contains("and harmful") })
        #expect(lines[42] == "true: Remote Desktop cannot wake a computer that sleeps.")
        #expect(lines.last == "  rdptop explain 0x904 0x7 --claims")
        #expect(ClaimTable.lines(.full, question: "0x904 0x7").count == 43)
    }

    @Test func `what is not recommended says why, and the way back`() {
        #expect(DiscouragedStep.all.count == 7)
        for step in DiscouragedStep.all {
            #expect(step.why.hasSuffix(".") && step.wayBack.hasSuffix(".") && !step.text.hasSuffix("."))
        }
    }

    @Test func `nobody is told to rename MachineKeys`() {
        let commands = LayerSample.all.flatMap(\.judgement.findings).flatMap(\.remedies).compactMap(\.command)
        #expect(!commands.contains { $0.contains("Rename") || $0.contains("ren ") })
    }
}
