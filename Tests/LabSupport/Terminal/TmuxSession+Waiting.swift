extension TmuxSession {
    /// Waits until the screen contains the text within one line, and returns the screen.
    ///
    /// - Throws: ``LabError`` showing the last screen when the limit passed or the program ended without it.
    @discardableResult
    package func waitFor(_ text: String, within limit: Duration = .patience) async throws -> [String] {
        try await waitFor("\"\(text)\"", within: limit) { screen in
            screen.contains { $0.contains(text) }
        }
    }

    /// Waits until the screen satisfies the predicate, and returns the screen.
    ///
    /// - Parameters:
    ///   - description: what is awaited, for the message.
    ///   - limit: how long to wait.
    ///   - predicate: is given the lines of the screen.
    /// - Returns: the lines of the screen that satisfied it.
    /// - Throws: ``LabError`` showing the last screen when the limit passed or the program ended without it.
    @discardableResult
    package func waitFor(
        _ description: String,
        within limit: Duration = .patience,
        _ predicate: ([String]) -> Bool
    ) async throws -> [String] {
        var last: [String] = []
        let found: [String]? = try await poll(within: limit, every: .milliseconds(20)) {
            // Asked in this order: what stands on the screen at the end still counts.
            let end = try await self.end()
            last = try await screen()
            if predicate(last) { return last }
            if let end {
                throw LabError.ended(
                    program: command,
                    end: end,
                    during: "\(description) was awaited on the screen",
                    output: last.joined(separator: "\n")
                )
            }
            return nil
        }
        if let found { return found }
        throw LabError.deadlinePassed(
            waitingFor: "\(description) on the screen of \(command)",
            limit: limit,
            seen: last.joined(separator: "\n")
        )
    }

    /// How the program ended, or `nil` while it runs.
    ///
    /// As a shell tells it: a status above 128 is taken as 128 and the number of a signal.
    package func end() async throws -> ProcessEnd? {
        if let endSeen { return endSeen }
        if let end = server.end {
            throw LabError.ended(program: server.name, end: end, during: "\(command) ran", output: server.lastLines)
        }
        return nil
    }

    var endSeen: ProcessEnd? {
        guard let status = Int32(text(ofFile: folder["status"]).filter { $0 != "\n" }) else { return nil }
        return status > 128 ? .signalled(status - 128) : .exited(status)
    }

    /// Whether the program still runs.
    package func isAlive() async throws -> Bool { try await end() == nil }

    /// Waits until the program ends by itself and returns its exit status, or `nil` when a signal ended it.
    ///
    /// - Throws: ``LabError`` showing the last screen when it still runs at the limit.
    package func exitStatus(within limit: Duration = .patience) async throws -> Int32? {
        guard let end = try await poll(within: limit, every: .milliseconds(20), { try await end() }) else {
            throw LabError.deadlinePassed(
                waitingFor: "end of \(command)",
                limit: limit,
                seen: try await screen().joined(separator: "\n")
            )
        }
        switch end {
        case .exited(let status): return status
        case .signalled: return nil
        }
    }
}
