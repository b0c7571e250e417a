extension HandshakeVariant {
    /// How it asks: `TLS 1.0 at most, without a server name`; what is as in the regular probe is left out.
    package var words: String {
        var parts: [String] = []
        if requested != .modern { parts.append("only \(requested.names.joined(separator: ", "))") }
        parts.append(offer?.words ?? "up to X.224")
        if !sendsServerName { parts.append("without a server name (SNI)") }
        if !sendsCookie { parts.append("without the cookie") }
        if let family { parts.append("over \(family.words)") }
        return parts.joined(separator: ", ")
    }
}

extension HandshakeVariant.Offer {
    /// What is offered in TLS.
    package var words: String {
        switch self {
        case .modern: "TLS 1.2 and 1.3"
        case .tls12: "TLS 1.2 at most"
        case .tls12Legacy: "TLS 1.2 at most, old suites (CBC, RSA)"
        case .tls10: "TLS 1.0 at most"
        case .obsolete: "SSL 3.0 to TLS 1.0, RC4 and 3DES"
        }
    }
}

extension HandshakeVariant.AddressFamily {
    /// `IPv4` or `IPv6`.
    package var words: String {
        switch self {
        case .ipv4: "IPv4"
        case .ipv6: "IPv6"
        }
    }
}

extension VariantAttempt {
    /// How it ended: `works: TLS 1.0, TLS_RSA_WITH_RC4_128_SHA`, or the layer and its failure.
    package var result: String {
        if let failure { return "\(reached.title): \(failure.words)" }
        if let tls, let version = tls.versionName {
            return "works: " + [version, tls.cipherSuiteName].compactMap { $0 }.joined(separator: ", ")
        }
        if let selected = negotiation?.selected { return "chooses \(selected.names.joined(separator: ", "))" }
        return "\(reached.title) passes"
    }
}
