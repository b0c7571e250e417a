package import Drawing
package import FleetModel

/// What the screen was told when the program was started, and what stays so until it ends.
package struct DashboardSetup: Sendable {
    /// On the title line; cleaned.
    package let fleetName: String
    /// Whether every screen says DEMO.
    package var isDemo = false
    /// Of the program, for the help.
    package let version: String
    /// What the terminal can show.
    package let glyphs: Glyphs
    /// Who uses the program, for acknowledgements; cleaned.
    package let user: String
    /// How far the clock on the wall is ahead of UTC at an instant, for times that people name.
    package var offset: @Sendable (Instant) -> Span = { _ in .zero }
    /// What knows what codes mean.
    package var explainer = Explainer.none
    /// Which key does what.
    package var keys = KeyMap.standard
    /// The user's own views, in the order of their keys.
    package var ownViews: [OwnView] = []
    /// The user's own commands, in the order of their menu.
    package var commands: [ProgramConfiguration.UserCommand] = []
    /// As which user the program runs, and what that permits, in words; cleaned.
    package let privileges: String
    /// Where the user's configuration stands, and whether it was read; cleaned, for the help.
    package let configurationNote: String
    /// What stands for the fleet on a command line: its file, or its servers; empty when nothing does.
    package var targets: [String] = []
    /// What reports can be written in.
    package var formats = FileFormats.text
    /// Which columns the lists show until the user chooses others.
    package var columns = ColumnChoice.all
    /// The colours until the user chooses others.
    package var theme = Theme.standard
    /// The colours that this run was asked for, which go before those of the last run; nil when it was asked for none.
    package var askedTheme: Theme?
    /// Whether how the user arranges the screen is kept for the next run.
    package var isArrangementKept = false
    /// Whether the mouse is on until the user switches it.
    package var mouse = false

    /// Texts may hold anything; they are cleaned here. What is not named is set afterwards where it is not as usual.
    package init(
        fleetName: String, version: String, glyphs: Glyphs, user: String = "somebody", privileges: String = "",
        configurationNote: String = ""
    ) {
        self.fleetName = CleanText.clean(fleetName, limit: 40)
        self.version = version
        self.glyphs = glyphs
        self.user = CleanText.clean(user, limit: 40)
        self.privileges = CleanText.clean(privileges, limit: 1_024)
        self.configurationNote = CleanText.clean(configurationNote, limit: 1_024)
    }
}
