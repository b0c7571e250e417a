import Foundation
import LabSupport
import Testing

/// `check --rdp FILE`, against real servers.
@Suite("A check of a user's .rdp file")
struct ConnectionFileTests {
    /// Runs `check --rdp` on a file as mstsc writes it: UTF-16 with a mark, CR LF.
    private func check(_ lines: [String], options: [String] = []) async throws -> CommandResult {
        let folder = try ScratchFolder()
        let text = lines.map { $0 + "\r\n" }.joined()
        let bytes: [UInt8] =
            [0xFF, 0xFE] + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        try Data(bytes).write(to: URL(filePath: folder["kiosk.rdp"]))
        return try await RdptopBinary().run(
            ["check", "--rdp", "kiosk.rdp"] + options, workingDirectory: folder.path)
    }

    /// The lines of the forecast, joined where they were wrapped.
    private func words(_ result: CommandResult) -> String {
        result.standardOutput.split(whereSeparator: { $0 == "\n" || $0 == " " }).joined(separator: " ")
    }

    @Test("asks about the certificate of xrdp, which also gets the routing token", .timeLimit(.minutes(5)))
    func asks() async throws {
        let server = try await XrdpServer.start(.tls)
        let capture = try await PacketCapture.begin()
        let result = try await check(
            [
                "full address:s:\(server.endpoint.address)", "authentication level:i:2", "username:s:CORP\\geheim",
                "loadbalanceinfo:s:tsv://MS Terminal Services Plugin.1.Desktops",
            ], options: ["--depth", "cycle"])
        let packets = try await capture.end()
        #expect(result.status == 1, "\(result)")
        #expect(words(result).contains("kiosk.rdp: mstsc with this file asks about the certificate, then reaches the"))
        #expect(words(result).contains("the file connects by address"))
        #expect(!result.standardOutput.contains("geheim"))
        #expect(result.standardError.isEmpty)
        // TPKT and X.224 of 65 bytes, then the token with its CR LF, then RDP_NEG_REQ.
        let request =
            "030000413ce00000000000" + Data("tsv://MS Terminal Services Plugin.1.Desktops\r\n".utf8).hexadecimal
            + "010008000b000000"
        let sent = packets.sent(to: server.endpoint.address).map { $0["tcp.payload"].filter(\.isHexDigit) }
        #expect(sent.contains(request), "\(sent)")
        #expect(!sent.contains { $0.contains(Data("mstshash".utf8).hexadecimal) })
        await server.stop()
    }

    @Test("stops where the file refuses a server that cannot prove who it is", .timeLimit(.minutes(5)))
    func refuses() async throws {
        let server = try await XrdpServer.start(.tls)
        let result = try await check([
            "full address:s:\(server.endpoint.address)", "authentication level:i:1",
        ])
        #expect(result.status == 2, "\(result)")
        #expect(words(result).contains("mstsc with this file stops at certificate: the file connects by address"))
        await server.stop()
    }

    @Test("reaches the log-on where the file asks nothing", .timeLimit(.minutes(5)))
    func reaches() async throws {
        let server = try await XrdpServer.start(.tls)
        let file = ["full address:s:\(server.endpoint.address)", "authentication level:i:0"]
        let result = try await check(file)
        #expect(result.status == 0, "\(result)")
        #expect(words(result).contains("reaches the log-on; what comes after needs credentials"))
        let json = try await check(file, options: ["--format", "json"])
        #expect(json.standardOutput.contains("\"ending\": \"reaches\""))
        #expect(json.standardOutput.contains("\"rule\": \"nla-not-offered\""))
        await server.stop()
    }

    @Test("stops with 0xB09 where the file forbids NLA and the server requires it", .timeLimit(.minutes(5)))
    func forbidsNLA() async throws {
        let server = try await ShadowServer.start(.nla)
        let result = try await check([
            "full address:s:\(server.endpoint)", "authentication level:i:0", "enablecredsspsupport:i:0",
        ])
        #expect(result.status == 2, "\(result)")
        #expect(words(result).contains("stops at negotiation (0xB09): the server requires NLA, the file forbids it"))
        let allowed = try await check(["full address:s:\(server.endpoint)", "authentication level:i:0"])
        #expect(allowed.status == 0, "\(allowed)")
        await server.stop()
    }

    @Test("goes on to a gateway when the direct way fails, and stops where that does", .timeLimit(.minutes(5)))
    func fallsOver() async throws {
        let (closed, gateway) = (try LoopbackEndpoint.free(), try LoopbackEndpoint.free())
        let result = try await check([
            "full address:s:\(closed)", "gatewayhostname:s:\(gateway)", "gatewayusagemethod:i:2",
        ])
        #expect(result.status == 2, "\(result)")
        #expect(words(result).contains("stops at gateway (0x300000C): the gateway cannot be reached"))
        #expect(result.standardOutput.contains("fails over"))
    }

    @Test("sends nothing to a desktop of Azure Virtual Desktop", .timeLimit(.minutes(5)))
    func azure() async throws {
        let endpoint = try LoopbackEndpoint.free()
        let capture = try await PacketCapture.begin()
        let result = try await check(["full address:s:\(endpoint)", "resourceprovider:s:arm"])
        let packets = try await capture.end()
        #expect(result.status == 3, "\(result)")
        #expect(words(result).contains("cannot be told, Azure Virtual Desktop chooses the way"))
        #expect(!packets.contains { $0["ip.dst"] == endpoint.address })
    }

    @Test("ends with 78 for a wrong or missing file, and says what to do")
    func wrongFiles() async throws {
        let noServer = try await check(["screen mode id:i:2"])
        #expect(noServer.status == 78)
        #expect(
            noServer.standardError == "rdptop: kiosk.rdp: names no server; add a line full address:s:NAME\n")
        let badPort = try await check(["screen mode id:i:2", "full address:s:ts07:99999"])
        #expect(badPort.status == 78)
        #expect(badPort.standardError.hasPrefix("rdptop: kiosk.rdp:2: full address: port \"99999\" is not between"))
        let missing = try await RdptopBinary().run(["check", "--rdp", "absent.rdp"])
        #expect(missing.status == 78)
        #expect(missing.standardError == "rdptop: absent.rdp: there is no such file\n")
        let both = try await RdptopBinary().run(["check", "--rdp", "absent.rdp", "ts01"])
        #expect(both.status == 64)
        #expect(both.standardError.contains("--rdp says which server: name no other beside it (ts01)"))
        for result in [noServer, badPort, missing, both] { #expect(result.standardOutput.isEmpty) }
    }

    @Test("trace and plan take the file, too", .timeLimit(.minutes(5)))
    func traceAndPlan() async throws {
        let server = try await XrdpServer.start(.tls)
        let folder = try ScratchFolder()
        let file = try folder.write(
            "full address:s:\(server.endpoint)\nloadbalanceinfo:s:tsv://a.1.B\n", to: "kiosk.rdp")
        let trace = try await RdptopBinary().run(["trace", "--rdp", file])
        #expect(trace.standardOutput.contains("asking for TLS, HYBRID, HYBRID_EX, routing token tsv://a.1.B"))
        let plan = try await RdptopBinary().run(["plan", "--rdp", file])
        #expect(plan.status == 0)
        #expect(plan.standardOutput.contains("in place of the cookie the file's routing token, its 11 bytes:"))
        await server.stop()
    }
}

extension Data {
    /// Two digits a byte, in lower case.
    fileprivate var hexadecimal: String {
        map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
