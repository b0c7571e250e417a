extension HTTPFacts {
    /// The answer in a few words: `HTTP 401, asks for Negotiate, NTLM`.
    package var words: String {
        guard let status else { return "no answer in HTTP" }
        var parts = ["HTTP \(status)"]
        if status == 101 { parts.append("goes on in WebSocket") }
        if !schemes.isEmpty { parts.append("asks for \(schemes.joined(separator: ", "))") }
        if let location { parts.append("sends on to \(location)") }
        if let retryAfter { parts.append("try again after \(retryAfter.compact)") }
        return parts.joined(separator: ", ")
    }
}

extension HTTPFacts.Framing {
    /// How the body's length is told.
    package var words: String {
        switch self {
        case .length(let bytes): "\(bytes) bytes"
        case .chunked: "in chunks"
        case .untilClose: "until the connection closes"
        }
    }
}
