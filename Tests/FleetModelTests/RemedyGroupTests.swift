import FleetModel
import Testing

@Suite struct RemedyGroupTests {
    private static func step(_ rank: Remedy.Rank, risk: String? = nil) -> Remedy {
        Remedy(rank, at: .server, "Do it", run: "qwinsta", risk: risk)
    }

    @Test func `steps of one rank stand together, and are numbered through`() {
        let groups = [Self.step(.check), Self.step(.check), Self.step(.fix), Self.step(.weakening)].groups
        #expect(groups.map(\.rank) == [.check, .fix, .weakening])
        #expect(groups.map { $0.steps.map(\.number) } == [[1, 2], [3], [4]])
        #expect([Remedy]().groups.isEmpty)
    }

    @Test func `the order of the steps stays, whatever their ranks`() {
        let groups = [Self.step(.check), Self.step(.fix), Self.step(.check)].groups
        #expect(groups.map(\.rank) == [.check, .fix, .check])
        #expect(groups.flatMap(\.steps).map(\.number) == [1, 2, 3])
    }

    @Test func `a step without its command still says what it risks`() {
        #expect(Self.step(.disruptive, risk: "ends all sessions").lead == "Do it (ends all sessions)")
        #expect(Self.step(.disruptive, risk: "ends all sessions").line == "Do it (ends all sessions): qwinsta")
        #expect(Self.step(.check).lead == "Do it")
        #expect(Set(Remedy.Rank.allCases.map(\.mark)).count == Remedy.Rank.allCases.count)
    }
}
