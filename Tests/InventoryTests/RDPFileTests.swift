import FleetModel
import Inventory
import TestSupport
import Testing

@Suite("An .rdp file")
struct RDPFileTests {
    private func parse(_ text: String) throws -> ConnectionFile {
        try RDPFile.parse(Array(text.utf8), file: "kiosk.rdp")
    }

    /// `full address:s:ts07` with a line end, byte by byte, as different programs write it.
    static let encodings: [(String, [UInt8])] = [
        (
            "UTF-16, little end first, with a mark, CR LF",
            [0xFF, 0xFE] + wide(text, lowByteFirst: true) + [0x0D, 0, 0x0A, 0]
        ),
        (
            "UTF-16, big end first, with a mark, CR LF",
            [0xFE, 0xFF] + wide(text, lowByteFirst: false) + [0, 0x0D, 0, 0x0A]
        ),
        ("UTF-16, little end first, without a mark", wide(text, lowByteFirst: true)),
        ("UTF-16, big end first, without a mark", wide(text, lowByteFirst: false)),
        ("UTF-16 with half a character at its end", [0xFF, 0xFE] + wide(text, lowByteFirst: true) + [0x0A, 0, 0x41]),
        ("UTF-8 with a mark, LF", [0xEF, 0xBB, 0xBF] + text + [0x0A]),
        ("ASCII, CR LF", text + [0x0D, 0x0A]),
        ("ASCII without a line end", text),
        ("CR alone", [0x61, 0x0D] + text + [0x0D]),
        ("UTF-8 with an old code page in another line", Array("username:s:M".utf8) + [0xFC, 0x0A] + text),
    ]

    private static let text: [UInt8] = [
        0x66, 0x75, 0x6C, 0x6C, 0x20, 0x61, 0x64, 0x64, 0x72, 0x65, 0x73, 0x73, 0x3A, 0x73, 0x3A, 0x74, 0x73, 0x30,
        0x37,
    ]

    private static func wide(_ bytes: [UInt8], lowByteFirst: Bool) -> [UInt8] {
        bytes.flatMap { lowByteFirst ? [$0, 0] : [0, $0] }
    }

    @Test("is read in every encoding", arguments: encodings)
    func encoding(_ name: String, _ bytes: [UInt8]) throws {
        let file = try RDPFile.parse(bytes, file: "kiosk.rdp")
        #expect(file.name == "ts07", "\(name)")
        #expect(file.port == 3389)
    }

    @Test("begins as mstsc writes it: FF FE 73 00 63 00")
    func asMstscWritesIt() throws {
        let bytes: [UInt8] = [
            0xFF, 0xFE, 0x73, 0x00, 0x63, 0x00, 0x72, 0x00, 0x65, 0x00, 0x65, 0x00, 0x6E, 0x00, 0x20, 0x00, 0x6D, 0x00,
            0x6F, 0x00, 0x64, 0x00, 0x65, 0x00, 0x20, 0x00, 0x69, 0x00, 0x64, 0x00, 0x3A, 0x00, 0x69, 0x00, 0x3A, 0x00,
            0x32, 0x00, 0x0D, 0x00, 0x0A, 0x00,
        ]
        let rest = Self.wide(Array("Full Address:S:10.0.0.5:3390\r\n".utf8), lowByteFirst: true)
        let file = try RDPFile.parse(bytes + rest, file: "kiosk.rdp")
        #expect(file == ConnectionFile(source: "kiosk.rdp", name: "10.0.0.5", port: 3390))
    }

