/// A question asked of every row: words and conditions, all of which must hold, or one group of them out of several.
///
/// The language, the same on the screen and on the command line:
/// - `fra` — a word that the row contains (name, address, site, owner, tags, verdict), in any case
/// - `"two words"` — the same with a blank or a sign in it
/// - `!word`, `!is:ok` — not
/// - `is:problem`, `is:down`, `is:warn`, `is:ok`, `is:unknown` — by state
/// - `site:fra`, `tag:prod`, `owner:team-vdi`, `gateway:rdgw-1` — by what the fleet file says
/// - `layer:tls` — the layer is failed or a warning; `reason:timeout` or `reason:T` — a cell has that letter
/// - `cert<14d`, `cert>1d`, `since<10m`, `since>2h` — by what is left of the certificate, and by the age of the state
/// - `a b | c` — (a and b) or c
package struct Filter: Sendable, Hashable {
    /// One condition and whether it is turned round.
    package struct Term: Sendable, Hashable {
        package var condition: Condition
        package var isNegated: Bool

        package init(condition: Condition, isNegated: Bool) {
            self.condition = condition
            self.isNegated = isNegated
        }
    }

    /// What a term asks.
    package enum Condition: Sendable, Hashable {
        /// The row's text contains these lower-case UTF-8 bytes.
        case text([UInt8])
        case state(StateWord)
        case site(String)
        case tag(String)
        case owner(String)
        case gateway(String)
        case layer(Layer)
        case reason(ReasonLetter)
        case certificate(Comparison, Span)
        case since(Comparison, Span)
    }

    /// The words after `is:`.
    package enum StateWord: String, Sendable, Hashable, CaseIterable {
        case problem, down, warn, ok, unknown
    }

    /// The sign between a quantity and its bound.
    package enum Comparison: Character, Sendable, Hashable, CaseIterable {
        case less = "<"
        case greater = ">"
    }

    /// One of these groups must hold, and of a group every term. No group at all is the filter that hides nothing.
    package var groups: [[Term]]

    /// The filter that hides nothing.
    package static let everything = Filter(groups: [])

    /// Whether the filter hides nothing.
    package var isEmpty: Bool { groups.isEmpty }

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
}

/// A row as a filter sees it; the text is prepared once for each change of the row and not for each key typed.
package struct FilterRow: Sendable {
    /// The row itself.
    package let status: ServerStatus
    /// Its searchable text: lower-case UTF-8.
    package let text: [UInt8]

    package init(_ status: ServerStatus) {
        self.status = status
        let server = status.server
        var parts = [server.displayName, server.site, server.owner, server.address?.description].compactMap { $0 }
        parts += server.tags
        if let peer = status.snapshot?.tcp?.facts?.peer { parts.append(peer.address.description) }
        if let headline = status.judgement.headline { parts += [headline.medium, headline.rule] }
        text = Array(parts.joined(separator: " ").lowercased().utf8)
    }
}

extension Filter.Condition {
    func holds(for row: FilterRow, now: Instant) -> Bool {
        let status = row.status
        switch self {
        case .text(let needle): return row.text.contains(subsequence: needle)
        case .state(let word): return word.describes(status.judgement.state)
        case .site(let name): return status.server.site?.lowercased() == name
        case .tag(let name): return status.server.tags.contains { $0.lowercased() == name }
        case .owner(let name): return status.server.owner?.lowercased() == name
        case .gateway(let name): return status.server.gateway?.lowercased() == name
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

extension Filter {
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
