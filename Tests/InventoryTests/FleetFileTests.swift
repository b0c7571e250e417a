import FleetModel
import Inventory
import Testing

private func fleet(_ text: String) throws -> Fleet {
    try FleetFile.parse(text, file: "hosts.yaml", name: "hosts", folder: "/etc/rdptop")
}

private func mistakes(_ text: String) -> [String] {
    do {
        _ = try fleet(text)
        return []
    } catch let error as InventoryError {
        return error.mistakes.map(\.description)
    } catch {
        return ["\(error)"]
    }
}

@Suite struct FleetFileTests {
    static let whole = """
        defaults:
          interval: 30s
          timeout: 6s
          certificate: {warn: 45d, critical: 10d}
          ca: [corp-root.pem, /etc/ssl/other.pem]
        resolvers: ["10.0.0.53", "[2001:db8::53]:5353"]
        gateways:
          - {name: rdgw-fra-1, address: "rdgw-fra-1.corp.example:8443"}
          - name: rdgw-nyc-1
            address: "[2001:db8::44]:443"
            connect: 10.30.0.5
            udp: 13391
            interval: 10s
            timeout: 4s
            certificate: {warn: 20d}
            ca: gateway-root.pem
            pin: "BB00000000000000000000000000000000000000000000000000000000000000"
          - {name: RDGW-Lab, address: rdgw.lab.example, udp: false}
        groups:
          - name: fra
            site: Frankfurt
            owner: team-vdi
            tags: [prod, rds]
            gateway: rdgw-fra-1
            path: both
            expect: {nla: required, udp: true, certificate: trusted}
            hosts:
              - rdsh-fra-[009:011].corp.example
              - name: rdsh-fra-099.corp.example
                address: 10.20.4.99
                port: 3390
                tags: [kiosk, prod]
                interval: 5s
                runbook: https://wiki.corp.example/rds-fra
                pin: "AA:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:BB"
          - name: lab
            hosts: ["[2001:db8::7]:3391", 192.0.2.7]
        """

