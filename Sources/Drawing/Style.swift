/// How a cell looks: what it means, and attributes on top of what the theme gives that meaning.
package struct Style: Hashable, Sendable {
    /// Attributes every terminal since the VT100 knows in some form.
    package struct Attributes: OptionSet, Hashable, Sendable {
        /// The attributes as bits.
        package let rawValue: UInt8

        /// Creates a set from its bits.
        package init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// Brighter or heavier.
        package static let bold = Attributes(rawValue: 1)
        /// Fainter.
        package static let dim = Attributes(rawValue: 2)
        /// Underlined.
        package static let underline = Attributes(rawValue: 4)
        /// Foreground and background exchanged.
        ///
        /// On a meaning which the theme already shows in reverse it turns that back, so that a failed cell still
        /// stands out in a selected row.
        package static let reverse = Attributes(rawValue: 8)
    }

    /// What the cell means.
    package var role: Role
    /// Attributes beyond those of the theme.
    package var attributes: Attributes

    /// Makes a style from a meaning and further attributes.
    package init(_ role: Role, _ attributes: Attributes = []) {
        self.role = role
        self.attributes = attributes
    }

    /// Ordinary text.
    package static let normal = Style(.normal)

    /// Returns the style with further attributes.
    package func adding(_ more: Attributes) -> Style {
        Style(role, attributes.union(more))
    }
}
