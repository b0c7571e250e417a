import FleetModel
import TestSupport

@testable import Diagnosis

extension Situation where Facts == ServerFacts {
    /// Names (section R01 of the catalogue: the name leads nowhere, or to another machine).
    static let names: [Situation] = [
        Situation("the name does not exist", is: "dns-no-such-name", .certain, first: .shared(.checkName)) {
            $0.dns = .noSuchName
        }
        .unless("it exists and has no address", is: "dns-no-address") { $0.dns = .noAddress },
        Situation("the name has no address", is: "dns-no-address", .certain, first: .shared(.askByHand)) {
            $0.dns = .noAddress
        }
        .unless("the server is given by address", is: nil) {
            $0 = .healthy
            $0.server.address = SampleFleet.ipAddress("10.20.4.7")
            $0.snapshot.dns = nil
        },
        Situation("the name server answers SERVFAIL", is: "dns-resolver-error", .certain, first: .shared(.askByHand)) {
            $0.dns = .resolverError(2)
        }
        .unless("the addresses of an earlier answer are there", is: "dns-stale") {
            $0 = .healthy
            $0.snapshot.dns?.failure = .resolverError(2)
            $0.snapshot.dns?.facts?.source = .stale
        },
        Situation("no name server answers", is: "dns-silent", .certain, first: .shared(.ourNameServers)) {
            $0.dns = .resolverSilent
        }
        .unless("no server's name is resolved here, so that it is our side", is: "our-side") {
            $0.ourSide = .resolverDown
        },
        Situation("the name server's answer is garbage", is: "dns-malformed", .certain, first: .shared(.askByHand)) {
            $0.dns = .malformed
        }
        .unless("it parses, and says the name does not exist", is: "dns-no-such-name") { $0.dns = .noSuchName },
        Situation(
            "the name is resolved no more, and an old address works", is: "dns-stale", .certain,
            first: .shared(.askByHand)
        ) {
            $0.snapshot.dns?.failure = .resolverSilent
            $0.snapshot.dns?.facts?.source = .stale
        }
        .unless("the answer is of our own cache, within its time", is: nil) {
            $0.snapshot.dns?.failure = nil
            $0.snapshot.dns?.facts?.source = .cache
        },
        Situation(
            "the name is gone, and its old address works", is: "dns-works-by-address", .certain,
            first: .shared(.checkName)
        ) {
            $0.dns = .noSuchName
            $0.oldAddressAnswers(with: nil)
        }
        .unless("the old address is silent, too", is: "dns-no-such-name") { $0.oldAddressAnswers(with: .timedOut) },
        Situation("given by address, its name is lost", is: "dns-name-lost", .likely, first: .shared(.checkName)) {
            $0.isGivenByAddress(nameLeadsTo: [], failing: .noSuchName)
            $0.snapshot.lastNamed = SampleFleet.probed - .hours(2)
        }
        .unless("it never had one", is: nil) { $0.snapshot.lastNamed = nil }
        .unless("the address is refused", is: "tcp-refused") {
            $0.tcp = .refused
            $0.snapshot.dns?.facts?.source = .literal
        },
        Situation(
            "given by address, its name leads nowhere", is: "dns-name-not-found", .likely, first: .shared(.checkName)
        ) {
            $0.isGivenByAddress(nameLeadsTo: [], failing: .noSuchName)
        }
        .unless("it leads there", is: nil) { $0.isGivenByAddress(nameLeadsTo: ["10.20.4.7"]) }
        .unless("the name server fails, and says nothing of the name", is: nil) {
            $0.isGivenByAddress(nameLeadsTo: [], failing: .resolverError(2))
        },
        Situation(
            "given by address, its name leads elsewhere", is: "dns-name-elsewhere", .possible,
            first: .shared(.askByHand)
        ) {
            $0.isGivenByAddress(nameLeadsTo: ["10.20.4.8"])
        }
        .unless("it leads there, too", is: nil) { $0.isGivenByAddress(nameLeadsTo: ["10.20.4.8", "10.20.4.7"]) },
        Situation(
            "given by the address of another computer", is: "dns-name-elsewhere", .likely, first: .shared(.askByHand)
        ) {
            $0.isGivenByAddress(nameLeadsTo: ["10.20.4.8"])
            $0.credSSP.computerName = "TS99"
            $0.credSSP.dnsComputerName = "ts99.corp.example"
            $0.certificate.nameMatch = .alternativeName("*.corp.example")
        }
        .unless("the computer has the name", is: nil) {
            $0.credSSP.computerName = "TS07"
            $0.credSSP.dnsComputerName = "ts07.corp.example"
        },
    ]

