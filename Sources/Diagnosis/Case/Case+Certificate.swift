import FleetModel

/// What a name that does not fit means.
enum NameVerdict: Sendable, Hashable {
    /// The certificate is of an authority, or should be: clients warn because of the name.
    case mismatch
    /// The computer made the certificate for itself, and it is of another name than was asked for.
    case otherComputer
    /// The computer made it for itself, and asking by address or in another domain explains the difference.
    case differs
}

extension Case {
    /// Whether the certificate is one that Windows makes and renews by itself.
    var renewsItself: Bool { renewsCertificate && certificate?.hasWindowsShape ?? false }

    /// How long ago the certificate ended; nil when it has not.
    var expiredSince: Span? {
        guard let notAfter = certificate?.leaf.notAfter, now > notAfter else { return nil }
        return now - notAfter
    }

    /// Whether the certificate begins in the future.
    var isNotYetValid: Bool { certificate?.leaf.notBefore.map { $0 > now } ?? false }

    /// How long the certificate is still valid, when somebody has to renew it by hand; nil otherwise.
    var countdown: Span? {
        guard !renewsItself, let left = certificateLeft, left >= .zero else { return nil }
        return left
    }

    /// Whether the checks found a problem.
    func has(_ problem: CertificateProblem) -> Bool {
        failure(at: .certificate) == .certificate(problem) || certificate?.problems.contains(problem) ?? false
    }

    /// Whether the certificate leads to no authority that is trusted here.
    var isUntrusted: Bool {
        guard let certificate else { return false }
        switch certificate.trust {
        case .selfSigned, .unknownAuthority: return true
        case .trusted, .missingIntermediate, .undecided: return certificate.problems.contains(.untrusted)
        }
    }

    /// Whether a certificate between the server's own and its authority was not sent.
    var lacksIntermediate: Bool {
        guard let certificate else { return false }
        guard case .missingIntermediate = certificate.trust else { return has(.incompleteChain) }
        return true
    }

    /// Whether the fleet file asks for a trusted or a certain certificate, so that a note on trust says nothing new.
    var expectsAnotherCertificate: Bool {
        server.policy.expectsTrustedCertificate || server.policy.pin != nil
    }

    /// What it means that no name in the certificate fits; nil when one does.
    ///
    /// Clients ask users to accept a self-signed certificate whatever its name, so there the name is only a hint on
    /// which computer answers.
    var nameVerdict: NameVerdict? {
        guard let certificate, certificate.nameMatch == .none || has(.nameMismatch) else { return nil }
        guard certificate.leaf.isSelfSigned, !server.policy.expectsTrustedCertificate else { return .mismatch }
        guard IPAddress(certificate.askedName) == nil else { return .differs }
        let names = [certificate.leaf.commonName].compactMap { $0 } + certificate.leaf.dnsNames
        let asked = [certificate.askedName] + aliases
        let isKnown = names.contains { name in asked.contains { $0.firstLabel == name.firstLabel } }
        return isKnown ? .differs : .otherComputer
    }
}

extension Case {
    /// What there is to say of a certificate that nothing renews by itself and that has this much left.
    func certificateEnds(in left: Span) -> Conclusion {
        Conclusion(
            short: "cert ends in \(left.compact)",
            medium: "certificate ends in \(left.compact)",
            long: "The certificate has \(left.spoken) left, and nothing renews it by itself as far as can "
                + "be seen.",
            evidence: certificateEvidence,
            remedies: [
                Remedy.listBinding, Remedy.xrdpCertificate, Remedy.enrol, Remedy.bindCertificate,
                Remedy.newXrdpCertificate,
            ])
    }
}

extension Case {
    /// The time on the server's own clock, as far as CredSSP told; nil when it is not known.
    var serverNow: Instant? { credSSP?.clockSkew.map { now + $0 } }

    /// Whether the certificate is past its end by our clock and not by the server's own.
    var hasNotEndedForTheServer: Bool {
        guard expiredSince != nil, let serverNow, let notAfter = certificate?.leaf.notAfter else { return false }
        return serverNow <= notAfter
    }

    /// What else the certificate does not stop: it was shown after the handshake.
    var isNotBeforeTheCertificate: [String] {
        ["Not the network, the listener or TLS: the server got as far as showing its certificate."]
    }
}
