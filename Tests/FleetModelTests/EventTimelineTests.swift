import FleetModel
import Testing

@Suite struct EventTimelineTests {
    private static func event(
        _ at: Int64, _ kind: TimelineEvent.Kind = .down, of name: String = "ts01", _ text: String = "refused",
        cause: String? = nil, gateway: String? = nil, isFirstSight: Bool = false
    ) -> TimelineEvent {
        TimelineEvent(
            at: Instant(seconds: at), kind: kind, subject: .server(Server(name: name).id), text: text, cause: cause,
            gateway: gateway, isFirstSight: isFirstSight)
    }

    private static func timeline(_ events: [TimelineEvent], limit: Int = 100) -> EventTimeline {
        var timeline = EventTimeline(limit: limit)
        timeline.append(events)
        return timeline
    }

    // MARK: The ring

    @Test(arguments: 1...7)
    func `Beyond its limit the oldest are dropped and counted`(limit: Int) {
        var timeline = EventTimeline(limit: limit)
        for second in 0..<20 {
            timeline.append([Self.event(Int64(second))])
            #expect(timeline.count == min(limit, second + 1))
            #expect(timeline.dropped == max(0, second + 1 - limit))
            #expect(timeline.events.map(\.at.second) == timeline.numbers.reversed().map { Int64($0) })
            #expect(timeline[timeline.dropped - 1] == nil)
            #expect(timeline[second + 1] == nil)
        }
    }

    @Test func `More events at once than there is room for leave the newest`() {
        let timeline = Self.timeline((0..<12).map { Self.event($0) }, limit: 5)
        #expect(timeline.events.map(\.at.second) == [11, 10, 9, 8, 7])
        #expect(timeline.dropped == 7)
    }

    @Test func `What is learnt late stands where it happened`() {
        let timeline = Self.timeline([Self.event(10), Self.event(20), Self.event(15), Self.event(20)])
        #expect(timeline.newestFirst() == [3, 1, 2, 0])
    }

    @Test func `A server's events are its own, the newest first`() {
        let timeline = Self.timeline([
            Self.event(1, of: "a"), Self.event(2, of: "b"), Self.event(3, .recovered, of: "a"),
        ])
        #expect(timeline.events(of: Server(name: "A").id).map(\.at.second) == [3, 1])
        #expect(timeline.events(of: Server(name: "c").id).isEmpty)
        #expect(timeline.events(of: "rdgw-1").isEmpty)
    }

    @Test func `Trouble on our side lasts until it is over`() {
        let trouble = TimelineEvent(at: Instant(seconds: 5), kind: .ourSideTrouble, subject: .fleet, text: "no link")
        let end = TimelineEvent(at: Instant(seconds: 9), kind: .ourSideFine, subject: .fleet, text: "fine")
        #expect(Self.timeline([Self.event(1)]).ourSideTroubleBegan == nil)
        #expect(Self.timeline([trouble, Self.event(7)]).ourSideTroubleBegan == Instant(seconds: 5))
        #expect(Self.timeline([trouble, end]).ourSideTroubleBegan == nil)
    }

    // MARK: Folding

    @Test func `The same verdict within a minute is one story`() {
        let folds = Self.timeline([
            Self.event(0, of: "a"), Self.event(30, of: "b"), Self.event(60, of: "c"), Self.event(61, of: "d"),
        ]).folds()
        #expect(folds.map(\.numbers) == [[3], [0, 1, 2]])
        #expect(folds.map(\.id) == [3, 0])
        #expect(folds.map(\.at.second) == [61, 0])
        #expect(folds.map(\.isSingle) == [true, false])
    }

    @Test func `Another kind or another verdict is another story`() {
        let folds = Self.timeline([
            Self.event(0, of: "a"), Self.event(1, .recovered, of: "b"), Self.event(2, of: "c", "cut"),
            Self.event(3, of: "d"), Self.event(4, of: "e", "timeout 1", cause: "silent"),
            Self.event(5, of: "f", "timeout 2", cause: "silent"),
        ]).folds()
        #expect(folds.map(\.numbers) == [[4, 5], [2], [1], [0, 3]])
    }

    @Test func `Those behind one gateway are one story, which the gateway tells`() {
        var gateway = Self.event(2, cause: "gateway-refused", gateway: "rdgw-1")
        gateway.subject = .gateway("rdgw-1")
        let folds = Self.timeline([
            Self.event(1, of: "a", cause: "behind", gateway: "rdgw-1"), gateway,
            Self.event(3, of: "b", cause: "behind", gateway: "rdgw-1"),
            Self.event(3, of: "c", cause: "behind", gateway: "rdgw-2"),
        ]).folds()
        #expect(folds.map(\.numbers) == [[3], [0, 1, 2]])
        #expect(folds.map(\.headline) == [3, 1])
    }

    @Test func `What the first sweep finds is one story, however long it takes`() {
        let folds = Self.timeline([
            Self.event(0, of: "a", isFirstSight: true), Self.event(5, of: "b"),
            Self.event(900, .warning, of: "c", "ends", isFirstSight: true),
        ]).folds()
        #expect(folds.map(\.numbers) == [[1], [0, 2]])
        #expect(folds.map(\.isFirstSweep) == [false, true])
    }

    @Test func `The figures of the first sweep are those of its end, whatever comes later`() {
        var timeline = Self.timeline([
            Self.event(0, of: "a", isFirstSight: true), Self.event(1, .warning, of: "b", "ends", isFirstSight: true),
            Self.event(4, of: "z"),
        ])
        #expect(timeline.folds().map(\.text) == ["refused", "1 DOWN, 1 WARN"])
        var counts = StateCounts()
        (counts.down, counts.behind, counts.warning, counts.unknown, counts.ok) = (1, ["rdgw-1": 2], 1, 3, 50)
        timeline.endFirstSweep(at: Instant(seconds: 9), counts)
        timeline.endFirstSweep(at: Instant(seconds: 10), StateCounts())
        timeline.append([Self.event(12, of: "c", isFirstSight: true), Self.event(300, of: "y")])
        let folds = timeline.folds()
        #expect(folds.map(\.text) == ["refused", "3 DOWN, 1 WARN, 3 ?, 50 ok", "refused"])
        #expect(folds.map(\.at.second) == [300, 9, 4])
        #expect(folds[1].numbers == [0, 1, 3])
        let some = timeline.folds { $0.subject != .server(Server(name: "b").id) }
        #expect(some.map(\.text) == ["refused", "refused", "1 DOWN"])
        // Where everything was confirmed later, there is nothing else to say.
        var late = Self.timeline([Self.event(4, of: "z")])
        late.endFirstSweep(at: Instant(seconds: 9), counts)
        late.append(["c", "d"].map { Self.event(12, of: $0, isFirstSight: true) })
        #expect(late.folds { $0.subject != .server(Server(name: "z").id) }.map(\.text) == ["2 DOWN"])
    }

    @Test func `A story keeps its name while others join it`() {
        var timeline = Self.timeline([Self.event(0, of: "a")])
        let before = timeline.folds().map(\.id)
        timeline.append([Self.event(10, of: "b"), Self.event(20, of: "c")])
        #expect(timeline.folds().map(\.id) == before)
    }

    @Test func `What is filtered out belongs to no story`() {
        let timeline = Self.timeline([Self.event(0, of: "a"), Self.event(1, of: "b"), Self.event(2, of: "c")])
        let folds = timeline.folds { $0.subject != .server(Server(name: "a").id) }
        #expect(folds.map(\.numbers) == [[1, 2]])
    }
}
