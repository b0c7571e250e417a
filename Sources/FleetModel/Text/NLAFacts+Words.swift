extension NLAFacts {
    /// The products of the server's build, `Windows Server 2022` for instance; nil when the table does not have it.
    package var product: String? { build.flatMap { WindowsReleases.release(of: $0) }?.productName }

    /// The server's clock against ours, `0.4 s ahead of ours`; nil when it is not known.
    package var clockWords: String? { clockSkew.map { $0.clockWords } }

    /// What the version of CredSSP says; nil when none came (MS-CSSP 2.2.1: versions 5 and 6 carry a client nonce).
    package var credSSPWords: String? {
        credSSPVersion.map {
            $0 >= 5
                ? "version \($0), with the answer to CVE-2018-0886"
                : "version \($0), likely without the update for CVE-2018-0886"
        }
    }
}

extension NLAFacts.Answer {
    /// What came back.
    package var words: String {
        switch self {
        case .challenge: "an NTLM challenge"
        case .errorCode(let status): "error code 0x\(hexadecimal(status, digits: 8))"
        case .otherToken: "a token that is no NTLM challenge"
        case .malformed: "bytes that are no CredSSP message"
        case .nothing: "not one byte"
        }
    }
}

extension NLARequirement {
    /// What it means for a client.
    package var words: String {
        switch self {
        case .required: "required: TLS alone is refused"
        case .offered: "offered: TLS alone is accepted, too"
        case .absent: "not offered"
        }
    }
}

extension Span {
    /// A clock that is off by this: `0.4 s ahead of ours`, `6m 2s behind ours`.
    package var clockWords: String {
        let size = Span(milliseconds: Int64(clamping: milliseconds.magnitude))
        guard size >= .milliseconds(50) else { return "the same as ours" }
        let tenths = (size.milliseconds + 50) / 100
        let text = size < .seconds(60) ? "\(tenths / 10).\(tenths % 10) s" : size.spoken
        return "\(text) \(milliseconds > 0 ? "ahead of" : "behind") ours"
    }
}