    @Test("gives every setting that decides on a connection")
    func settings() throws {
        let file = try parse(
            """
            /v:old-freerdp-argument
            full address:s:ts07.corp.example:3390
            alternate full address:s:farm.corp.example
            server port:i:0xD3E
            gatewayhostname:s:rdgw-fra-1.corp.example:8443
            gatewayusagemethod:i:2
            gatewayprofileusagemethod:i:1
            authentication level:i:1
            enablecredsspsupport:i:0
            negotiate security layer:i:0
            enablerdsaadauth:i:1
            use redirection server name:i:1
            loadbalanceinfo:s:tsv://MS Terminal Services Plugin.1.Desktops
            pcb:s:1234
            resourceprovider:s:arm
            signscope:s:Full Address
            signature:s:AQABAA==
            unknown key:s:whatever
            """)
        #expect(
            file
                == ConnectionFile(
                    source: "kiosk.rdp", name: "ts07.corp.example", alternateName: "farm.corp.example", port: 3390,
                    gateway: .init(host: "rdgw-fra-1.corp.example", port: 8443), gatewayUsage: .whenDirectFails,
                    setsGateway: true, serverAuthentication: .refuses, usesCredSSP: false, negotiatesSecurity: false,
                    usesEntraID: true, usesRedirectionServerName: true,
                    routingToken: RoutingToken("tsv://MS Terminal Services Plugin.1.Desktops"),
                    sendsPreconnectionBlob: true, isAzureVirtualDesktop: true, isSigned: true))
    }

    @Test("never gives away a user's name, a password or a token")
    func secrets() throws {
        let file = try parse(
            """
            full address:s:ts07
            username:s:CORP\\geheim
            domain:s:geheim
            password 51:b:0100geheim
            gatewayaccesstoken:s:geheim
            loadbalanceinfo:s:Cookie: mstshash=geheim
            geheim without colons
            authentication level:i:geheim
            server port:s:geheim
            """)
        #expect(!"\(file)".contains("geheim"))
        #expect(file.routingToken == nil)
        #expect(
            file.remarks.map { String($0.prefix(13)) } == [
                "kiosk.rdp:7: ", "kiosk.rdp:9: ", "kiosk.rdp:8: ", "kiosk.rdp:6: ",
            ])
    }

    @Test(
        "has an address in each of its forms",
        arguments: [
            ("full address:s:ts07", "ts07", 3389), ("full address:s:ts07:3390", "ts07", 3390),
            ("full address:s:2001:DB8::7", "2001:db8::7", 3389),
            ("full address:s:[2001:db8::7]:3390", "2001:db8::7", 3390),
            ("full address:s: ts07 ", "ts07", 3389), ("  FULL ADDRESS:s:ts07", "ts07", 3389),
            ("full address:s:a\nfull address:s:b", "b", 3389), ("full address:s:a:1\nserver port:i:2", "a", 2),
            ("full address:s:a:1\nserver port:i:0", "a", 1), ("full address:s:a:1\nserver port:i:70000", "a", 1),
            ("full address:s:a\nserver port:i:0x10", "a", 16), ("full address:s:a\nserver port:i:-0x10", "a", 3389),
            ("alternate full address:s:a:7", "a", 7), ("full address:s:a:1\nalternate full address:s:A:2", "a", 2),
        ])
    func address(_ text: String, _ name: String, _ port: UInt16) throws {
        let file = try parse(text)
        #expect(file.name == name)
        #expect(file.port == port)
        #expect(file.alternateName == nil)
    }

    @Test(
        "tells what is wrong with it, and where",
        arguments: [
            ("", "kiosk.rdp: has no line name:type:value"),
            ("hello\nworld\n", "kiosk.rdp: has no line name:type:value"),
            ("screen mode id:i:2", "kiosk.rdp: names no server"), ("full address:s:", "kiosk.rdp: names no server"),
            ("full address:i:7", "kiosk.rdp: names no server"),
            ("\n\nfull address:s:ts07:0", "kiosk.rdp:3: full address: port \"0\""),
            ("full address:s:a b", "kiosk.rdp:1: full address: \"a b\" is not a DNS name"),
            ("full address:s:a\ngatewayhostname:s:!\ngatewayusagemethod:i:1", "kiosk.rdp:2: gatewayhostname: "),
        ])
    func mistakes(_ text: String, _ message: String) {
        #expect {
            try parse(text)
        } throws: { error in
            "\(error)".hasPrefix(message)
        }
    }

    @Test("passes over a gateway that is wrong and that nobody uses")
    func unusedGateway() throws {
        let file = try parse("full address:s:a\ngatewayhostname:s:!\ngatewayusagemethod:i:4")
        #expect(file.gateway == nil)
        #expect(file.remarks.count == 1 && file.remarks[0].hasPrefix("kiosk.rdp:2: gatewayhostname: "))
    }

    @Test(
        "keeps the defaults where a number is none that is known",
        arguments: [
            "authentication level:i:7", "gatewayusagemethod:i:5", "authentication level:i:", "gatewayusagemethod:i:-1",
        ])
    func unknownNumbers(_ line: String) throws {
        let file = try parse("full address:s:a\n\(line)")
        #expect(file.serverAuthentication == nil && file.gatewayUsage == .never)
        #expect(file.remarks.count == (line.hasSuffix(":") ? 0 : 1))
    }

    @Test("leads to one server and its gateway")
    func fleet() throws {
        let token = "tsv://MS Terminal Services Plugin.1.Desktops"
        let file = try parse(
            "full address:s:a\nalternate full address:s:b\ngatewayhostname:s:gw\ngatewayusagemethod:i:2\n"
                + "loadbalanceinfo:s:\(token)")
        let fleet = file.fleet(name: "kiosk")
        #expect(fleet.gateways == [Gateway(name: "gw", host: "gw")])
        #expect(
            fleet.servers == [
                Server(name: "a", gateway: "gw", path: .both, connectName: "b", routingToken: RoutingToken(token))
            ])
        let direct = try parse("full address:s:a\nalternate full address:s:10.0.0.5").fleet(name: "kiosk")
        #expect(direct.servers == [Server(name: "a", address: IPAddress("10.0.0.5"))])
        let azure = try parse("full address:s:a\nresourceprovider:s:ARM\ngatewayhostname:s:gw").fleet(name: "kiosk")
        #expect(azure.servers == [Server(name: "a", path: .gateway)] && azure.gateways.isEmpty)
    }

    @Test(
        "goes through the gateway as it says",
        arguments: [
            (0, AccessPath.direct), (1, .gateway), (2, .both), (3, .both), (4, .direct),
        ])
    func usage(_ method: Int, _ path: AccessPath) throws {
        let file = try parse("full address:s:a\ngatewayhostname:s:gw\ngatewayusagemethod:i:\(method)")
        #expect(file.path == path)
        #expect(file.fleet(name: "a").servers.map(\.gateway) == ["gw"])
    }

    @Test("may be hostile, and is read quickly all the same")
    func hostile() throws {
        let long = String(repeating: "x", count: 900_000)
        #expect(throws: InventoryError.self) { try parse("full address:s:\(long)") }
        #expect(throws: InventoryError.self) { try parse(long) }
        #expect(throws: InventoryError.self) { try RDPFile.parse([UInt8](repeating: 0, count: 4_096), file: "f") }
        #expect(throws: InventoryError.self) { try RDPFile.parse([0xFF, 0xFE], file: "f") }
        #expect(throws: InventoryError.self) { try RDPFile.parse([0xFF, 0xFE, 0x41], file: "f") }
        #expect(throws: InventoryError.self) {
            try RDPFile.parse([UInt8](repeating: 0x0A, count: RDPFile.longest + 1), file: "f")
        }
        let many = try parse("full address:s:a\n" + String(repeating: "no setting\n", count: 50_000))
        #expect(many.remarks.count == InventoryLimits.mistakes)
        let steering = try parse("full address:s:a\nloadbalanceinfo:s:\u{1B}[2J\nserver port:i:\u{1B}[2J")
        #expect(steering.routingToken == nil)
        #expect(steering.remarks.allSatisfy { !$0.unicodeScalars.contains("\u{1B}") })
    }

    @Test("never traps, whatever is changed in it")
    func mutations() throws {
        var generator = SplitMix64(seed: 7)
        let sample = Array("full address:s:ts07:3390\r\nserver port:i:0x10\r\ngatewayhostname:s:[::1]:443\r\n".utf8)
        for seed in [sample, [0xFF, 0xFE] + Self.wide(sample, lowByteFirst: true)] {
            for _ in 0..<2_000 {
                var bytes = seed
                for _ in 0..<Int.random(in: 1...6, using: &generator) {
                    bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
                        in: 0...255, using: &generator)
                }
                bytes.removeLast(Int.random(in: 0...bytes.count / 2, using: &generator))
                let file = try? RDPFile.parse(bytes, file: "f")
                #expect(file.map { $0.port > 0 && !$0.name.isEmpty } ?? true)
            }
        }
    }
}

@Suite("A routing token")
struct RoutingTokenTests {
    @Test("is 1 to 238 characters of printable ASCII, and names no user")
    func bounds() {
        #expect(RoutingToken(String(repeating: "x", count: 238)) != nil)
        #expect(RoutingToken("Cookie: msts=3640205228.15629.0000")?.text == "Cookie: msts=3640205228.15629.0000")
        let wrong = [
            "", String(repeating: "x", count: 239), "a\r\nb", "a\u{0}", "caf\u{E9}", "\u{7F}", "Cookie: mstshash=alice",
            "cookie: MSTSHASH=alice",
        ]
        for text in wrong { #expect(RoutingToken(text) == nil, "\(text)") }
    }
}
