/// A binary heap of distinct elements, the smallest priority first, in which a priority can be changed.
///
/// Every operation costs O(log n); looking at the first O(1).
struct PriorityQueue<Element: Hashable & Sendable, Priority: Comparable & Sendable>: Sendable {
    private var heap: [(element: Element, priority: Priority)] = []
    private var positions: [Element: Int] = [:]

    /// An empty queue.
    init() {}

    /// How many elements wait.
    var count: Int { heap.count }

    /// Whether none waits.
    var isEmpty: Bool { heap.isEmpty }

    /// The element of the smallest priority, and that priority.
    var first: (element: Element, priority: Priority)? { heap.first }

    /// Whether an element waits.
    func contains(_ element: Element) -> Bool { positions[element] != nil }

    /// Adds an element, or changes its priority.
    mutating func set(_ element: Element, to priority: Priority) {
        if let position = positions[element] {
            heap[position].priority = priority
            settle(position)
        } else {
            heap.append((element, priority))
            positions[element] = heap.count - 1
            settle(heap.count - 1)
        }
    }

    /// Takes an element out, wherever it is; its priority, or nil when it was not there.
    @discardableResult
    mutating func remove(_ element: Element) -> Priority? {
        guard let position = positions.removeValue(forKey: element) else { return nil }
        let priority = heap[position].priority
        let last = heap.removeLast()
        if position < heap.count {
            heap[position] = last
            positions[last.element] = position
            settle(position)
        }
        return priority
    }

    /// Takes out the element of the smallest priority.
    mutating func popFirst() -> (element: Element, priority: Priority)? {
        guard let first = heap.first else { return nil }
        remove(first.element)
        return first
    }

    /// Moves the element at `position` up or down to where it belongs.
    private mutating func settle(_ position: Int) {
        var child = position
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[child].priority < heap[parent].priority else { break }
            exchange(child, parent)
            child = parent
        }
        var parent = child
        while true {
            let left = 2 * parent + 1
            guard left < heap.count else { break }
            let right = left + 1
            let smaller = right < heap.count && heap[right].priority < heap[left].priority ? right : left
            guard heap[smaller].priority < heap[parent].priority else { break }
            exchange(smaller, parent)
            parent = smaller
        }
    }

    private mutating func exchange(_ left: Int, _ right: Int) {
        heap.swapAt(left, right)
        positions[heap[left].element] = left
        positions[heap[right].element] = right
    }
}
