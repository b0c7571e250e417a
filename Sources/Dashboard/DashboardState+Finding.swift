import Drawing

extension DashboardState {
    /// Takes a key while a text to find in the overlay is being typed; the first line that has it comes into sight.
    mutating func typeFind(_ key: Key, _ line: LineEdit, _ before: Int) {
        if key == .enter {
            prompt = nil
            if !overlaySearch.isEmpty, foundLines.isEmpty { say(notFound) }
        } else if key == .escape || key == .control("c") {
            prompt = nil
            overlaySearch = ""
            overlayScroll = before
        } else {
            var line = line
            line.take(key)
            prompt = .find(line, before: before)
            guard line.text != overlaySearch else { return }
            overlaySearch = line.text
            overlayScroll = before
            if let first = foundLines.first(where: { $0 >= before }) ?? foundLines.first { bringIntoSight(first) }
        }
    }

    /// Goes to the next line that has the text, or with -1 to the one before; behind the last comes the first.
    mutating func findAgain(_ direction: Int) {
        let found = foundLines
        let last = overlayRoom.last
        let top = min(overlayScroll, last)
        // What stands on the last page is in sight together.
        let places = found.map { min($0, last) }
        let next = direction > 0 ? places.first { $0 > top } ?? places.first : places.last { $0 < top } ?? places.last
        guard let next else { return say(notFound) }
        overlayScroll = next
    }

    /// The lines of the overlay that have the text, from the top.
    private var foundLines: [Int] {
        let frame = OverlayFrame(Arrangement.overlay(in: Rect(size: size), isTyping: prompt != nil))
        let lines = OverlayPane().lines(self, width: frame.textWidth)
        return lines.indices.filter { lines[$0].contains(overlaySearch) }
    }

    private mutating func bringIntoSight(_ line: Int) {
        let height = max(1, overlayRoom.height)
        guard !(overlayScroll..<overlayScroll + height).contains(line) else { return }
        overlayScroll = min(line, overlayRoom.last)
    }

    private var notFound: String { "\(overlaySearch) does not stand here" }
}
