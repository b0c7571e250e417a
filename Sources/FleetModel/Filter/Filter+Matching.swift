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

    /// Whether a row may come or go without having changed, because time passes.
    package var dependsOnTime: Bool {
        groups.joined().contains { term in
            switch term.condition {
            case .since: true
            case .text, .state, .site, .tag, .owner, .gateway, .layer, .reason, .certificate: false
            }
        }
    }
}

extension Filter.Condition {
    /// Whether a row meets the condition.
    func holds(for row: FilterRow, now: Instant) -> Bool {
        let status = row.status
        switch self {
        case .text(let needle): return row.text.contains(subsequence: needle)
        case .state(let word): return word.describes(status.judgement.state)
        case .site(let name): return status.server.site?.lowercased() == name
        case .tag(let name): return status.server.tags.contains { $0.lowercased() == name }
        case .owner(let name): return status.server.owner?.lowercased() == name
        case .gateway(let name): return status.server.gatewayID == name
        case .layer(let layer):
            switch status.judgement.cells[layer] {
            case .failed, .warning: return true
            case .ok, .notReached, .notApplicable, .unknown: return false
            }
        case .reason(let letter):
            return Layer.allCases.contains { status.judgement.cells[$0].letter == letter }
        case .certificate(let comparison, let bound):
            guard let left = status.judgement.certificateLeft else { return false }
            return comparison.holds(left, bound)
        case .since(let comparison, let bound):
            guard let since = status.since else { return false }
            return comparison.holds(now - since, bound)
        }
    }
}

extension Filter.StateWord {
    /// Whether the word covers a state; a failure that is not confirmed is both a problem and unknown.
    func describes(_ state: ServerState) -> Bool {
        switch (self, state) {
        case (.problem, .down), (.problem, .warning), (.problem, .unconfirmed): true
        case (.down, .down), (.warn, .warning), (.ok, .ok): true
        case (.unknown, .unknown), (.unknown, .unconfirmed): true
        case (.problem, _), (.down, _), (.warn, _), (.ok, _), (.unknown, _): false
        }
    }
}

extension Filter.Comparison {
    /// Whether a value is on the right side of the bound, the bound itself excluded.
    func holds(_ value: Span, _ bound: Span) -> Bool {
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
        guard let first = needle.first else { return true }
        guard count >= needle.count else { return false }
        for start in 0...(count - needle.count) where self[start] == first {
            if self[start..<(start + needle.count)].elementsEqual(needle) { return true }
        }
        return false
    }
}
