import FleetModel

/// A check that did not come to its end.
package struct CutShort: Sendable, Hashable {
    /// By what: `cut short by Ctrl-C`.
    package var words: String
    /// How many servers were looked at to the end.
    package var seen: Int
    /// Of how many.
    package var total: Int

    package init(_ words: String, seen: Int, of total: Int) {
        (self.words, self.seen, self.total) = (words, seen, total)
    }

    /// `cut short by Ctrl-C: 1 of 2 servers looked at to the end`.
    var sentence: String { "\(words): \(seen) of \(countedServers(total)) looked at to the end" }

    /// `1 of 2 servers: the check was cut short by Ctrl-C`; where each was looked at once, it is the second look that is
    /// missing.
    var missing: String {
        let what = seen < total ? "\(total - seen) of \(countedServers(total))" : "a second look at what failed"
        return "\(what): the check was \(words)"
    }
}

/// What a reader has to know before the numbers.
extension SnapshotReport {
    /// One sentence each, without a capital and a full stop; the most important first.
    var remarks: [String] {
        [
            cut?.sentence, emptySentence, frozenSentence, scopeSentence, throughGatewaySentence, attendedSentence,
        ].compactMap(\.self)
    }

    /// How many servers of this report users reach only through a gateway. Nothing is seen of them: they are as their
    /// gateway is.
    package var throughGateway: Int { statuses.count { $0.server.path == .gateway } }

    /// Whether a filter left no server, so that nothing is said of any.
    package var isEmptyByFilter: Bool { filter != nil && statuses.isEmpty }

    private var emptySentence: String? {
        isEmptyByFilter ? "no server matches the filter, so this says nothing of any" : nil
    }

    private var throughGatewaySentence: String? {
        switch throughGateway {
        case 0: nil
        case 1:
            "1 of \(countedServers(statuses.count)) was not probed itself: its state is that of the gateway in front of it"
        case let count:
            "\(count) of \(countedServers(statuses.count)) were not probed themselves: their state is that of the gateway "
                + "in front of them"
        }
    }

    /// What the counts and the causes are of, where the report has fewer servers.
    private var scopeSentence: String? {
        switch (hasWiderCounts, widerCauses) {
        case (true, nil): "the counts are of the whole fleet"
        case (true, .some): "the counts, and what failing servers share, are of the whole fleet"
        case (false, let wider?): "what failing servers share is \(wider)"
        case (false, nil): nil
        }
    }

    /// Whether servers of the fleet are not in the report.
    var isPart: Bool { filter != nil || hasWiderCounts }

    /// Whether the counts are of more servers than the report has.
    private var hasWiderCounts: Bool { statuses.count < counts.total + muted }

    /// Of which servers the causes are, where the report has fewer; nil where it has all of them, or no cause.
    var widerCauses: String? {
        guard !causes.causes.isEmpty || causes.nothingInCommon != nil else { return nil }
        if hasWiderCounts { return "of the whole fleet" }
        return filter != nil ? "of all servers that were probed, also of those left out" : nil
    }
}
