/// What is wrong with a filter, and where.
package struct FilterMistake: Error, Sendable, Hashable {
    /// One sentence without a full stop.
    package let text: String
    /// The characters of the input that it is about, counted from 0.
    package let range: Range<Int>

    /// A mistake at a place.
    package init(text: String, range: Range<Int>) {
        self.text = text
        self.range = range
    }
}
