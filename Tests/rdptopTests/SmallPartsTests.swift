import ArgumentParser
import Drawing
import FleetModel
import ProbeEngine
import TerminalIO
import Testing

@testable import rdptop

@Suite struct ExitStatusTests {
    @Test(
        arguments: [
            ([.ok, .ok], 0), ([.ok, .warning], 1), ([.ok, .warning, .unknown], 3), ([.unconfirmed], 3),
            ([.unknown, .down, .warning], 2), ([], 0),
        ] as [([ServerState], Int32)])
    func theWorstOfTheFleetDecides(states: [ServerState], status: Int32) {
        #expect(ExitStatus.worst(of: states).rawValue == status)
    }
}

@Suite struct CommandLineTextTests {
    @Test(arguments: [
        (["/usr/bin/rdptop", "check", "fleet.yaml"], "rdptop check fleet.yaml"),
        (["rdptop", "a b", "it's"], "rdptop 'a b' 'it'\\''s'"),
        (["rdptop", "$(id)", ""], "rdptop '$(id)' ''"),
        (["rdptop", "[::1]:3389", "x\u{1B}[2J"], "rdptop [::1]:3389 'x\u{FFFD}[2J'"),
        ([], "rdptop"),
    ])
    func canBeTypedAgain(arguments: [String], text: String) {
        #expect(CommandLineText.text(of: arguments) == text)
    }
}

@Suite struct FramePacerTests {
    @Test func theNetworkGetsTenFramesASecond() {
        var pacer = FramePacer()
        let start = ContinuousClock.now
        #expect(pacer.due == nil)
        pacer.changed(at: start, isWanted: true)
        #expect(pacer.due == start)
        pacer.took()
        pacer.drew(at: start)
        pacer.changed(at: start + .milliseconds(30), isWanted: true)
        pacer.changed(at: start + .milliseconds(60), isWanted: true)
        #expect(pacer.due == start + .milliseconds(100))
        pacer.took()
        pacer.drew(at: start + .milliseconds(100))
        #expect(pacer.due == nil)
        pacer.changed(at: start + .milliseconds(300), isWanted: true)
        #expect(pacer.due == start + .milliseconds(300))
    }

    @Test func `What nobody wants to see at once is drawn within a second, or for somebody who does`() {
        var pacer = FramePacer()
        let start = ContinuousClock.now
        pacer.drew(at: start)
        pacer.changed(at: start + .milliseconds(200), isWanted: false)
        #expect(pacer.due == start + .seconds(1))
        pacer.changed(at: start + .milliseconds(700), isWanted: false)
        #expect(pacer.due == start + .seconds(1))
        pacer.hurry(at: start + .milliseconds(800))
        #expect(pacer.due == start + .milliseconds(800))
        pacer.took()
        pacer.drew(at: start + .milliseconds(800))
        pacer.hurry(at: start + .milliseconds(900))
        #expect(pacer.due == nil)
        pacer.changed(at: start + .milliseconds(1_000), isWanted: false)
        #expect(pacer.due == start + .milliseconds(1_800))
        pacer.changed(at: start + .milliseconds(1_100), isWanted: true)
        #expect(pacer.due == start + .milliseconds(1_100))
    }

    @Test func aKeyInBetweenDoesNotDelayWhatHasChanged() {
        var pacer = FramePacer()
        let start = ContinuousClock.now
        pacer.drew(at: start)
        pacer.changed(at: start + .milliseconds(10), isWanted: true)
        pacer.drew(at: start + .milliseconds(20))
        #expect(pacer.due == start + .milliseconds(100))
    }
}

@Suite struct SecondHandTests {
    @Test func itGoesOnWhenTheWallClockDoes() {
        let start = ContinuousClock.now
        var hand = SecondHand(at: start, wall: Instant(milliseconds: 5_300))
        #expect(hand.next == start + .milliseconds(700))
        let early = hand.takeTick(at: start + .milliseconds(699), wall: Instant(milliseconds: 5_999))
        #expect(!early)
        let onTime = hand.takeTick(at: start + .milliseconds(701), wall: Instant(milliseconds: 6_001))
        #expect(onTime)
        #expect(hand.next == start + .milliseconds(1_700))
    }

    @Test func secondsThatWereMissedAreNotMadeUpFor() {
        let start = ContinuousClock.now
        var hand = SecondHand(at: start, wall: Instant(milliseconds: 0))
        let late = hand.takeTick(at: start + .seconds(9), wall: Instant(milliseconds: 9_000))
        let again = hand.takeTick(at: start + .milliseconds(9_999), wall: Instant(milliseconds: 9_999))
        #expect(late)
        #expect(!again)
    }

