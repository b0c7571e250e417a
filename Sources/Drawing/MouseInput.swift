/// What was done with the mouse, and where.
package struct MouseInput: Hashable, Sendable {
    /// What was done.
    package enum Deed: Hashable, Sendable {
        /// The left button went down.
        case press
        /// The wheel was turned one notch towards the top of a text.
        case wheelUp
        /// The wheel was turned one notch towards its end.
        case wheelDown
    }

    /// What was done.
    package let deed: Deed
    /// The cell under the pointer; the upper left one is the origin.
    package let place: Point

    /// Something done at a place.
    package init(_ deed: Deed, at place: Point) {
        self.deed = deed
        self.place = place
    }
}
