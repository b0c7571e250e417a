import FleetModel

/// What a probe saw that speaks against a claim, as a sentence with where it was seen from; nil when it did not see that.
extension Case {
    /// The address that took the connection, and in what time.
    private var connection: String? {
        guard failure(at: .tcp) == nil, let tcp = snapshot?.tcp, let peer = tcp.facts?.peer else { return nil }
        return "\(peer) took the connection after \(elapsed(tcp.microseconds))"
    }

    /// The port was reached.
    var portIsReached: String? {
        connection.map { "From here the port is reached: \($0)." }
    }

    /// The name has an address, and the machine there answered.
    var nameIsResolved: String? {
        guard failure(at: .dns) == nil, let facts = snapshot?.dns?.facts,
            facts.source == .query || facts.source == .cache,
            let address = facts.addresses.first, let connection
        else { return nil }
        return "From here the name leads to \(address), and \(connection)."
    }

    /// Where it broke, when that is above TCP and before anybody could log on.
    private var brokenLayer: Layer? {
        guard connection != nil else { return nil }
        return [Layer.x224, .tls].first { failure(at: $0) != nil && !isOurFault(at: $0) }
    }

    /// It broke above TCP, in a layer that no setting of the network stack touches.
    var stopsAboveTCP: String? {
        brokenLayer.map { "From here TCP works, and it stops at \($0.title)." }
    }

    /// It broke before there was a certificate to accept.
    var stopsBeforeTheCertificate: String? {
        // After the ServerHello the certificate may have come, whoever ended the handshake then.
        guard let brokenLayer, brokenLayer != .tls || handshake?.version == nil else { return nil }
        return "From here it stops at \(brokenLayer.title), before a client has a certificate to judge."
    }

    /// It broke on TCP, before UDP is ever used.
    var stopsBeforeUDP: String? {
        brokenLayer.map { "From here it stops at \($0.title), on TCP; UDP begins only after that (MS-RDPEMT)." }
    }

    /// Several probes in a row failed, this one above TCP and on a path that loses nothing.
    var failsEveryTime: String? {
        guard let brokenLayer, let snapshot, snapshot.consecutiveFailures >= 5,
            let ping = snapshot.ping?.facts, ping.sent >= 10, ping.received == ping.sent
        else { return nil }
        return
            "\(snapshot.consecutiveFailures) probes in a row have failed, the last at \(brokenLayer.title), while none "
            + "of the last \(ping.sent) echoes was lost: an unstable path fails now and then. The user's path may be "
            + "another."
    }

    /// TLS was set up, with a version of today.
    var tlsWorks: String? {
        guard isReached(.certificate), failure(at: .tls) == nil, let facts = handshake, let version = facts.version,
            version >= 0x0303, let name = facts.versionName
        else { return nil }
        let suite = facts.cipherSuiteName.map { " with \($0)" } ?? ""
        return "From here \(name)\(suite) was set up, so there is a version and a cipher that both can."
    }

    /// TLS was set up, for which the server needs its private key.
    var keyWorks: String? {
        guard tlsWorks != nil, let certificate, certificateLeft.map({ $0 > .zero }) ?? false, !isNotYetValid,
            let notAfter = certificate.leaf.notAfter
        else { return nil }
        return "From here TLS was set up with a certificate that is valid until \(notAfter.iso8601.prefix(10)), so the "
            + "server can use it and its key."
    }
    /// TLS was set up with a certificate in which nothing is wrong, apart from who signed it.
    var nothingIsWrongWithTheCertificate: String? {
        guard failure(at: .certificate) == nil, !certificateNamesAnotherThanNTLM, let certificate,
            certificate.problems.allSatisfy({ $0 == .untrusted })
        else { return nil }
        return keyWorks
    }

    /// The certificate is within its dates.
    var certificateIsValid: String? {
        guard isReached(.certificate), failure(at: .tls) == nil, let leaf = certificate?.leaf,
            let left = certificateLeft, left > .zero, !isNotYetValid, let notAfter = leaf.notAfter
        else { return nil }
        return "The certificate that was seen from here is valid until \(notAfter.iso8601.prefix(10)), so it has not "
            + "expired. A client whose clock is wrong may differ."
    }

    /// The certificate leads to an authority and has no fault.
    var certificateIsTrusted: String? {
        guard certificateIsValid != nil, failure(at: .certificate) == nil, let certificate, certificate.trust.isTrusted,
            certificate.problems.isEmpty, certificate.nameMatch != NameMatch.none
        else { return nil }
        return "The certificate that was seen from here has the right name and leads to an authority that this machine "
            + "trusts."
    }

    /// NLA answered with a challenge.
    var nlaAnswers: String? {
        guard let facts = credSSP, credSSPFailure == nil, facts.answer == .challenge else { return nil }
        return
            "From here NLA answers with a challenge, so it is not at its first message that the connection ends; what "
            + "follows the password is not seen."
    }

    /// TLS and NLA both work.
    var securityWorks: String? {
        guard tlsWorks != nil, nlaAnswers != nil else { return nil }
        return
            "From here TLS was set up and NLA answers with a challenge: neither ends the connection before a password "
            + "is sent."
    }

    /// It chose something safer than what RDP had before TLS.
    var choosesTLS: String? {
        guard failure(at: .x224) == nil, let selected = negotiation?.selected, selected != .standard else {
            return nil
        }
        return
            "It chose \(selected.names.joined(separator: ", ")), so its security layer is not RDP; setting that would "
            + "take TLS away, and clients with it."
    }

    /// It refused TLS, because it is set to what the claim asks for.
    var refusesTLS: String? {
        guard failure(at: .x224) == .negotiationRefused(2) else { return nil }
        return "It is set so already, and refuses TLS because of it: that is where the connection ends."
    }

    /// The computer gives itself the name that was asked for.
    var isTheRightMachine: String? {
        guard !answersAsAnotherComputer, IPAddress(server.name) == nil, let facts = credSSP,
            let name = facts.dnsComputerName ?? facts.computerName, !name.isEmpty,
            name.firstLabel == server.name.firstLabel
        else { return nil }
        return "The machine that answers here calls itself \(name), as it should."
    }

    /// Everything that a probe can see passed.
    var allPasses: String? {
        guard securityWorks != nil, snapshot?.firstFailure == nil else { return nil }
        return "From here nothing cuts the connection, up to the NLA challenge."
    }

    /// The gateway's certificate is right.
    var gatewayCertificateIsRight: String? {
        guard let gateway, let snapshot = gateway.snapshot, let tls = snapshot.tls, tls.failure == nil,
            let observation = snapshot.certificate, observation.failure == nil, let facts = observation.facts,
            facts.problems.isEmpty, facts.nameMatch != NameMatch.none, facts.trust.isTrusted,
            let notAfter = facts.leaf.notAfter, notAfter > now, facts.leaf.notBefore.map({ $0 <= now }) ?? false
        else { return nil }
        return "The certificate of \(gateway.gateway.name) fits its name, is trusted here and valid until "
            + "\(notAfter.iso8601.prefix(10))."
    }

    /// The gateway does not offer RPC over HTTP.
    var gatewayRefusesRPC: String? {
        guard let gateway, let facts = gateway.snapshot?.rpc?.facts, facts.status == 404,
            gateway.snapshot?.transport?.failure == nil
        else { return nil }
        return "\(gateway.gateway.name) answers RPC over HTTP with 404: a client that is forced to it by the value 1 "
            + "would fail."
    }
}
