import FleetModel

/// The last time that a server showed another certificate than before, and what kind of change that was.
struct CertificateChange: Sendable, Hashable {
    /// Kinds of changes, as far as the two certificates tell.
    enum Kind: Sendable, Hashable {
        /// It is the one that the fleet file pins.
        case pinned
        /// It had been there before the one before.
        case returned
        /// From one of an authority to a self-signed one.
        case fallback
        /// Another certificate for the same key.
        case sameKey
        /// From a self-signed one to one that is trusted here.
        case gained
        /// After the one before had ended.
        case afterEnd
        /// Near the end of the one before, or by the same authority.
        case inTime
        /// None of these: the one before was good for longer, or was trusted where this one is not.
        case unexpected
    }

    /// How long an unexpected change is a warning: nobody can acknowledge it, and a day is enough for every shift to
    /// see it once.
    static let alarm = Span.hours(24)
    /// How long a change is worth a note.
    static let mention = Span.days(7)

    /// The certificate before.
    let before: CertificateSighting
    /// The certificate now.
    let after: CertificateSighting
    /// When the change was seen; it may have happened at any time since the probe before.
    let at: Instant
    let kind: Kind

    init(
        from before: CertificateSighting, to after: CertificateSighting, _ change: CertificateHistory.Change,
        policy: ProbePolicy
    ) {
        self.before = before
        self.after = after
        at = change.at
        kind = Self.kind(from: before, to: after, change, policy)
    }

    private static func kind(
        from before: CertificateSighting, to after: CertificateSighting, _ change: CertificateHistory.Change,
        _ policy: ProbePolicy
    ) -> Kind {
        if policy.pin == after.sha256 { return .pinned }
        if change.isReturn { return .returned }
        // At another address it is another machine's.
        if !before.isSelfSigned, after.isOwnWork {
            return after.mayBeOfSameMachine(as: before) ? .fallback : .unexpected
        }
        if !before.keySHA256.isEmpty, before.keySHA256 == after.keySHA256 { return .sameKey }
        // Whatever the dates say: this is also what an intercepting device looks like.
        if before.trust == .trusted, after.trust == .unknownAuthority { return .unexpected }
        if before.isOwnWork, after.trust == .trusted { return .gained }
        if before.hasEnded(by: change.at) { return .afterEnd }
        if !after.isSelfSigned, after.issuer == before.issuer, after.trust == before.trust { return .inTime }
        guard let end = before.notAfter, end - change.at < policy.certificateWarning else { return .unexpected }
        return .inTime
    }
}

extension CertificateSighting {
    /// Whether the server signed it itself, and nobody here has been told to trust it all the same.
    var isOwnWork: Bool { isSelfSigned && trust != .trusted }

    /// Whether it was not seen at another address than that one.
    func mayBeOfSameMachine(as other: CertificateSighting) -> Bool {
        guard let address, let place = other.address else { return true }
        return address == place
    }

    /// Whether it was past its end then.
    func hasEnded(by time: Instant) -> Bool { notAfter.map { $0 < time } ?? false }

    /// Who signed it, when it is valid, and which it is, after a label.
    func evidence(_ label: String) -> [String] {
        let signer = isSelfSigned ? "self-signed" : "issuer \(CleanText.clean(issuer, limit: 100))"
        let dates = [notBefore, notAfter].map { $0?.iso8601 ?? "?" }.joined(separator: " to ")
        let place = address.map { ", at \($0)" } ?? ""
        return [
            "\(label): \(signer), valid \(dates)",
            "\(label): sha-256 \(CleanText.clean(sha256, limit: 64)), seen \(times == 1 ? "once" : "\(times) times")"
                + place,
        ]
    }
}
