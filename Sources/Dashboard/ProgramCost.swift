package import FleetModel

/// What the program itself costs, as measured at one moment; rates are of the time since the measurement before.
package struct ProgramCost: Sendable, Equatable {
    /// Thousandths of one core.
    package var cpuPerMille: Int
    /// User and system time since the start.
    package var cpuTime: Span
    /// Resident memory; nil where the kernel does not tell.
    package var residentBytes: Int?
    /// Probes of servers and gateways, and what follows them, that are going on.
    package var inFlight: Int
    /// Those that have ended since the start.
    package var finished: Int
    /// Tenths of a probe that ended a second.
    package var finishedPerTenSeconds: Int
    /// Bytes sent to the terminal since it was opened; nil where the kernel does not tell.
    package var bytesWritten: Int?
    /// Bytes sent to it a second.
    package var bytesPerSecond: Int?
    /// Frames drawn since the start.
    package var frames: Int
    /// Since the start.
    package var uptime: Span

    /// A measurement.
    package init(
        cpuPerMille: Int, cpuTime: Span, residentBytes: Int?, inFlight: Int, finished: Int, finishedPerTenSeconds: Int,
        bytesWritten: Int?, bytesPerSecond: Int?, frames: Int, uptime: Span
    ) {
        self.cpuPerMille = cpuPerMille
        self.cpuTime = cpuTime
        self.residentBytes = residentBytes
        self.inFlight = inFlight
        self.finished = finished
        self.finishedPerTenSeconds = finishedPerTenSeconds
        self.bytesWritten = bytesWritten
        self.bytesPerSecond = bytesPerSecond
        self.frames = frames
        self.uptime = uptime
    }
}

extension ProgramCost {
    /// On the title line of a wide screen: `cpu 0.6%  rss 41M  out 0.9 KB/s`.
    var short: String {
        let parts = [
            "cpu \(cpuPerMille.tenths)%", residentBytes.map { "rss \($0 / 1_048_576)M" },
            bytesPerSecond.map { "out \(($0 * 10 / 1024).tenths) KB/s" },
        ]
        return parts.compactMap(\.self).joined(separator: "  ")
    }
}

extension Int {
    /// Tenths as a decimal fraction: 6 is `0.6`.
    var tenths: String { "\(self / 10).\(self % 10)" }
}
