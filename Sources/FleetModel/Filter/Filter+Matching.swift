extension Filter {
    /// Whether a row passes.
    ///
    /// - Parameters:
    ///   - row: The row with its text prepared.
    ///   - now: What ages are counted from.
    /// - Returns: True when the row is to be shown.
    package func matches(_ row: FilterRow, now: Instant) -> Bool {
        groups.isEmpty
            || groups.contains { group in
                group.allSatisfy { $0.condition.holds(for: row, now: now) != $0.isNegated }
            }
    }

    /// Whether a server may pass, whatever a probe will see of it; one that cannot need not be probed.
    package func mayMatch(_ server: Server) -> Bool {
        let row = FilterRow(ServerStatus(server: server))
        return groups.isEmpty
            || groups.contains { group in
                group.allSatisfy { term in
                    // What time it is matters to nothing that the fleet file says.
                    !term.condition.isOfFleetFile
                        || term.condition.holds(for: row, now: Instant(milliseconds: 0)) != term.isNegated
                }
            }
    }

    /// Whether a row may come or go without having changed, because time passes.
    package var dependsOnTime: Bool {
        groups.joined().contains { term in
            switch term.condition {
            case .since: true
            case .state(let word): word.dependsOnTime
            case .text, .pattern, .name, .site, .tag, .owner, .gateway, .issuer, .layer, .reason, .certificate,
                .roundTrip:
                false
            }
        }
    }
}

extension Filter.Condition {
    /// Whether a row meets the condition.
    func holds(for row: FilterRow, now: Instant) -> Bool {
        switch self {
        case .text(let needle): return row.text.contains(subsequence: needle)
        case .pattern(let pattern): return pattern.matches(row.text)
        case .state(let word): return word.describes(row, now: now)
        case .name(let name): return row.name == name || row.status.server.id.text == name
        case .site(let name): return row.site == name
        case .tag(let name): return row.tags.contains(name)
        case .owner(let name): return row.owner == name
        case .gateway(let name): return row.status.server.gatewayID == name
        case .issuer(let needle): return !row.issuer.isEmpty && row.issuer.contains(subsequence: needle)
        case .layer(let layer):
            switch row.status.judgement.cells[layer] {
            case .failed, .warning: return true
            case .ok, .notReached, .notApplicable, .unknown: return false
            }
        case .reason(let letter):
            return Layer.allCases.contains { row.status.judgement.cells[$0].letter == letter }
        case .certificate(let comparison, let bound):
            guard let left = row.status.judgement.certificateLeft else { return false }
            return comparison.holds(left, bound)
        case .since(let comparison, let bound):
            guard let since = row.status.since else { return false }
            return comparison.holds(now - since, bound)
        case .roundTrip(let comparison, let bound):
            guard let microseconds = row.roundTrip else { return false }
            return comparison.holds(microseconds, bound.milliseconds * 1000)
        }
    }

    /// Whether the fleet file alone answers it.
    var isOfFleetFile: Bool {
        switch self {
        case .name, .site, .tag, .owner, .gateway: true
        case .text, .pattern, .state, .issuer, .layer, .reason, .certificate, .since, .roundTrip: false
        }
    }
}

extension Filter.StateWord {
    /// Whether the word is true of a row.
    ///
    /// A failure that is not confirmed is both a problem and unknown. A muted server counts as muted and as nothing
    /// else, so no word about its state is true of it.
    func describes(_ row: FilterRow, now: Instant) -> Bool {
        let isMuted = row.annotations.mute != nil
        switch self {
        case .problem, .down, .warn, .ok, .unknown: return !isMuted && describes(row.status.judgement.state)
        case .acked: return row.annotations.acknowledgement != nil
        case .muted: return isMuted
        case .marked: return row.isMarked
        case .new: return row.status.isNewProblem(at: now)
        case .recovered: return row.status.hasRecovered(at: now)
        case .stale: return row.staleAfter.map { $0 < now } ?? false
        }
    }

    private func describes(_ state: ServerState) -> Bool {
        switch (self, state) {
        case (.problem, .down), (.problem, .warning), (.problem, .unconfirmed): true
        case (.down, .down), (.warn, .warning), (.ok, .ok): true
        case (.unknown, .unknown), (.unknown, .unconfirmed): true
        case (.problem, _), (.down, _), (.warn, _), (.ok, _), (.unknown, _): false
        case (.acked, _), (.muted, _), (.marked, _), (.new, _), (.recovered, _), (.stale, _): false
        }
    }

    /// Whether it may become true or untrue of a row that has not changed.
    var dependsOnTime: Bool {
        switch self {
        case .new, .recovered, .stale: true
        case .problem, .down, .warn, .ok, .unknown, .acked, .muted, .marked: false
        }
    }
}

extension Filter.Comparison {
    /// Whether a value is on the right side of the bound, the bound itself excluded.
    func holds<Value: Comparable>(_ value: Value, _ bound: Value) -> Bool {
        switch self {
        case .less: value < bound
        case .greater: value > bound
        }
    }
}

extension Cell {
    /// The letter of a failed or warning cell.
    package var letter: ReasonLetter? {
        switch self {
        case .failed(let letter): letter
        case .warning(let letter): letter
        case .ok, .notReached, .notApplicable, .unknown: nil
        }
    }
}

extension [UInt8] {
    /// Whether `needle` stands somewhere in these bytes; an empty one always does.
    func contains(subsequence needle: [UInt8]) -> Bool {
        // Of spans, since a slice of an array counts a reference at each place where the first byte is.
        let (text, wanted) = (span, needle.span)
        guard !wanted.isEmpty else { return true }
        let (first, places) = (wanted[0], text.count - wanted.count + 1)
        var start = 0
        while start < places {
            if text[start] == first {
                var length = 1
                while length < wanted.count, text[start + length] == wanted[length] { length += 1 }
                if length == wanted.count { return true }
            }
            start += 1
        }
        return false
    }
}
