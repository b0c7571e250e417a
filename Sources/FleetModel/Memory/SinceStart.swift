/// What is remembered of a server, or of a gateway, since the program was started: of what came before it says nothing.
///
/// Small and bounded: while the certificate stays the same and no probe fails, nothing is allocated for it.
package struct SinceStart: Sendable, Hashable, Codable {
    /// When the first probe began.
    package private(set) var began: Instant
    /// How the last probes ended; those that ended by a fault of ours are not among them.
    package private(set) var outcomes = RecentOutcomes()
    /// The certificates that were seen.
    package private(set) var certificates = CertificateHistory()
    /// How many probes told something of the server: all but those that ended by a fault of ours.
    package private(set) var counted = 0
    /// How many of those got through every layer that they tried.
    package private(set) var passed = 0

    /// Nothing seen yet.
    package init(began: Instant) {
        self.began = began
    }

    /// This memory with one more probe.
    ///
    /// - Parameters:
    ///   - failure: The layer that stopped the probe, and why; nil when it passed.
    ///   - present: The certificate that the probe saw; nil when it saw none.
    ///   - past: The certificate that the probe before it saw; nil when that saw none.
    ///   - time: When the probe began. Where it lies before what is remembered, the clock was set back, and nothing
    ///     remembered is later than it.
    /// - Returns: The memory with it.
    func including(
        failure: (layer: Layer, failure: LayerFailure)?, certificate present: SeenCertificate?,
        after past: SeenCertificate?, at time: Instant
    ) -> SinceStart {
        var memory = self
        memory.began = min(began, time)
        memory.certificates.setBack(to: time)
        memory.certificates.note(present, after: past)
        if let outcome = ProbeOutcome(failure) {
            memory.outcomes.append(outcome)
            memory.counted += 1
            if outcome == .passed { memory.passed += 1 }
        }
        return memory
    }

    /// Forgets how the probes since an earlier memory ended, as this machine had trouble of its own meanwhile.
    package mutating func forgetOutcomes(since earlier: SinceStart?) {
        outcomes = earlier?.outcomes ?? RecentOutcomes()
        counted = earlier?.counted ?? 0
        passed = earlier?.passed ?? 0
    }
}

extension ServerSnapshot {
    /// The certificate that this probe saw, and where; nil when it saw none.
    var seenCertificate: SeenCertificate? {
        SeenCertificate(certificate, at: tcp?.facts?.peer?.address)
    }

    /// Every certificate that was seen since the program was started, the present one, or else the last, at the end; at
    /// most ``CertificateHistory/limit``.
    package var certificatesSinceStart: [CertificateSighting] { sinceStart.certificates.all(with: seenCertificate) }
}

extension GatewaySnapshot {
    /// The certificate that this probe saw, and where; nil when it saw none.
    var seenCertificate: SeenCertificate? {
        SeenCertificate(certificate, at: tcp?.facts?.peer?.address)
    }

    /// Every certificate that was seen since the program was started, the present one, or else the last, at the end; at
    /// most ``CertificateHistory/limit``.
    package var certificatesSinceStart: [CertificateSighting] { sinceStart.certificates.all(with: seenCertificate) }
}
