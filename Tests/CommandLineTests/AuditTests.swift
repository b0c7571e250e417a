import Foundation
import LabSupport
import Testing

/// The record of what was done to servers, beside a recording of what was on the wire.
@Suite("check --audit")
struct AuditTests {
    /// A check of three peers with an audit log, and what was on the wire meanwhile.
    private struct Check: Sendable {
        let xrdp: String
        let shadow: String
        let closed: String
        let entries: [AuditLogEntry]
        let report: CheckReport
        let packets: [DecodedPacket]
        let datagrams: [DecodedDatagram]
        let permissions: Int?

        static func make() async throws -> Check {
            let xrdp = try await XrdpServer.start(.tls)
            let shadow = try await ShadowServer.start(.nla)
            let closed = try LoopbackEndpoint.free()
            let folder = try ScratchFolder()
            let file = folder["audit.jsonl"]
            let capture = try await PacketCapture.begin()
            let result = try await RdptopBinary().run(
                ["check", xrdp.endpoint.address, shadow.endpoint.address, closed.address]
                    + ["--audit", file, "--format", "json"])
            let packets = try await capture.end()
            await xrdp.stop()
            await shadow.stop()
            let permissions = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
            return Check(
                xrdp: xrdp.endpoint.address, shadow: shadow.endpoint.address, closed: closed.address,
                entries: try AuditLogEntry.read(text(ofFile: file)),
                report: try CheckReport.read(result.standardOutput), packets: packets,
                datagrams: try await capture.datagrams(), permissions: permissions)
        }

        func entries(_ address: String) -> [AuditLogEntry] { entries.filter { $0.address == address } }
    }

    private static let check = Once { try await Check.make() }

    @Test("writes one line for each connection and exchange", .timeLimit(.minutes(5)))
    func lines() async throws {
        let check = try await Self.check.value
        #expect(check.entries(check.xrdp).map(\.kind) == ["probe", "udp"])
        #expect(check.entries(check.xrdp).map(\.depth) == ["certificate", "udp"])
        #expect(check.entries(check.shadow).map(\.kind) == ["probe", "companion", "udp"])
        #expect(check.entries(check.shadow).map(\.depth) == ["nla", "x224", "udp"])
        // It failed, and was tried once more.
        #expect(check.entries(check.closed).map(\.kind) == ["probe", "probe"])
        #expect(check.entries(check.closed).allSatisfy { $0.result == "refused (RST)" && $0.depth == "tcp" })
        #expect(check.entries.count == 7)
        #expect(check.entries.allSatisfy { $0.port == 3389 && $0.target == "\($0.address):3389" })
    }

    @Test("tells the ports that were on the wire, and all of them", .timeLimit(.minutes(5)))
    func ports() async throws {
        let check = try await Self.check.value
        for address in [check.xrdp, check.shadow] {
            let entries = check.entries(address)
            let connections = Set(entries.filter { $0.kind != "udp" }.compactMap(\.sourcePort))
            let opened = check.packets.sent(to: address).filter(\.opens).compactMap { Int($0["tcp.srcport"]) }
            #expect(opened.count == connections.count)
            #expect(Set(opened) == connections)
            let exchanges = Set(entries.filter { $0.kind == "udp" }.compactMap(\.sourcePort))
            let sent = check.datagrams.filter { $0["ip.dst"] == address }
            #expect(!sent.isEmpty)
            #expect(Set(sent.flatMap(\.ports)).subtracting([3389]) == exchanges)
            #expect(entries.allSatisfy { $0.sourceAddress == "127.0.0.1" })
            let server = try #require(check.report.servers.first { $0.address == "\(address):3389" })
            let local = try #require(server.layers.tcp?.local)
            #expect(local == "127.0.0.1:\(try #require(entries.first?.sourcePort))")
        }
        // The system does not say from which port a connection came to nothing.
        #expect(check.entries(check.closed).allSatisfy { $0.sourcePort == nil })
        #expect(check.packets.sent(to: check.closed).count(where: \.opens) == check.entries(check.closed).count)
    }

    @Test("makes a file that nobody else can read", .timeLimit(.minutes(5)))
    func permissions() async throws {
        #expect(try await Self.check.value.permissions == 0o600)
    }

    @Test("adds to a file that there is, and takes nothing away")
    func appending() async throws {
        let folder = try ScratchFolder()
        let file = try folder.write("{\"earlier\": true}\n", to: "audit.jsonl")
        let endpoint = try LoopbackEndpoint.free()
        for count in 1...2 {
            _ = try await RdptopBinary().run(["check", endpoint.address, "--no-recheck", "--audit", file])
            let lines = text(ofFile: file).split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.first == "{\"earlier\": true}")
            #expect(lines.last?.isEmpty == true)
            #expect(try AuditLogEntry.read(lines.dropFirst().joined(separator: "\n")).count == count)
        }
    }

    @Test("ends with 73 before anything is sent when the file cannot be written", arguments: ["check", "trace"])
    func unwritable(command: String) async throws {
        let folder = try ScratchFolder()
        for path in [folder["absent/audit.jsonl"], folder.path] {
            let run = try await NetworkCalls.record([command, "127.240.0.1", "--audit", path])
            #expect(run.result.status == 73, "\(run.result)")
            #expect(run.result.standardError.hasPrefix("rdptop: --audit \(path): "))
            #expect(run.result.standardOutput.isEmpty)
            #expect(run.calls.isEmpty, "\(run.calls)")
        }
    }
}
