internal import Synchronization

/// An X server without a screen (Xvfb), which picks a free display number itself.
package struct VirtualDisplay: Sendable {
    /// The value for `DISPLAY`, such as `:1`.
    package let name: String
    /// The X server.
    package let process: LabProcess

    /// Starts one and returns when it accepts clients.
    package static func start() async throws -> VirtualDisplay {
        let process = try await LabProcess.start(
            .xvfb,
            // The number is written, with a line feed, when the server is ready (Xserver(1), -displayfd). Without
            // -noreset it starts anew when its last client leaves, and refuses those that come meanwhile.
            arguments: ["-displayfd", "1", "-noreset", "-screen", "0", "640x480x24", "-nolisten", "tcp"]
        )
        _ = try await poll { () -> Bool? in
            if process.standardOutput.hasSuffix("\n") { return true }
            if let end = process.end {
                throw LabError.ended(
                    program: process.name,
                    end: end,
                    during: "it was to name its display",
                    output: process.lastLines
                )
            }
            return nil
        }
        let number = process.standardOutput.filter(\.isNumber)
        guard !number.isEmpty else {
            throw LabError.deadlinePassed(waitingFor: "display number", limit: .patience, seen: process.lastLines)
        }
        return VirtualDisplay(name: ":\(number)", process: process)
    }

    private static let sharedStart = Mutex<Task<VirtualDisplay, any Error>?>(nil)

    /// The display that all shadow servers of this test process share; it ends with the process.
    package static func shared() async throws -> VirtualDisplay {
        let starting = sharedStart.withLock { known in
            let starting = known ?? Task { try await start() }
            known = starting
            return starting
        }
        return try await starting.value
    }
}
