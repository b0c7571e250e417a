/// A way to move a cursor or a text.
enum Motion: Sendable {
    case down, up, pageDown, pageUp, halfPageDown, halfPageUp, top, bottom

    /// Where it leads.
    ///
    /// - Parameters:
    ///   - position: Where one is.
    ///   - page: How many lines a page has, at least 1.
    ///   - last: The last position there is; less than 0 when there is none.
    /// - Returns: A position from 0 to `last`.
    func target(from position: Int, page: Int, last: Int) -> Int {
        let wanted =
            switch self {
            case .down: position + 1
            case .up: position - 1
            case .pageDown: position + page
            case .pageUp: position - page
            case .halfPageDown: position + max(1, page / 2)
            case .halfPageUp: position - max(1, page / 2)
            case .top: 0
            case .bottom: last
            }
        return max(0, min(wanted, last))
    }
}
