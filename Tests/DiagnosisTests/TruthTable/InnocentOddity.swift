import FleetModel
import TestSupport

/// Something unusual of a server or a gateway through which users connect all the same: it must stay ok, with a note at
/// the most.
struct InnocentOddity: Sendable, CustomStringConvertible {
    var name: String
    var judgement: Judgement

    var description: String { name }

    private static func server(_ name: String, _ change: (inout ServerFacts) -> Void) -> InnocentOddity {
        var facts = ServerFacts.healthy
        change(&facts)
        return InnocentOddity(name: name, judgement: facts.judgement)
    }

    private static func gateway(_ name: String, _ change: (inout GatewayFacts) -> Void) -> InnocentOddity {
        var facts = GatewayFacts.healthy
        change(&facts)
        return InnocentOddity(name: name, judgement: facts.judgement)
    }

    static let all: [InnocentOddity] = reaching + securing + loggingOn + gateways

    private static let reaching: [InnocentOddity] = [
        server("no echo comes back") { $0.echoes = 0 },
        server("two echoes of twenty are lost") { $0.echoes = 18 },
        server("ping is not permitted here") {
            $0.snapshot.ping = SampleFleet.failed(nil, .ourFault(.notPermitted), 0)
        },
        server("its ping is unreachable, and TCP connects") { $0.snapshot.ping?.failure = .unreachable(.host) },
        server("UDP is silent") { $0.udp = .timedOut },
        server("the UDP port is closed") { $0.udp = .refused },
        server("UDP was not looked at") { $0.snapshot.udp = nil },
        server("UDP is expected to be off, and is silent") {
            $0.udp = .timedOut
            $0.server.policy.expectedUDP = false
        },
        server("the name is an alias") { $0.snapshot.dns?.facts?.ipv4?.aliases = ["ts07-b.corp.example"] },
        server("the answer is of the hosts file") { $0.snapshot.dns?.facts?.source = .hostsFile },
        server("the answer is of the cache") { $0.snapshot.dns?.facts?.source = .cache },
        server("no route to its IPv6 address") { $0.addAddress("2001:db8::7", failing: .unreachable(.network)) },
        server("no IPv6 here") { $0.addAddress("2001:db8::7", failing: .ourFault(.addressFamilyUnavailable)) },
        server("it took almost three seconds to connect") { $0.snapshot.tcp?.microseconds = 2_900_000 },
        server("it is in a subnet of our own, and answers") { $0.isInOurSubnet() },
        server("it was reached through a tunnel before, and is reached without") {
            $0.answeredBefore(through: LocalLink(interface: "wg0", kind: .tunnel))
        },
        server("it moved to another address, and answers there") { $0.answeredBefore(at: "10.20.4.8") },
        server("it may have blocked us once, and answers") { $0.snapshot.possiblyBlockedHere = true },
        server("our own link was down when it answered") { $0.ourSide = .linkDown },
        server("no name server answered others when it was found") { $0.ourSide = .resolverDown },
        server("this machine could not keep up when it answered") { $0.ourSide = .overloaded(lag: .seconds(2)) },
        server("its gateway is down, and users do not take it") { $0.take(.direct, .down) },
        server("its gateway failed once, and users have another way") { $0.take(.both, .unconfirmed) },
    ]

    private static let securing: [InnocentOddity] = [
        server("HYBRID and not HYBRID_EX is chosen") { $0.negotiation = SampleFleet.confirm(.hybrid) },
        server("TLS alone is chosen, as xrdp does") {
            $0.negotiation = SampleFleet.confirm(.tls)
            $0.snapshot.nla = nil
            $0.snapshot.companion = nil
        },
        server("the confirm has another source reference than Windows'") { $0.negotiation.sourceReference = 0 },
        server("the confirm has the flags of Windows 7") { $0.negotiation.answer = .selected(.hybridEx, flags: 0x01) },
        server("TLS 1.2") { $0.tlsVersion = 0x0303 },
        server("it failed yesterday, and what was tried then is still known") {
            $0.tls = .reset
            $0.asked(.init(offer: .tls12))
            let variants = $0.snapshot.variants
            $0 = .healthy
            $0.snapshot.variants = variants
        },
        server("it was down until a minute ago") { $0.snapshot.consecutiveFailures = 0 },
        server("Windows' own certificate") { $0.useOwnCertificate() },
        server("Windows' own certificate, in its last hour") { $0.useOwnCertificate(left: .hours(1)) },
        server("Windows' own certificate, made a minute ago") { $0.useOwnCertificate(left: .days(183) - .minutes(1)) },
        server("an authority that is not known here") {
            $0.certificate.trust = .unknownAuthority("CN=Corp Root")
            $0.certificate.problems = [.untrusted]
        },
        server("trust could not be worked out") {
            $0.certificate.trust = .undecided("the root store cannot be read")
        },
        server("a wildcard certificate") { $0.certificate.nameMatch = .alternativeName("*.corp.example") },
        server("a certificate with the short name") { $0.certificate.nameMatch = .shortName("ts07") },
        server("a certificate with the name in its subject alone") {
            $0.certificate.nameMatch = .commonName("ts07.corp.example")
        },
        server("a certificate with thirty-one days left") {
            $0.certificate = SampleFleet.corporateCertificate(for: $0.server.name, left: .days(31))
        },
        server("a certificate for ten years") {
            $0.certificate.leaf.notAfter = SampleFleet.now + .days(3_650)
        },
        server("a remark on the certificate") { $0.certificate.remarks = ["an extension is unknown"] },
    ]

