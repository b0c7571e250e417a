extension ServerSnapshot {
    /// This probe with what only the earlier ones know: the counts, the facts that were not due again, and what is
    /// remembered since the program was started.
    ///
    /// A fault on our side says nothing of the server and leaves its count of failures as it is. What was not
    /// reached this time stays as it was last seen, and its `at` says when that was; but nothing is left of NLA once the
    /// server chooses to go on without it.
    /// - Parameter earlier: The same server's probe before this one; nil for the first.
    /// - Returns: The same facts, counted and carried on.
    package func following(_ earlier: ServerSnapshot?) -> ServerSnapshot {
        var snapshot = self
        let failures = earlier?.consecutiveFailures ?? 0
        snapshot.probes = (earlier?.probes ?? 0) + 1
        snapshot.earlierCertificate = certificate?.facts == nil ? earlier?.lastCertificate : nil
        snapshot.nla = nla ?? (choosesWithoutNLA ? nil : earlier?.nla)
        snapshot.nla?.facts?.steadyClock(by: earlier?.nla?.facts)
        snapshot.udp = udp ?? earlier?.udp
        snapshot.companion = companion ?? earlier?.companion
        snapshot.nameCheck = nameCheck ?? earlier?.nameCheck
        snapshot.lastNamed = lastNamed ?? earlier?.lastNamed
        // It is about one outage of the name, and ends with it.
        if isUnknownByName { snapshot.lastAddressCheck = lastAddressCheck ?? earlier?.lastAddressCheck }
        snapshot.lastReach = reach ?? earlier?.lastReach
        if variants.isEmpty { snapshot.variants = earlier?.variants ?? [] }
        snapshot.consecutiveFailures =
            switch snapshot.firstFailure?.failure {
            case nil: 0
            case .ourFault?: failures
            case _?: failures + 1
            }
        snapshot.sinceStart = (earlier?.sinceStart ?? sinceStart).including(
            failure: snapshot.firstFailure, certificate: seenCertificate, after: earlier?.seenCertificate, at: began)
        return snapshot
    }

    /// The certificate that was seen last since the program was started, by this probe or an earlier one.
    package var lastCertificate: Observation<CertificateFacts>? {
        certificate?.facts == nil ? earlierCertificate : certificate
    }

    /// Whether a name server answered, and gave no address.
    package var isUnknownByName: Bool {
        switch dns?.failure {
        case .noSuchName, .noAddress, .resolverError: dns?.facts?.isStale != true
        case _: false
        }
    }

    /// Whether the server was asked, and chose something that is not CredSSP.
    private var choosesWithoutNLA: Bool {
        guard let selected = x224?.facts?.selected else { return false }
        return selected.isDisjoint(with: [.hybrid, .hybridEx])
    }
}
