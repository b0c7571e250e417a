/// What an answer must not repeat if it is to be shown: many servers write the path that they do not know into their error
/// page, and whoever has the path of a webhook can use it.
struct WebhookSecrets: Sendable {
    /// Whether nothing is shown, whatever it is.
    private let areEverywhere: Bool
    /// How the words begin that must not be repeated, in lower case.
    private let beginnings: [[UInt8]]

    /// The words of a request.
    ///
    /// - Parameters:
    ///   - target: Path and query.
    ///   - values: Of the further fields.
    ///   - areEverywhere: Whether they stand elsewhere than in the configuration, which makes them a secret for certain.
    init(target: String, values: [String], areEverywhere: Bool) {
        self.areEverywhere = areEverywhere
        // Shorter ones are the words of everybody.
        let parts = target.split { "/?&=#".contains($0) }.filter { $0.utf8.count >= 8 }
        let words = ([target[...]] + values.flatMap { $0.split(separator: " ") }).filter { $0.utf8.count >= 4 }
        // The rest may be cut off.
        beginnings = (parts + words).map { $0.lowercased().utf8.prefix(8).map(\.self) }
    }

    /// Whether what a server wrote may be shown.
    func permit(_ bytes: [UInt8]) -> Bool {
        guard !areEverywhere else { return false }
        let written = String(decoding: bytes, as: UTF8.self).lowercased().utf8.map(\.self)
        return beginnings.allSatisfy { written.firstRange(of: $0) == nil }
    }
}
