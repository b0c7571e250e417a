import FleetModel
import Testing

@testable import ProbeEngine

@Suite struct OurSideTests {
    private func take(
        _ ourSide: inout OurSide, _ signs: [OurSide.Sign], from first: Int = 0, population: Int = 100,
        hasEverWorked: Bool = true, at seconds: Double = 0
    ) {
        for (offset, sign) in signs.enumerated() {
            let target = first + offset
            ourSide.take(
                sign, of: target, in: [10, 0, UInt8(target % 256)], population: population,
                hasEverWorked: hasEverWorked, at: at(seconds))
        }
    }

    @Test(
        arguments: [
            (failed: 10, reached: 0, isDown: true), (failed: 9, reached: 0, isDown: false),
            (failed: 10, reached: 5, isDown: true), (failed: 10, reached: 6, isDown: false),
        ])
    func theLinkIsDownWhenTwoThirdsOfTheLastTenOrMoreFailedHere(failed: Int, reached: Int, isDown: Bool) {
        var ourSide = OurSide()
        take(&ourSide, Array(repeating: .reached, count: reached))
        take(&ourSide, Array(repeating: .failedHere, count: failed), from: reached, at: 5)
        #expect((ourSide.state == .linkDown) == isDown)
    }

    @Test func ofAFewServersAllAreEnough() {
        var ourSide = OurSide()
        take(&ourSide, [.failedHere, .failedHere], population: 3)
        #expect(ourSide.state == .fine)
        take(&ourSide, [.failedHere], from: 2, population: 3)
        #expect(ourSide.state == .linkDown)
    }

    @Test func oneAnswerEndsIt() {
        var ourSide = OurSide()
        take(&ourSide, Array(repeating: .failedHere, count: 20))
        #expect(ourSide.state == .linkDown)
        take(&ourSide, [.reached], from: 3)
        #expect(ourSide.state == .fine)
        take(&ourSide, [.failedHere], from: 4)
        #expect(ourSide.state == .fine, "what failed before the answer counts no more")
    }

    @Test func silenceOfFiveNeighbourhoodsIsOursOnlyWhenNobodyAnswers() {
        var ourSide = OurSide()
        take(&ourSide, Array(repeating: .fellSilent, count: 4), population: 5)
        take(&ourSide, [.reached], from: 4, population: 5)
        take(&ourSide, Array(repeating: .fellSilent, count: 4), population: 5)
        #expect(ourSide.state == .fine)
        take(&ourSide, [.fellSilent], from: 4, population: 5)
        #expect(ourSide.state == .linkDown)
        var neighbours = OurSide()
        for target in 0..<50 {
            neighbours.take(
                .fellSilent, of: target, in: [10, 0, 0], population: 100, hasEverWorked: true, at: at(0))
        }
        #expect(neighbours.state == .fine, "one site is silent, and that is the site's")
    }

    @Test func beforeAnybodyHasAnsweredItTakesAll() {
        var ourSide = OurSide()
        take(&ourSide, [.reached], hasEverWorked: false)
        take(&ourSide, Array(repeating: .failedHere, count: 12), from: 1, hasEverWorked: false)
        #expect(ourSide.state == .fine)
    }

    @Test func oldResultsSayNothing() {
        var ourSide = OurSide()
        take(&ourSide, Array(repeating: .failedHere, count: 9))
        take(&ourSide, [.failedHere], from: 9, at: 61)
        #expect(ourSide.state == .fine)
    }

    @Test func theResolverIsDownWhenItIsSilentForAllNames() {
        var ourSide = OurSide()
        for target in 0..<9 { ourSide.takeName(of: target, isAnswered: false, population: 100) }
        #expect(ourSide.state == .fine)
        ourSide.takeName(of: 9, isAnswered: false, population: 100)
        #expect(ourSide.state == .resolverDown)
        ourSide.takeName(of: 3, isAnswered: true, population: 100)
        #expect(ourSide.state == .fine)
    }

    @Test func lagHalvesTheRateOnceASecondUntilItIsBetter() {
        var ourSide = OurSide()
        ourSide.take(lag: .milliseconds(250), at: at(0))
        #expect(ourSide.state == .fine && ourSide.halvings == 0)
        ourSide.take(lag: .milliseconds(251), at: at(1))
        #expect(ourSide.state == .overloaded(lag: .milliseconds(251)) && ourSide.halvings == 1)
        ourSide.take(lag: .milliseconds(900), at: at(1.5))
        #expect(ourSide.halvings == 1)
        for second in 2..<20 { ourSide.take(lag: .milliseconds(900), at: at(Double(second))) }
        #expect(ourSide.halvings == Overload.mostHalvings)
        #expect(ourSide.wasOverloaded(since: at(19)) && !ourSide.wasOverloaded(since: at(19.1)))
        #expect(ourSide.nextChange == at(24))
        ourSide.pass(to: at(23.9))
        #expect(ourSide.state != .fine)
        ourSide.pass(to: at(24))
        #expect(ourSide.state == .fine && ourSide.halvings == 0 && ourSide.nextChange == nil)
    }
}