    @Test func whileNobodyLooksItGoesOnEveryFiveSeconds() {
        let start = ContinuousClock.now
        var hand = SecondHand(at: start, wall: Instant(milliseconds: 61_200))
        hand.go(at: .calm, from: start, wall: Instant(milliseconds: 61_200))
        #expect(hand.next == start + .milliseconds(3_800))
        let isInStep = hand.takeTick(at: start + .milliseconds(3_800), wall: Instant(milliseconds: 65_000))
        #expect(isInStep)
        #expect(hand.next == start + .milliseconds(8_800))
        // A frame that is drawn for another reason does not show an older second.
        let early = hand.takeTick(at: start + .milliseconds(6_800), wall: Instant(milliseconds: 68_000))
        let framed = hand.takeTick(
            at: start + .milliseconds(6_800), wall: Instant(milliseconds: 68_000), isFrameDue: true)
        let framedAgain = hand.takeTick(
            at: start + .milliseconds(6_900), wall: Instant(milliseconds: 68_100), isFrameDue: true)
        #expect(!early && framed && !framedAgain)
        #expect(hand.next == start + .milliseconds(8_800))
        // The same pace again changes nothing.
        hand.go(at: .calm, from: start + .milliseconds(8_700), wall: Instant(milliseconds: 70_100))
        #expect(hand.next == start + .milliseconds(8_800))
        hand.go(at: .usual, from: start + .milliseconds(8_700), wall: Instant(milliseconds: 69_900))
        #expect(hand.next == start + .milliseconds(8_800))
    }
}

@Suite struct AttentionTests {
    private let start = ContinuousClock.now
    private let notice = Notice.sample(at: Instant(milliseconds: 0))

    /// Whether somebody is called at once for what comes at a time.
    private func isCalledAtOnce(_ attention: Attention, at now: ContinuousClock.Instant) -> Bool {
        var attention = attention
        attention.note(notice, at: now)
        return attention.takeCalls(at: now) == [notice]
    }

    @Test func nothingIsTakenForGrantedUntilTheTerminalTells() {
        var attention = Attention()
        #expect(attention.takeCalls(at: start).isEmpty)
        attention.note(.key(.character("j")), at: start)
        #expect(isCalledAtOnce(attention, at: start))
        #expect(attention.pace == .usual)
    }

    @Test func `Whoever has just done something waits for what comes of it`() {
        var attention = Attention()
        #expect(!attention.isWaiting(at: start))
        attention.note(.key(.character("r")), at: start)
        #expect(attention.isWaiting(at: start + .milliseconds(4_999)))
        #expect(!attention.isWaiting(at: start + .seconds(5)))
        attention.note(.focus(isHeld: false), at: start + .seconds(6))
        #expect(!attention.isWaiting(at: start + .seconds(6)))
    }

    @Test func whoHasTheKeyboardIsHereForFiveMinutesAfterEachSignOfLife() {
        var attention = Attention()
        attention.note(.focus(isHeld: true), at: start)
        attention.note(.alarm, at: start + .seconds(299))
        #expect(!isCalledAtOnce(attention, at: start + .seconds(299)))
        #expect(isCalledAtOnce(attention, at: start + .seconds(300)))
        #expect(attention.pace == .usual)
        attention.note(.key(.down), at: start + .seconds(400))
        #expect(!isCalledAtOnce(attention, at: start + .seconds(699)))
        attention.note(.focus(isHeld: false), at: start + .seconds(500))
        #expect(isCalledAtOnce(attention, at: start + .seconds(500)))
        #expect(attention.pace == .calm)
    }

    @Test(arguments: [nil, .focus(isHeld: false), .resumed, .resized(.zero), .alarm] as [TerminalEvent?])
    func whoSeemsToBeHereAndDoesNothingIsCalledAMinuteLater(event: TerminalEvent?) {
        var attention = Attention()
        attention.note(.focus(isHeld: true), at: start)
        attention.note(notice, at: start + .seconds(1))
        if let event { attention.note(event, at: start + .seconds(2)) }
        #expect(attention.takeCalls(at: start + .seconds(60)).isEmpty)
        #expect(attention.takeCalls(at: start + .seconds(61)) == [notice])
        #expect(attention.takeCalls(at: start + .seconds(62)).isEmpty)
    }

