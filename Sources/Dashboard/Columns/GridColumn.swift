import Drawing

/// A column of the lists of servers: how much room it wants, and what stands in it.
struct GridColumn: Sendable {
    /// How many cells it wants on a screen.
    struct Room: Sendable {
        /// The fewest that still say something.
        var minimum: Int
        /// Those it takes when there are enough.
        var ideal: Int
    }

    /// Which one it is.
    let id: ColumnID
    /// The text above it; on a wide screen some say more.
    let title: String
    /// What it shows, for those who choose columns.
    let help: String
    let alignment: Alignment
    /// Whether it takes what no other column needs.
    let stretches: Bool
    /// Whether it can be left out when the user does not want it.
    let isOptional: Bool
    /// Its room on a screen; nil when it has no place there.
    let room: @Sendable (GridSetting) -> Room?
    /// Draws what it says of a row into a place from a point on.
    let draw: @Sendable (GridRow, ColumnPlace<ColumnID>, Point, inout Canvas) -> Void

    /// A column that draws itself.
    init(
        _ id: ColumnID, title: String, help: String, alignment: Alignment = .left, stretches: Bool = false,
        isOptional: Bool = true, room: @escaping @Sendable (GridSetting) -> Room?,
        draw: @escaping @Sendable (GridRow, ColumnPlace<ColumnID>, Point, inout Canvas) -> Void
    ) {
        self.id = id
        self.title = title
        self.help = help
        self.alignment = alignment
        self.stretches = stretches
        self.isOptional = isOptional
        self.room = room
        self.draw = draw
    }

    /// A column of one text in one role, cut and aligned to its place.
    init(
        _ id: ColumnID, title: String, help: String, alignment: Alignment = .left, stretches: Bool = false,
        isOptional: Bool = true, room: @escaping @Sendable (GridSetting) -> Room?,
        text: @escaping @Sendable (GridRow, Int) -> (String, Role)
    ) {
        self.init(
            id, title: title, help: help, alignment: alignment, stretches: stretches, isOptional: isOptional,
            room: room
        ) { row, place, point, canvas in
            let (text, role) = text(row, place.width)
            canvas.put(place.fit(text, ellipsis: row.ellipsis), at: point, style: Style(role), maxWidth: place.width)
        }
    }
}

/// What the columns of a list have to know of the screen and of the fleet, to say how much room they want.
struct GridSetting: Sendable {
    /// The cells of the whole screen, of which the list may have only a part.
    var screenWidth: Int
    /// The cells of the longest name.
    var longestName: Int
    /// Whether there is more than one site.
    var hasSites: Bool
    /// The cells by which names below a heading stand further right; 0 where there is no heading.
    var indent = 0
    /// The column whose heading shows the order; nil when none does.
    var sorted: ColumnID?

    /// Whether there is room for nothing but names and the beginning of a verdict.
    var isTiny: Bool { screenWidth < 30 }
    /// Whether there is room for words instead of signs.
    var isWide: Bool { screenWidth >= 100 }
    /// Whether the layers show how long they took, and why they failed in a word.
    var isWidest: Bool { screenWidth >= 190 }
}
