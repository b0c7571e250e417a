import FleetModel

/// The layers on the open connection, in the order in which they are climbed.
///
/// One line per layer; what a layer builds on stands above it.
enum LayerTable {
    /// Makes every layer, once for all probes.
    ///
    /// - Parameters:
    ///   - examiners: Read the certificates.
    ///   - cadence: Says what is due.
    ///   - keyLog: Gets the secrets of all TLS sessions; nil to keep none.
    ///   - now: The wall clock.
    /// - Returns: The layers, lowest first.
    /// - Throws: What the TLS library says when it cannot be set up.
    static func layers(
        examiners: CertificateExaminers, cadence: Cadence, keyLog: KeyLog? = nil, now: @escaping @Sendable () -> Instant
    ) throws -> [any ConnectionLayer] {
        [
            try NegotiationLayer(),
            try TLSLayer(keyLog: keyLog),
            CertificateLayer(examiners),
            NLALayer(cadence, now: now),
        ]
    }
}
