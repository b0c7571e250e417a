extension DTLSFacts {
    /// What came back: `DTLS 1.2, TLS_RSA_WITH_AES_128_CBC_SHA`, an alert, or that nothing did.
    package var words: String {
        if let versionName { return [versionName, cipherSuiteName].compactMap { $0 }.joined(separator: ", ") }
        if let alert { return "alert \(alert) (\(TLSAlertText.name(of: alert) ?? "no name"))" }
        if verifiedAddress { return "asks for its cookie back, and says no more" }
        return "no answer to \(datagrams) \(datagrams == 1 ? "datagram" : "datagrams")"
    }
}