    private static let loggingOn: [InnocentOddity] = [
        server("CredSSP was not asked yet") { $0.snapshot.nla = nil },
        server("the companion was not made yet") { $0.snapshot.companion = nil },
        server("NLA can be left out") { $0.takesTLSWithoutNLA() },
        server("CredSSP version 5") { $0.credSSP.credSSPVersion = 5 },
        server("it is in no domain") {
            $0.credSSP.isDomainMember = false
            $0.credSSP.domainName = "TS07"
            $0.credSSP.targetName = "TS07"
            $0.credSSP.dnsDomainName = nil
            $0.credSSP.forest = nil
            $0.credSSP.dnsComputerName = "TS07"
        },
        server("it says no name of its own") {
            $0.credSSP.computerName = nil
            $0.credSSP.dnsComputerName = nil
        },
        server("its name in CredSSP is in capitals") { $0.credSSP.dnsComputerName = "TS07.CORP.EXAMPLE" },
        server("its clock is four minutes ahead") { $0.credSSP.clockSkew = .minutes(4) },
        server("it says no time") {
            $0.credSSP.clockSkew = nil
            $0.credSSP.serverClock = nil
        },
        server("a build that nobody has heard of") {
            $0.credSSP.build = WindowsBuild(major: 10, minor: 0, build: 40_000)
        },
        server("a Windows out of support") {
            $0.credSSP.build = WindowsBuild(major: 6, minor: 3, build: 9_600)
            $0.tlsVersion = 0x0303
        },
        server("NLA is required, as is expected") { $0.server.policy.expectedNLA = .required },
    ]

    private static let gateways: [InnocentOddity] = [
        gateway("a 200 without Content-Length, which is by design") {
            $0.answer.status = 200
            $0.answer.schemes = []
            $0.answer.framing = .untilClose
        },
        gateway("Negotiate without NTLM") { $0.answer.schemes = ["Negotiate"] },
        gateway("Basic beside NTLM") { $0.answer.schemes = ["NTLM", "Basic"] },
        gateway("schemes in small letters") { $0.answer.schemes = ["negotiate", "ntlm"] },
        gateway("no Server header") { $0.answer.server = nil },
        gateway("HTTP/1.0") { $0.answer.version = "1.0" },
        gateway("a proxy's header alone") { $0.answer.proxyHeaders = ["Via: 1.1 lb.corp.example"] },
        gateway("another issuer than before alone") { $0.snapshot?.earlierIssuer = "CN=Corp Issuing CA 1" },
        gateway("no RPC over HTTP") {
            $0.snapshot?.rpc = SampleFleet.failed(GatewaySample.answer(.rpc, 404), .notAGateway(404), 12_000)
        },
        gateway("no WebSocket") {
            $0.snapshot?.webSocket = SampleFleet.failed(GatewaySample.answer(.webSocket, 400), .blocked, 12_000)
        },
        gateway("UDP 3391 is silent") { $0.dtls = .timedOut },
        gateway("UDP 3391 is closed") { $0.dtls = .refused },
        gateway("UDP 3391 is not wanted") {
            $0.gateway.datagramPort = nil
            $0.snapshot?.dtls = nil
        },
        gateway("its clock is four minutes off") { $0.answer.clockSkew = .minutes(4) },
        gateway("a wildcard certificate") { $0.certificate.nameMatch = .alternativeName("*.corp.example") },
        gateway("trust could not be worked out") {
            $0.certificate.trust = .undecided("the root store cannot be read")
        },
        gateway("our own link was down when it answered") { $0.ourSide = .linkDown },
    ]
}
