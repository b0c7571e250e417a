/// How much is told, and how often.
package struct NoticePace: Sendable, Hashable {
    /// How long nobody may have joined a cause before it is told, so that an outage is told once and not server by server;
    /// after six times that it is told in any case.
    package var gather: Span
    /// Between two notices that a cause has grown. After so long without news of it, whoever gets the same verdict has a
    /// cause of their own.
    package var update: Span
    /// How long after the end of a cause was told a further end of it, of the same servers, is not told; how long somebody
    /// who left a cause that others still have is not told to have joined it again.
    package var again: Span
    /// The most notices within an hour.
    package var hourly: Int

    /// A pace; what is left out is as usual.
    package init(
        gather: Span = .seconds(10), update: Span = .minutes(10), again: Span = .minutes(30), hourly: Int = 20
    ) {
        self.gather = gather
        self.update = update
        self.again = again
        self.hourly = hourly
    }

    /// The longest that a cause waits for others to join it.
    var longestGathering: Span { Span(milliseconds: gather.milliseconds * 6) }

    /// How long after the first look at a fleet failures may wait to be checked again: the longest pause before that,
    /// a probe, and a connect that comes late.
    static let recheck = Span.seconds(30)
    /// After this the first look at a fleet counts as over, whoever has not been looked at.
    static let longestSweep = Span.minutes(5)
    /// More new causes than these at once are told in one notice.
    static let mostAtOnce = 3
}
