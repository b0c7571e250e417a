/// All pages of the manual.
enum ManualTable {
    /// The program first.
    ///
    /// - Throws: An error of reading what the argument parser says of the commands.
    static func pages() throws -> [ManualPage] {
        [ManualPage.program(try CommandTree.of(Rdptop.self).command), .fleetFile, .configuration]
    }
}
