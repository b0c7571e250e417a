import Foundation
import LabSupport
import Testing

/// A recording that `rdptop trace --pcap` wrote, read by a decoder that has nothing to do with ours.
@Suite("rdptop trace --pcap")
struct TracePcapTests {
    /// A trace of a freerdp-shadow with NLA, and the folder with its recording.
    private struct Recording: Sendable {
        let result: CommandResult
        let folder: ScratchFolder
        let endpoint: LoopbackEndpoint
        /// When the trace began and ended, in seconds since 1970.
        let times: ClosedRange<Double>

        var file: String { folder["trace.pcapng"] }

        static func make() async throws -> Recording {
            let server = try await ShadowServer.start(.nla, hostName: "RDSH07.corp.lab.test")
            let folder = try ScratchFolder()
            let began = Date().timeIntervalSince1970
            let result = try await RdptopBinary().run(
                ["trace", "\(server.endpoint)", "--pcap", folder["trace.pcapng"], "-v"])
            let times = began...Date().timeIntervalSince1970
            await server.stop()
            return Recording(result: result, folder: folder, endpoint: server.endpoint, times: times)
        }

        /// What tshark says of those packets that the filter lets pass: one line each, one value for each field.
        func read(_ filter: String, _ fields: [String], _ options: [String] = []) async throws -> [[String]] {
            try await run(
                .tshark,
                ["-r", file, "-Y", filter] + options + ["-T", "fields", "-E", "separator=|"]
                    + fields.flatMap { ["-e", $0] }
            ).split(separator: "\n")
                .map { $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init) }
        }
    }

    private static let recording = Once { try await Recording.make() }

    @Test("decodes as it is: who asked whom for what, and when", .timeLimit(.minutes(5)))
    func negotiation() async throws {
        let recording = try await Self.recording.value
        let port = "\(recording.endpoint.port)"
        let requests = try await recording.read(
            "rdp.negReq.requestedProtocols",
            ["tcp.dstport", "ip.dst", "rdp.negReq.requestedProtocols", "rdp.rt_cookie", "frame.time_epoch"])
        // The regular connection, and the one that tells whether NLA is required.
        #expect(requests.map { Array($0.prefix(2)) } == Array(repeating: [port, recording.endpoint.address], count: 2))
        #expect(requests.compactMap { Int($0[2].dropFirst(2), radix: 16) } == [0x0B, 0x01])
        #expect(requests.allSatisfy { $0[3] == "Cookie: mstshash=rdptop" })
        let answers = try await recording.read(
            "rdp.negReq.selectedProtocol || rdp.negFailure.failureCode",
            ["tcp.srcport", "rdp.negReq.selectedProtocol", "rdp.negFailure.failureCode", "frame.time_epoch"])
        #expect(answers.map { $0[0] } == [port, port])
        #expect(answers.compactMap { Int($0[1].dropFirst(2), radix: 16) } == [2])
        #expect(answers.compactMap { Int($0[2].dropFirst(2), radix: 16) } == [5])
        let times = (requests + answers).compactMap { $0.last.flatMap(Double.init) }
        #expect(times.count == 4)
        #expect(times.allSatisfy(recording.times.contains))
    }

    @Test("shows the NTLM challenge inside TLS, with the secrets that are in the file", .timeLimit(.minutes(5)))
    func challenge() async throws {
        let recording = try await Self.recording.value
        let fields = [
            "ntlmssp.messagetype", "ntlmssp.challenge.target_name",
            "ntlmssp.challenge.target_info.nb_computer_name", "ntlmssp.challenge.target_info.nb_domain_name",
            "ntlmssp.challenge.target_info.dns_computer_name",
        ]
        let messages = try await recording.read(
            "ntlmssp", fields, ["-d", "tcp.port==\(recording.endpoint.port),tls"])
        #expect(messages.compactMap { $0.first.flatMap { Int($0.dropFirst(2), radix: 16) } } == [1, 2])
        let names = try #require(messages.last).dropFirst().filter { !$0.isEmpty }
        #expect(names.contains("RDSH07"))
        // What the trace printed is what another program reads from the same bytes.
        let printed = recording.result.standardOutput.split(separator: "\n")
        let line = try #require(printed.first { $0.contains("computer ") && $0.contains("RDSH07") })
        let computer = try #require(messages.last)[2]
        #expect(line.contains("computer \(computer)"))
        // Neither side goes on after that.
        #expect(try await recording.read("ntlmssp.messagetype == 3", fields).isEmpty)
    }

    @Test("has the datagrams, too, from the port that was ours", .timeLimit(.minutes(5)))
    func datagrams() async throws {
        let recording = try await Self.recording.value
        let port = recording.endpoint.port
        let sent = try await recording.read(
            "udp", ["udp.dstport", "udp.length", "rdpudp.synex.version"], ["-d", "udp.port==\(port),rdpudp"])
        #expect(sent == [["\(port)", "1240", "0x0002"]])
    }

    @Test("has no packet that is malformed or whose checksum is wrong", .timeLimit(.minutes(5)))
    func soundness() async throws {
        let recording = try await Self.recording.value
        let checks = ["tcp", "ip", "udp"].flatMap { ["-o", "\($0).check_checksum:TRUE"] }
        for pass in [[], ["-d", "tcp.port==\(recording.endpoint.port),tls"]] {
            let wrong = try await recording.read(
                "_ws.malformed || _ws.expert.severity >= 6291456 || ip.checksum.status == 0 "
                    + "|| tcp.checksum.status == 0 || udp.checksum.status == 0",
                ["frame.number", "_ws.expert.message"], checks + pass)
            #expect(wrong.isEmpty, "\(wrong)")
        }
        let good = try await recording.read("tcp.checksum.status == 1", ["frame.number"], checks)
        #expect(good.count > 10)
        #expect(try await recording.read("tcp", ["frame.number"]).count == good.count)
    }

    @Test("says in its comment what is made up, and is for its owner alone", .timeLimit(.minutes(5)))
    func comment() async throws {
        let recording = try await Self.recording.value
        let information = try await run(.capinfos, ["-k", recording.file])
        #expect(information.contains("Made up: the TCP handshake's packets, sequence and acknowledgement numbers"))
        #expect(information.contains("-d tcp.port==\(recording.endpoint.port),tls"))
        #expect(!information.contains("port==0"))
        let attributes = try FileManager.default.attributesOfItem(atPath: recording.file)
        // It has the secrets of TLS.
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(recording.result.standardOutput.contains("wrote what went over the wire to \(recording.file)"))
    }

    @Test("ends with 73 before anything is sent when there is no place for the file")
    func noPlace() async throws {
        let folder = try ScratchFolder()
        let file = try folder.write("mine", to: "trace.pcapng")
        for (path, reason) in [
            (file, "exists already; choose another name"), (folder["absent/trace.pcapng"], "there is no such folder"),
        ] {
            let run = try await NetworkCalls.record(["trace", "127.240.0.1", "--pcap", path])
            #expect(run.result.status == 73, "\(run.result)")
            #expect(run.result.standardError.contains("rdptop: --pcap: \(path)"))
            #expect(run.result.standardError.contains(reason))
            #expect(run.result.standardOutput.isEmpty)
            #expect(run.calls.isEmpty, "\(run.calls)")
        }
        #expect(text(ofFile: file) == "mine")
    }
}
