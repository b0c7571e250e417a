import FleetModel
import Testing

@testable import ProbeEngine

@Suite("The window of echoes")
struct EchoWindowTests {
    private let start = ContinuousClock.now
    private let target = IPAddress.ipv4Loopback

    private func at(_ milliseconds: Int) -> ContinuousClock.Instant { start.advanced(by: .milliseconds(milliseconds)) }

    private func facts(_ window: EchoWindow) -> PingFacts { window.facts(target: target, method: .rawSocket) }

    @Test("counts, and measures round trips and their differences")
    func statistics() {
        var window = EchoWindow()
        #expect(facts(window) == PingFacts(target: target, method: .rawSocket, sent: 0, received: 0))
        for (number, roundTrip) in [(1, 10), (2, 14), (3, 11)] as [(UInt16, Int)] {
            window.send(number, at: at(Int(number) * 5_000))
            let isTaken = window.receive(number, at: at(Int(number) * 5_000 + roundTrip))
            #expect(isTaken)
        }
        // Differences of 4 and 3 ms.
        let expected = PingFacts(
            target: target, method: .rawSocket, sent: 3, received: 3, last: 11_000, shortest: 10_000, mean: 11_666,
            longest: 14_000, jitter: 3_500)
        #expect(facts(window) == expected)
    }

    @Test("has no jitter of one answer")
    func oneAnswer() {
        var window = EchoWindow()
        window.send(1, at: at(0))
        let isTaken = window.receive(1, at: at(3))
        #expect(isTaken)
        #expect(facts(window).jitter == nil)
        #expect(facts(window).last == 3_000)
    }

    @Test("gives an echo up after a second, and does not take its reply back")
    func loss() {
        var window = EchoWindow()
        window.send(1, at: at(0))
        window.expire(at: at(999))
        #expect(window.isEmpty)
        #expect(window.awaits(1))
        let isTakenLate = window.receive(1, at: at(1_000))
        #expect(!isTakenLate)
        #expect(facts(window) == PingFacts(target: target, method: .rawSocket, sent: 1, received: 0, unanswered: 1))
        #expect(!window.isAnswered)
    }

    @Test("takes each reply once, and none to what was never sent")
    func duplicates() {
        var window = EchoWindow()
        window.send(7, at: at(0))
        let taken = [(8, 1), (7, 2), (7, 3), (6, 4)].map { window.receive($0.0, at: at($0.1)) }
        #expect(taken == [false, true, false, false])
        #expect(facts(window).received == 1)
        #expect(facts(window).last == 2_000)
    }

    @Test("is answered when one of the last three is", arguments: ["!", "!..", "..!", "!...", "...", "!...!..."])
    func recent(fates: String) {
        var window = EchoWindow()
        for (index, fate) in fates.enumerated() {
            window.send(UInt16(index), at: at(index * 5_000))
            if fate == "!" { _ = window.receive(UInt16(index), at: at(index * 5_000 + 1)) }
            window.expire(at: at(index * 5_000 + 2_000))
        }
        #expect(window.isAnswered == fates.suffix(3).contains("!"))
        #expect(facts(window).sent == fates.count)
        #expect(facts(window).unanswered == fates.reversed().prefix { $0 == "." }.count)
    }

    @Test("counts an answer that came nobody knows when, and measures the others", arguments: [nil, -3_600_000])
    func unmeasured(came: Int?) {
        var window = EchoWindow()
        let times = [4, came, 7].enumerated()
        for (index, time) in times {
            window.send(UInt16(index), at: at(index * 5_000))
            let isTaken = window.receive(UInt16(index), at: time.map { at(index * 5_000 + $0) })
            #expect(isTaken)
        }
        #expect(
            facts(window)
                == PingFacts(
                    target: target, method: .rawSocket, sent: 3, received: 3, last: 7_000, shortest: 4_000, mean: 5_500,
                    longest: 7_000, jitter: 3_000))
        #expect(window.isAnswered)
    }

    @Test("slides: only the last twenty count")
    func sliding() {
        var window = EchoWindow()
        for index in 0..<50 {
            window.send(UInt16(index), at: at(index * 5_000))
            // The first thirty are lost.
            if index >= 30 { _ = window.receive(UInt16(index), at: at(index * 5_000 + 1)) }
        }
        #expect(facts(window).sent == 20)
        #expect(facts(window).lossPercent == 0)
    }

    @Test("survives the wrap of the numbers")
    func wrap() {
        var window = EchoWindow()
        for number in [UInt16.max - 1, .max, 0, 1] {
            window.send(number, at: at(0))
            let isTaken = window.receive(number, at: at(1))
            #expect(isTaken)
        }
        #expect(facts(window).received == 4)
    }

    @Test("holds no more than twenty that are awaited")
    func bound() {
        var window = EchoWindow()
        for number in 0..<25 { window.send(UInt16(number), at: at(0)) }
        #expect((0..<25).count { window.awaits(UInt16($0)) } == 20)
        #expect(facts(window).sent == 5)
    }

    @Test("forgets an echo that could not be sent")
    func withdrawal() {
        var window = EchoWindow()
        window.send(1, at: at(0))
        window.withdraw(1)
        window.expire(at: at(5_000))
        #expect(window.isEmpty)
    }
}

@Suite("The windows of all addresses")
struct EchoWindowsTests {
    private func address(_ number: Int) -> IPAddress {
        IPAddress(octets: 10, UInt8(number >> 16 & 0xFF), UInt8(number >> 8 & 0xFF), UInt8(number & 0xFF))
    }

    @Test("are bounded, and those that were unused for longest go first")
    func bound() {
        let now = ContinuousClock.now
        var windows = EchoWindows(limit: 100)
        for number in 0..<100 { windows.use(address(number)) { $0.send(UInt16(number), at: now) } }
        #expect(windows.count == 100)
        windows.use(address(0)) { $0.send(100, at: now) }
        windows.use(address(100)) { $0.send(101, at: now) }
        #expect(windows.count == 91)
        #expect(windows[address(0)].awaits(100))
        #expect(!windows[address(1)].awaits(1))
        #expect(!windows[address(10)].awaits(10))
        #expect(windows[address(11)].awaits(11))
        for number in 0..<1_000 { windows.use(address(number)) { $0.send(UInt16(number), at: now) } }
        #expect(windows.count <= 100)
        #expect(windows[address(999)].awaits(999))
    }

    @Test("are not made by a reply")
    func unknownSource() {
        var windows = EchoWindows()
        let isTaken = windows.change(address(1)) { $0.receive(1, at: .now) }
        #expect(!isTaken)
        #expect(windows.count == 0)
    }
}