    @Test func readsEveryKey() throws {
        let fleet = try fleet(Self.whole)
        #expect(
            fleet.servers.map(\.displayName) == [
                "rdsh-fra-009.corp.example", "rdsh-fra-010.corp.example", "rdsh-fra-011.corp.example",
                "rdsh-fra-099.corp.example:3390", "[2001:db8::7]:3391", "192.0.2.7",
            ])
        #expect(fleet.gateways == Self.gateways)
        #expect(fleet.resolvers.map(\.description) == ["10.0.0.53:53", "[2001:db8::53]:5353"])
        let plain = fleet.servers[0]
        #expect(plain.site == "Frankfurt")
        #expect(plain.owner == "team-vdi")
        #expect(plain.tags == ["prod", "rds"])
        #expect(plain.gateway == "rdgw-fra-1")
        #expect(plain.path == .both)
        #expect(plain.policy.interval == .seconds(30))
        #expect(plain.policy.timeout == .seconds(6))
        #expect(plain.policy.certificateWarning == .days(45))
        #expect(plain.policy.certificateCritical == .days(10))
        #expect(plain.policy.authorities == ["/etc/rdptop/corp-root.pem", "/etc/ssl/other.pem"])
        #expect(plain.policy.expectedNLA == .required)
        #expect(plain.policy.expectedUDP == true)
        #expect(plain.policy.expectsTrustedCertificate)
        let special = fleet.servers[3]
        #expect(special.address == IPAddress("10.20.4.99"))
        #expect(special.tags == ["prod", "rds", "kiosk"])
        #expect(special.policy.interval == .seconds(5))
        #expect(special.policy.pin == "aa" + String(repeating: "0", count: 60) + "bb")
        #expect(special.runbook == "https://wiki.corp.example/rds-fra")
        let lab = fleet.servers[5]
        #expect(lab.site == "lab")
        #expect(lab.path == .direct)
        #expect(!lab.policy.expectsTrustedCertificate)
    }

    /// The gateways of the whole file.
    private static var gateways: [Gateway] {
        let asInDefaults = ProbePolicy(
            interval: .seconds(30), timeout: .seconds(6), certificateWarning: .days(45),
            certificateCritical: .days(10), authorities: ["/etc/rdptop/corp-root.pem", "/etc/ssl/other.pem"])
        let own = ProbePolicy(
            interval: .seconds(10), timeout: .seconds(4), certificateWarning: .days(20),
            certificateCritical: .days(10), authorities: ["/etc/rdptop/gateway-root.pem"],
            pin: "bb" + String(repeating: "0", count: 62))
        return [
            Gateway(name: "rdgw-fra-1", host: "rdgw-fra-1.corp.example", port: 8443, policy: asInDefaults),
            Gateway(
                name: "rdgw-nyc-1", host: "2001:db8::44", address: IPAddress("10.30.0.5"), datagramPort: 13_391,
                policy: own),
            Gateway(name: "RDGW-Lab", host: "rdgw.lab.example", datagramPort: nil, policy: asInDefaults),
        ]
    }

    @Test func theDefaultsMayNameAGatewayInAnyCase() throws {
        let fleet = try fleet(
            "defaults: {gateway: rdgw-LAB, path: gateway}\ngateways: [{name: RDGW-Lab}]\nhosts: [a]")
        #expect(fleet.servers.map(\.gateway) == ["RDGW-Lab"])
        #expect(fleet.gateways.map(\.host) == ["RDGW-Lab"])
    }

    @Test func hostsMayStandWithoutAGroup() throws {
        let fleet = try fleet("hosts: [ts01, ts02:3390]")
        #expect(fleet.servers.map(\.displayName) == ["ts01", "ts02:3390"])
    }

    @Test(arguments: [
        ("", "hosts.yaml: the file is empty; hosts.example.yaml shows every key"),
        ("# nothing\n", "hosts.yaml: the file is empty; hosts.example.yaml shows every key"),
        ("groups: []", "hosts.yaml: the file names no server; add hosts: to a group"),
        ("hosts: [ts01\n", "hosts.yaml:2:1: YAML: did not find expected ',' or ']'"),
        ("hosts: [a]\nhosts: [b]\n", "hosts.yaml:1:1: the key \"hosts\" stands twice in the mapping that begins here"),
        (
            "- ts01",
            "hosts.yaml:1:1: a fleet file is written as keys and values: defaults, gateways, groups, hosts, resolvers"
        ),
        ("host: [a]", "hosts.yaml:1:1: \"host\" is not a key of a fleet file; did you mean \"hosts\"?"),
        ("hosts: [a, A]", "hosts.yaml:1:12: A is listed twice, first in line 1"),
        ("hosts: [\"a:0\"]", "hosts.yaml:1:9: port \"0\" is not between 1 and 65535"),
        ("hosts: [\"a:65536\"]", "hosts.yaml:1:9: port \"65536\" is not between 1 and 65535"),
        ("hosts: [10.1.2.300]", "hosts.yaml:1:9: \"10.1.2.300\" is not an IPv4 address: four numbers from 0 to 255"),
        ("hosts: [\"a[3:1]\"]", "hosts.yaml:1:9: the range [3:1] ends before it begins"),
        ("hosts: [\"a[1:99999999]\"]", "hosts.yaml:1:9: the range [1:99999999] stands for more than 65536 names"),
        (
            "hosts: [\"a b\"]",
            "hosts.yaml:1:9: \"a b\" is not a DNS name; letters, digits, - and _ are allowed (write names in other "
                + "scripts in their xn-- form)"
        ),
        ("hosts: [\"a\\u202Eb\"]", "hosts.yaml:1:9: hosts: has control or invisible characters in it"),
        ("defaults: {interval: 1s}\nhosts: [a]", "hosts.yaml:1:22: interval: the shortest is 5s"),
        (
            "defaults: {interval: 60}\nhosts: [a]",
            "hosts.yaml:1:22: interval: \"60\" is not a length of time; write 500ms, 60s, 15m, 8h or 30d"
        ),
        (
            "defaults: {certificate: {warn: 5d, critical: 9d}}\nhosts: [a]",
            "hosts.yaml:1:25: certificate: critical must not be longer than warn"
        ),
        ("groups: [{name: g, gateway: gw, hosts: [a]}]", "hosts.yaml:1:29: there is no gateway \"gw\" under gateways:"),
        ("groups: [{name: g, path: both, hosts: [a]}]", "hosts.yaml:1:26: path: both needs a gateway:"),
        ("groups: [{name: g, path: tunnel, hosts: [a]}]", "hosts.yaml:1:26: path: is one of direct, gateway, both"),
        ("groups: [{hosts: [a]}]", "hosts.yaml:1:10: a group needs a name"),
        ("hosts: [{address: 10.0.0.1}]", "hosts.yaml:1:9: a host needs a name"),
        ("hosts: [{name: a, address: b}]", "hosts.yaml:1:28: address: \"b\" is not an IP address"),
        (
            "hosts: [{name: \"a[1:2]\", address: 10.0.0.1}]",
            "hosts.yaml:1:16: a range cannot have one address or one pin for all its servers"
        ),
        ("hosts: [{name: a, pin: 12}]", "hosts.yaml:1:24: pin: is a SHA-256, 64 hexadecimal digits"),
        (
            "gateways: [{name: g, udp: 0}]\nhosts: [a]",
            "hosts.yaml:1:27: udp: is the port of DTLS, such as 3391, or false"
        ),
        (
            "gateways: [{name: g, udp: true}]\nhosts: [a]",
            "hosts.yaml:1:27: udp: is the port of DTLS, such as 3391, or false"
        ),
        ("gateways: [{name: g, connect: gw}]\nhosts: [a]", "hosts.yaml:1:31: connect: \"gw\" is not an IP address"),
        ("gateways: [{name: g, pin: 12}]\nhosts: [a]", "hosts.yaml:1:27: pin: is a SHA-256, 64 hexadecimal digits"),
        ("gateways: [{name: g, interval: 1s}]\nhosts: [a]", "hosts.yaml:1:32: interval: the shortest is 5s"),
        ("gateways: [{name: g}, {name: G}]\nhosts: [a]", "hosts.yaml:1:30: the gateway \"G\" is listed twice"),
        ("gateways: [{address: g}]\nhosts: [a]", "hosts.yaml:1:12: a gateway needs a name"),
        (
            "gateways: [{name: g, conect: x}]\nhosts: [a]",
            "hosts.yaml:1:22: \"conect\" is not a key of a gateway; did you mean \"connect\"?"
        ),
        (
            "defaults: {certificate: {critical: 9d}}\ngateways: [{name: g, certificate: {warn: 5d}}]\nhosts: [a]",
            "hosts.yaml:2:35: certificate: critical must not be longer than warn"
        ),
        ("resolvers: [dns1]\nhosts: [a]", "hosts.yaml:1:13: a resolver is given by its address, not by a name"),
    ])
    func tellsWhatIsWrongAndWhere(text: String, message: String) {
        #expect(mistakes(text).contains(message), "got \(mistakes(text))")
    }

    @Test func tellsAllMistakesAtOnceInTheirOrder() {
        let text = """
            defaults: {timeout: soon}
            groups:
              - name: g
                colour: red
                hosts: [a, a, "b:0"]
            """
        #expect(
            mistakes(text).map { $0.prefix { $0 != " " } } == [
                "hosts.yaml:1:21:", "hosts.yaml:4:5:", "hosts.yaml:5:16:", "hosts.yaml:5:19:",
            ])
    }

    @Test func aFloodOfMistakesIsBounded() {
        let text = "hosts:\n" + (0..<1000).map { "  - a\($0):0\n" }.joined()
        #expect(mistakes(text).count == InventoryLimits.mistakes)
    }

    @Test func deepNestingAndAliasBombsAreMistakes() {
        #expect(!mistakes(String(repeating: "[", count: 20_000)).isEmpty)
        let bomb = """
            a: &a [x, x, x, x, x, x, x, x, x]
            b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
            c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
            d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
            hosts: *d
            """
        #expect(!mistakes(bomb).isEmpty)
    }

    @Test func moreServersThanAFleetMayHaveIsOneMistake() {
        let text = "hosts: [\"a[1:60000]\", \"b[1:60000]\"]"
        #expect(mistakes(text) == ["hosts.yaml:1:23: more than 100000 servers in one fleet"])
    }
}
