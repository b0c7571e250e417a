/// The layers on the open connection, in the order in which they are climbed.
///
/// One line per layer; what a layer builds on stands above it.
enum LayerTable {
    /// Makes every layer, once for all probes.
    ///
    /// - Parameter examiners: Read the certificates.
    /// - Returns: The layers, lowest first.
    /// - Throws: What the TLS library says when it cannot be set up.
    static func layers(examiners: CertificateExaminers) throws -> [any ConnectionLayer] {
        [
            try NegotiationLayer(),
            try TLSLayer(),
            CertificateLayer(examiners),
        ]
    }
}
