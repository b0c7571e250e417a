extension ServerStatus {
    /// How long until its certificate begins; nil when it has begun, or when there is none.
    package func certificateBegins(after now: Instant) -> Span? {
        guard let start = snapshot?.certificate?.facts?.leaf.notBefore, now < start else { return nil }
        return start - now
    }

    /// When the certificate ends that the last probe saw; nil when it saw none, or none with a date.
    package var certificateEnds: Instant? { snapshot?.certificate?.facts?.leaf.notAfter }

    /// How long the certificate that was seen last was valid when the last probe was judged.
    package var lastCertificateLeft: Span? {
        judgement.certificateLeft
            ?? snapshot.flatMap { snapshot in
                snapshot.earlierCertificate?.facts?.leaf.notAfter.map { $0 - snapshot.ended }
            }
    }

    /// When the certificate ends that was seen last, by whichever probe.
    package var lastCertificateEnds: Instant? { snapshot?.lastCertificate?.facts?.leaf.notAfter }
}
