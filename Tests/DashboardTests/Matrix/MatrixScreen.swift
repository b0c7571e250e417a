import Drawing
import Testing

@testable import Dashboard

/// A screen that is recorded at every size, and shown in docs/screens.md.
struct MatrixScreen: Sendable, CustomTestStringConvertible {
    /// The beginning of its golden files' names.
    let name: String
    /// Its heading in the documentation.
    let title: String
    /// What it is for, and how to get there; a paragraph of the documentation.
    let about: String
    /// Of the terminal, in the documentation.
    var shownAt = [Size(width: 80, height: 24)]
    /// The fleet, at a size; the one that was watched for half an hour, unless it is about another.
    let fleet: @Sendable (Size, Glyphs) -> Screen
    /// Gets there.
    let reach: @Sendable (inout Screen) throws -> Void

    init(
        _ name: String, _ title: String, _ about: String, shownAt: [Size] = [Size(width: 80, height: 24)],
        of fleet: @escaping @Sendable (Size, Glyphs) -> Screen = WatchedFleet.screen,
        reach: @escaping @Sendable (inout Screen) throws -> Void
    ) {
        self.name = name
        self.title = title
        self.about = about
        self.shownAt = shownAt
        self.fleet = fleet
        self.reach = reach
    }

    var testDescription: String { name }

    /// The screen at a size.
    func screen(_ size: Size, _ glyphs: Glyphs) throws -> Screen {
        var screen = fleet(size, glyphs)
        try reach(&screen)
        return screen
    }
}