    /// The port (R02, R03).
    static let ports: [Situation] = [
        Situation("the port is refused", is: "tcp-refused", .certain, first: .shared(.listener)) { $0.tcp = .refused }
            .unless("nothing answers it, and ping does", is: "tcp-filtered") { $0.tcp = .timedOut }
            .unless("one address is refused and another answers", is: "tcp-some-addresses") {
                $0 = .healthy
                $0.addAddress("10.20.4.99", failing: .refused)
            },
        Situation("port and ping are silent", is: "tcp-silent", .possible, first: .shared(.hostIsOn)) {
            $0.echoes = 0
            $0.tcp = .timedOut
        }
        .unless("it answered us before, and its neighbours answer", is: "tcp-possibly-blocked") {
            $0.snapshot.possiblyBlockedHere = true
        }
        .unless("both answered before", is: "tcp-host-down") { $0.answeredBefore() }
        .unless("our own link is down", is: "our-side") { $0.ourSide = .linkDown },
        Situation("the port is silent, and ping is not", is: "tcp-filtered", .likely, first: .shared(.firewallState)) {
            $0.tcp = .timedOut
        }
        .unless("ping is silent, too", is: "tcp-silent") { $0.echoes = 0 }
        .unless("ping is not permitted here", is: "tcp-silent") {
            $0.snapshot.ping = SampleFleet.failed(nil, .ourFault(.notPermitted), 0)
        }
        .unless("it refuses", is: "tcp-refused") { $0.tcp = .refused },
        Situation(
            "port and ping fell silent", is: "tcp-host-down", .possible, first: .shared(.hostIsOn)
        ) {
            $0.answeredBefore()
            $0.echoes = 0
            $0.tcp = .timedOut
        }
        .unless("it never answered ping", is: "tcp-silent") { $0.snapshot.lastReach?.answeredPing = false }
        .unless("ping answers still", is: "tcp-filtered") { $0.echoes = 20 },
        Situation(
            "it was reached through a tunnel that is gone", is: "path-tunnel-gone", .likely, first: .shared(.ourRoutes)
        ) {
            $0.answeredBefore(through: LocalLink(interface: "wg0", kind: .tunnel))
            $0.echoes = 0
            $0.tcp = .timedOut
        }
        .unless("the tunnel is there", is: "tcp-host-down") {
            $0.snapshot.tcp?.facts?.link = LocalLink(interface: "wg0", kind: .tunnel)
        }
        .unless("it was never reached through one", is: "tcp-host-down") {
            $0.answeredBefore(through: LocalLink(interface: "eth0", kind: .other))
        },
        Situation(
            "its address is in a subnet of our own containers", is: "tcp-silent", .possible, first: .shared(.hostIsOn)
        ) {
            $0.echoes = 0
            $0.tcp = .timedOut
            $0.isInOurSubnet()
        }
        .unless("it refuses, so that there is somebody", is: "tcp-refused") { $0.tcp = .refused },
        Situation(
            "something on the way prohibits it", is: "tcp-possibly-blocked", .possible,
            first: "Try from another machine"
        ) {
            $0.tcp = .blocked
        }
        .unless("it only does not answer", is: "tcp-filtered") { $0.tcp = .timedOut },
        Situation(
            "the port answered us before, and its neighbours still do", is: "tcp-possibly-blocked", .possible,
            first: "Try from another machine"
        ) {
            $0.tcp = .timedOut
            $0.snapshot.possiblyBlockedHere = true
        }
        .unless("it refuses, so that it sees us", is: "tcp-refused") { $0.tcp = .refused },
        Situation("accepted, and reset before a byte", is: "tcp-reset", .possible, first: .shared(.seeEveryStep)) {
            $0.tcp = .reset
        }
        .unless("the reset comes after the request", is: "x224-reset") { $0.x224 = .reset },
        Situation("accepted, and closed before a byte", is: "tcp-closed", .possible, first: .shared(.seeEveryStep)) {
            $0.tcp = .closed
        }
        .unless("the close comes after the request", is: "x224-closed") { $0.x224 = .closed },
        Situation(
            "a router says the host is unreachable", is: "tcp-host-unreachable", .certain, first: .shared(.hostIsOn)
        ) {
            $0.tcp = .unreachable(.host)
        }
        .unless("it is the network that is unreachable", is: "tcp-no-route") { $0.tcp = .unreachable(.network) }
        .unless("our own link is down", is: "our-side") { $0.ourSide = .linkDown },
        Situation("there is no route", is: "tcp-no-route", .certain, first: .shared(.ourRoutes)) {
            $0.tcp = .unreachable(.network)
        }
        .unless("only the second address has none", is: nil) {
            $0 = .healthy
            $0.addAddress("2001:db8::7", failing: .unreachable(.network))
        },
        Situation("one of two addresses is dead", is: "tcp-some-addresses", .certain, first: .shared(.ownAddresses)) {
            $0.addAddress("10.20.4.99", failing: .timedOut)
        }
        .unless("this machine has no way to it", is: nil) {
            $0 = .healthy
            $0.addAddress("2001:db8::7", failing: .ourFault(.addressFamilyUnavailable))
        },
        Situation(
            "an address that cannot be tried from here", is: "tcp-address-not-tried", .certain,
            first: .shared(.ourAddresses)
        ) {
            $0.addAddress("2001:db8::7", failing: .ourFault(.addressFamilyUnavailable))
        }
        .unless("it was tried, and is dead", is: "tcp-some-addresses") {
            $0 = .healthy
            $0.addAddress("2001:db8::7", failing: .timedOut)
        },
        Situation(
            "a failure that no rule knows at this layer", is: "layer-failed", .certain, first: .shared(.seeEveryStep)
        ) {
            $0.tcp = .accessDenied
        }
        .unless("it is one that a rule knows", is: "tcp-refused") { $0.tcp = .refused },
    ]

