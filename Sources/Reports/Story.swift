import FleetModel

/// What happened, once for all whom it happened to, as it is told to people.
struct Story {
    /// When it began.
    let at: Instant
    /// `DOWN`, `cert`, `ack`.
    let word: String
    /// The server or the gateway, or how many.
    let subject: String
    let text: String

    /// `DOWN  rdsh-fra-007.corp.example: TCP 3389 refused`.
    var line: String { "\(padded(word, 5)) \(subject.isEmpty ? "" : "\(subject): ")\(text)" }
}

extension SnapshotReport {
    /// The most stories that are told to people.
    static let mostStories = 20

    /// The newest stories, the newest first, and how many older ones there are.
    var told: (stories: [Story], older: Int) {
        let all = stories
        return (all.prefix(Self.mostStories).map(story), max(0, all.count - Self.mostStories))
    }

    private func story(_ fold: EventFold) -> Story {
        let event = timeline[fold.headline]
        let subject: String
        switch event?.subject {
        case .server(let id): subject = fold.isSingle ? id.text : "\(fold.numbers.count) servers"
        case .gateway(let id): subject = "gateway \(id)" + (fold.isSingle ? "" : " and \(fold.numbers.count - 1) more")
        case .fleet, nil: subject = ""
        }
        return Story(
            at: fold.at, word: fold.isFirstSweep ? "first" : event?.word ?? "", subject: clean(subject),
            text: clean(fold.text))
    }

    /// From where and since when, in words; empty when neither is known.
    var origin: [String] {
        [
            sourceAddress.map { "seen from \($0)" },
            watchedSince.map { "watched since \($0.iso8601), for \(max(.zero, at - $0).spoken)" },
            order.map { "order: \($0)" },
        ].compactMap { $0.map(clean) }
    }
}
