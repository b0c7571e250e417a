extension NoticePolicy {
    /// Takes note of the threshold that a certificate has passed: once for each certificate and threshold, whatever the
    /// clock does meanwhile.
    mutating func note(_ known: Known, at now: Instant) {
        let subject = known.member.subject
        // A probe that saw no certificate says nothing of it.
        guard wish.topics.contains(.certificate), let sha256 = known.sha256 else { return }
        if let earlier = certificates[subject], earlier.sha256 != sha256 {
            certificates[subject] = nil
            for threshold in CertificateThreshold.allCases { withdraw(subject, from: threshold) }
        }
        guard let threshold = known.threshold, !isAcknowledged(subject) else { return }
        if let earlier = certificates[subject], earlier.threshold >= threshold { return }
        // Then users cannot connect, which is told as a cause to whoever wants that.
        if threshold == .expired, wish.topics.contains(.cause) {
            for other in CertificateThreshold.allCases { withdraw(subject, from: other) }
            certificates[subject] = (threshold, sha256)
            return
        }
        guard passes(known, at: now) else { return }
        for other in CertificateThreshold.allCases where other < threshold { withdraw(subject, from: other) }
        certificates[subject] = (threshold, sha256)
        var crossing = crossings[threshold] ?? Crossing(joined: (time.elapsed, time.elapsed))
        crossing.subjects.insert(subject)
        crossing.joined.last = time.elapsed
        crossings[threshold] = crossing
    }

    /// Takes back what was not told yet.
    mutating func withdraw(_ subject: Notice.Subject, from threshold: CertificateThreshold) {
        guard crossings[threshold]?.subjects.remove(subject) != nil else { return }
        certificates[subject] = nil
        if crossings[threshold]?.subjects.isEmpty == true { crossings[threshold] = nil }
    }
}
