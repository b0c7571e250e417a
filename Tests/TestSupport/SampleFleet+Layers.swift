package import FleetModel

extension SampleFleet {
    /// A window of echoes, one of which was lost.
    package static func echoes(to address: String) -> PingFacts {
        PingFacts(
            target: ipAddress(address), method: .rawSocket, sent: 20, received: 19, last: 11_300, shortest: 9_800,
            mean: 11_900, longest: 19_200, jitter: 1_240)
    }

    /// The challenge of a member of a domain.
    package static func challenge(of name: String) -> NLAFacts {
        let computer = String(name.prefix { $0 != "." })
        return NLAFacts(
            answer: .challenge, credSSPVersion: 6, targetName: "CORP", computerName: computer.uppercased(),
            domainName: "CORP", dnsComputerName: name, dnsDomainName: "corp.example", forest: "corp.example",
            isDomainMember: true, build: WindowsBuild(major: 10, minor: 0, build: 20_348),
            serverClock: probed + .milliseconds(412), clockSkew: .milliseconds(412), roundTrip: 26_700,
            firstBytes: [0x30, 0x82, 0x01, 0x0B])
    }

    /// The answer to an RDP-UDP SYN.
    package static func datagramAnswer(from address: String) -> UDPFacts {
        UDPFacts(
            peer: endpoint(address), requested: .three, answered: .three, upstreamMTU: 1_232, downstreamMTU: 1_232)
    }

    /// Three ways in which a server that cut the handshake was asked again.
    package static let attempts: [VariantAttempt] = [
        VariantAttempt(
            variant: HandshakeVariant(requested: .tls, offer: .tls12), reason: .reset, reasonLayer: .tls,
            reached: .tls, failure: .reset, negotiation: confirm(.tls), tls: TLSFacts(closedFirst: .server),
            microseconds: 24_100, at: probed - .minutes(3)),
        VariantAttempt(
            variant: HandshakeVariant(offer: .tls10, sendsServerName: false), reason: .reset, reasonLayer: .tls,
            reached: .tls, negotiation: confirm(.hybridEx),
            tls: TLSFacts(
                version: 0x0301, cipherSuite: 0x0035, cipherSuiteName: "TLS_RSA_WITH_AES_256_CBC_SHA",
                bytesReceived: 1_960), microseconds: 61_400, at: probed - .minutes(2)),
        VariantAttempt(
            variant: HandshakeVariant(requested: .standard, sendsCookie: false, family: .ipv6), reason: .reset,
            reasonLayer: .tls, reached: .x224, failure: .negotiationRefused(5), negotiation: refusal(5),
            microseconds: 15_900, at: probed - .minutes(1)),
    ]

    /// A server of which everything is known that can be known; its handshake was cut once, minutes ago.
    package static let whole: ServerSample = {
        let address = "10.20.4.14"
        var sample = ServerSample.healthy("rdsh-fra-014.corp.example", address)
        sample.title = "everything known"
        sample.server.path = .both
        sample.server.gateway = "rdgw-fra-1"
        sample.signs = "........."
        sample.snapshot?.ping = seen(echoes(to: address), 11_300)
        sample.snapshot?.nla = Observation(
            facts: challenge(of: sample.server.name), microseconds: 26_700, at: probed - .hours(3))
        sample.snapshot?.udp = Observation(
            facts: datagramAnswer(from: address), microseconds: 9_400, at: probed - .minutes(25))
        sample.snapshot?.companion = Observation(
            facts: NegotiationFacts(
                requested: .tls, answer: .refused(code: 5), sourceReference: 0x1234,
                firstBytes: refusal(5).firstBytes), failure: .negotiationRefused(5), microseconds: 13_700,
            at: probed - .hours(3))
        sample.snapshot?.variants = attempts
        return sample
    }()

    /// A server that users reach only through a gateway that is down; it is never probed itself.
    package static func behind(_ gateway: String, _ name: String) -> ServerSample {
        var server = SampleFleet.server(name, path: .gateway, gateway: gateway)
        server.tags = ["prod"]
        var sample = ServerSample(
            title: "behind a gateway", server: server,
            snapshot: nil,
            state: .down, signs: "--------R", rule: "behind-gateway", short: "behind \(gateway)",
            medium: "behind \(gateway), which is down")
        sample.behind = gateway
        return sample
    }
}