    /// Gateways in front, as their servers see them.
    static let paths: [Situation] = [
        Situation("behind a gateway that is down", is: "behind-gateway", .certain, first: "Repair the gateway") {
            $0.take(.gateway, .down)
        }
        .unless("users have the direct path as well", is: "gateway-path-fails") { $0.take(.both, .down) }
        .unless("the gateway works, whatever the direct path does", is: nil) {
            $0.tcp = .timedOut
            $0.take(.gateway, .ok)
        },
        Situation(
            "behind a gateway of which nothing is known", is: "gateway-not-probed", .certain,
            first: "To probe it directly"
        ) {
            $0.take(.gateway, .notProbed)
        }
        .unless("it has been probed, and works", is: nil) { $0.take(.gateway, .ok) },
        Situation("of two paths the gateway's fails", is: "gateway-path-fails", .certain, first: "Repair the gateway") {
            $0.take(.both, .down)
        }
        .unless("its failure is not confirmed yet", is: nil) { $0.take(.both, .unconfirmed) },
        Situation("of two paths the direct one fails", is: "tcp-refused", .certain, first: .shared(.listener)) {
            $0.tcp = .refused
            $0.take(.both, .ok)
        }
        .unless("nobody takes the direct one", is: nil) { $0.take(.gateway, .ok) },
        Situation("the gateway has a warning", is: "gateway-warns", .certain, first: "Repair it at the gateway") {
            $0.take(.gateway, .warning)
        }
        .unless("users do not take it", is: nil) { $0.take(.direct, .warning) },
        Situation("a gateway is down that users do not take", is: "gateway-beside", .certain, first: "If users do take")
        {
            $0.take(.direct, .down)
        }
        .unless("they take both", is: "gateway-path-fails") { $0.take(.both, .down) },
    ]

    /// What is not the server's fault.
    static let ourSides: [Situation] = [
        Situation("silent while our own link is down", is: "our-side", .likely, first: .shared(.ourRoutes)) {
            $0.tcp = .timedOut
            $0.ourSide = .linkDown
        }
        .unless("it refuses, which a dead link cannot", is: "tcp-refused") {
            $0.tcp = .refused
        },
        Situation("silent while this machine cannot keep up", is: "our-side", .likely, first: .shared(.ourRoutes)) {
            $0.tcp = .timedOut
            $0.ourSide = .overloaded(lag: .seconds(2))
        }
        .unless("the machine is fine", is: "tcp-filtered") { $0.ourSide = .fine },
        Situation("no file descriptors here", is: "our-fault", .certain, first: "Raise the limit of open files") {
            $0.tcp = .ourFault(.outOfResources)
        }
        .unless("the server resets", is: "tcp-reset") { $0.tcp = .reset },
    ]
}
