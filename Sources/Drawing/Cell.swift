/// One cell of a canvas: a single visible scalar and its style.
///
/// A character two cells wide stands in a leading cell; the trailing cell repeats it, so that the two always change
/// together.
package struct Cell: Hashable, Sendable {
    /// Which part of a character a cell holds.
    package enum Part: UInt8, Hashable, Sendable {
        /// All of a character one cell wide.
        case whole
        /// The left half of a character two cells wide.
        case leading
        /// The right half of a character two cells wide.
        case trailing
    }

    /// What the cell shows; never a control or zero-width scalar.
    package let scalar: Unicode.Scalar
    /// How it looks.
    package internal(set) var style: Style
    /// Which part of the character it is.
    package let part: Part

    init(_ scalar: Unicode.Scalar, _ style: Style, _ part: Part = .whole) {
        self.scalar = scalar
        self.style = style
        self.part = part
    }

    /// An empty cell in the ordinary style.
    package static let blank = Cell(" ", .normal)
}