    @Test(
        arguments: [
            .key(.down), .mouse(MouseInput(.wheelUp, at: .origin)), .pasted("x"), .focus(isHeld: true),
        ] as [TerminalEvent])
    func whoDoesSomethingThenIsNotCalled(event: TerminalEvent) {
        var attention = Attention()
        attention.note(.focus(isHeld: true), at: start)
        attention.note(notice, at: start + .seconds(1))
        attention.note(event, at: start + .seconds(60))
        #expect(attention.takeCalls(at: start + .seconds(400)).isEmpty)
    }

    @Test(
        arguments: [
            .key(.down), .mouse(MouseInput(.wheelUp, at: .origin)), .pasted("x"), .resumed,
        ] as [TerminalEvent])
    func whatTheTerminalSaidOfTheKeyboardIsForgottenWhenItCannotBeTrue(event: TerminalEvent) {
        var attention = Attention()
        attention.note(.focus(isHeld: false), at: start)
        attention.note(event, at: start)
        #expect(isCalledAtOnce(attention, at: start))
        #expect(attention.pace == .usual)
    }
}

@Suite struct ProbeCompositionTests {
    @Test(
        arguments: [
            (4_096, [256, 2_048, 64]), (1_024, [256, 576, 64]), (256, [64, 48, 16]), (144, [16, 16, 16]),
            (0, [16, 16, 16]),
        ])
    func asManyConnectionsAsThereAreFilesFor(files: Int, expected: [Int]) {
        let fitting = ProbeComposition.fitting(ProbeLimits(newPerSecond: 5), files: files)
        #expect([fitting.established, fitting.pending, fitting.datagrams] == expected)
        #expect(fitting.newPerSecond == 5 && fitting.establishedPerNeighbourhood == 16)
    }

    @Test func fewConnectionsStayAsFewAsTheyAre() {
        let limits = ProbeLimits(pending: 4, established: 2, datagrams: 1)
        #expect(ProbeComposition.fitting(limits, files: 64) == limits)
    }
}

@Suite struct ProbeAnswersTests {
    @Test(
        arguments: [
            ([.accepted], nil), ([.tooSoon(wait: .milliseconds(3200))], "probed less than 5s ago; again in 3s"),
            ([.tooSoon(wait: .milliseconds(200))], "probed less than 5s ago; again in 1s"),
            ([.underWay], "is being probed now"), ([.accepted, .accepted], nil),
            (
                [.accepted, .underWay, .tooSoon(wait: .seconds(1))],
                "probing 1 server; 2 under way, or probed in the last 5s"
            ),
            ([.behindGateway], "is behind a gateway and not probed itself"),
            (
                [.accepted, .behindGateway, .behindGateway],
                "probing 1 server; 2 behind gateways"
            ),
            (
                [.underWay, .accepted, .behindGateway],
                "probing 1 server; 1 under way, or probed in the last 5s; 1 behind a gateway"
            ),
            ([.underWay, .tooSoon(wait: .seconds(1))], "probing none; 2 under way, or probed in the last 5s"),
            ([.paused, .paused], "probing is stopped"),
        ] as [([ProbeNowAnswer], String?)])
    func oneSentenceForAllAnswers(answers: [ProbeNowAnswer], sentence: String?) {
        #expect(ProbeAnswers.sentence(answers) == sentence)
    }
}

@Suite struct ArgumentTests {
    @Test func targetsAloneOpenTheBoard() throws {
        let command = try Rdptop.parseAsRoot(["ts01", "ts02:3390"])
        #expect((command as? Top)?.fleet.targets == ["ts01", "ts02:3390"])
    }

    @Test func noArgumentsOpenTheBoard() throws {
        #expect(try Rdptop.parseAsRoot([]) is Top)
    }

    @Test(arguments: [
        ["check", "--format", "pdf", "a"], ["trace"], ["trace", "a", "b"], ["check", "--nope"],
        ["demo", "--serve", "0"],
        ["--color", "sometimes"],
    ])
    func wrongArgumentsEndWithUsage(arguments: [String]) {
        #expect {
            _ = try Rdptop.parseAsRoot(arguments)
        } throws: { error in
            Rdptop.exitCode(for: error).rawValue == 64
        }
    }

    @Test func theVersionIsPrinted() {
        #expect {
            _ = try Rdptop.parseAsRoot(["--version"])
        } throws: { error in
            Rdptop.fullMessage(for: error) == Version.text
        }
    }
}
