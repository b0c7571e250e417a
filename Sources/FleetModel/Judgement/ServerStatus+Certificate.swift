extension ServerStatus {
    /// How long until its certificate begins; nil when it has begun, or when there is none.
    package func certificateBegins(after now: Instant) -> Span? {
        guard let start = snapshot?.certificate?.facts?.leaf.notBefore, now < start else { return nil }
        return start - now
    }

    /// When the certificate ends that the last probe saw; nil when it saw none, or none with a date.
    package var certificateEnds: Instant? { snapshot?.certificate?.facts?.leaf.notAfter }
}
