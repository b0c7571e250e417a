extension Scenario {
    /// NLA switched off: the server takes whoever asks for TLS alone.
    package static let nlaOptional = Scenario(
        "nla-optional", "NLA offered but not required: a request for TLS alone is accepted",
        answer: .negotiating(.nlaOffered))
}
