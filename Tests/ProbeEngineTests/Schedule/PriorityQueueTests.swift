import Testing

@testable import ProbeEngine

@Suite struct PriorityQueueTests {
    @Test func comesOutInOrderAfterAnyChanges() {
        // A small linear congruential generator; the seed is part of the message.
        for seed in UInt64(1)...50 {
            var state = seed
            func next(_ bound: UInt64) -> Int {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Int((state >> 33) % bound)
            }
            var queue = PriorityQueue<Int, Int>()
            var model: [Int: Int] = [:]
            for _ in 0..<300 {
                let element = next(60)
                if next(4) == 0 {
                    #expect(queue.remove(element) == model.removeValue(forKey: element), "seed \(seed)")
                } else {
                    let priority = next(1000)
                    queue.set(element, to: priority)
                    model[element] = priority
                }
                #expect(queue.first?.priority == model.values.min(), "seed \(seed)")
            }
            #expect(queue.count == model.count, "seed \(seed)")
            var out: [Int] = []
            while let (element, priority) = queue.popFirst() {
                #expect(model[element] == priority, "seed \(seed)")
                out.append(priority)
            }
            #expect(out == model.values.sorted(), "seed \(seed)")
            #expect(queue.isEmpty)
        }
    }

    @Test func aPriorityCanBeChangedInPlace() {
        var queue = PriorityQueue<String, Int>()
        queue.set("a", to: 1)
        queue.set("b", to: 2)
        queue.set("a", to: 3)
        #expect(queue.count == 2)
        #expect(queue.popFirst()?.element == "b")
        #expect(queue.contains("a"))
        #expect(queue.remove("b") == nil)
    }
}
