import Foundation
import LabSupport
import Testing

/// The last failed exchange of a server, written by `w` and opened by programs that are not ours.
@Suite("Evidence from the screen")
struct EvidenceTests {
    private static let tshark = LabProgram("tshark", debianPackage: "tshark")
    private static let capinfos = LabProgram("capinfos", debianPackage: "wireshark-common")

    /// What tshark says of the packets that a filter lets pass: one line each, one value for each field.
    private static func read(
        _ file: String, _ filter: String, _ fields: [String], _ options: [String] = []
    ) async throws -> [[String]] {
        try await run(
            tshark,
            ["-r", file, "-Y", filter] + options + ["-T", "fields", "-E", "separator=|"]
                + fields.flatMap { ["-e", $0] }
        ).split(separator: "\n").map { $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init) }
    }

    /// Turns to a format of the exchange and writes under the name that is offered; the path.
    private static func write(_ session: TmuxSession, endingIn ending: String) async throws -> String {
        try await session.writePrompt(endingIn: ending)
        let prompt = try await session.waitFor("Enter writes the")
        let path = try #require(prompt.writePath)
        #expect(path.contains("/ts-") && path.hasSuffix("Z\(ending)"))
        try await session.send(.enter)
        try await session.waitFor(to: path)
        return path
    }

    @Test("of a closed port are a SYN and its reset, with the trace beside them", .timeLimit(.minutes(5)))
    func refused() async throws {
        let fleet = try ClosedServers()
        try await withDashboard([], size: .roomy, in: fleet.folder) { session in
            try await session.waitForFirstSweep()
            let name = try await Self.write(session, endingIn: ".pcapng")
            let file = fleet.folder[name]
            let flags = try await Self.read(file, "tcp", ["tcp.flags.syn", "tcp.flags.reset", "frame.comment"])
            #expect(flags.map { Array($0.prefix(2)) } == [["1", "0"], ["0", "1"]])
            #expect(flags[0][2].contains("refused (RST)"))
            let about = try await run(Self.capinfos, ["-k", file])
            #expect(about.contains("The last failed exchange with ts-001.lab.test"))
            #expect(about.contains("No secrets of TLS are inside"))
            #expect(about.contains("Rebuilt from what a probe's sockets saw"))
            let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            let trace = text(ofFile: fleet.folder[try await Self.write(session, endingIn: ".trace.txt")])
            #expect(trace.contains("        ms  LAYER\n") && trace.contains("\nDOWN  ts-001.lab.test"))
        }
    }

    @Test("of an xrdp without its key are X.224 and what it says instead of TLS", .timeLimit(.minutes(5)))
    func keyless() async throws {
        let folder = try ScratchFolder()
        let other = try await LabAuthority.shared.certificate(.valid(for: "other.lab.test"))
        let server = try await XrdpServer.start(.tls, key: .of(other))
        let (address, port) = (server.endpoint.address, server.endpoint.port)
        try folder.write("hosts:\n  - {name: ts-keyless, address: \(address), port: \(port)}\n", to: "hosts.yaml")
        try await withDashboard([], size: .roomy, in: folder) { session in
            try await session.waitForFirstSweep()
            // In the details it is the same.
            try await session.send(.enter)
            let file = folder[try await Self.write(session, endingIn: ".pcapng")]
            let requests = try await Self.read(file, "rdp.negReq.requestedProtocols", ["tcp.dstport", "rdp.rt_cookie"])
            #expect(requests.first == ["\(port)", "Cookie: mstshash=rdptop"])
            // A ClientHello, and MCS Disconnect Provider Ultimatum in clear where the ServerHello belongs.
            let bytes = try await Self.read(
                file, "tcp.srcport == \(port) && tcp.len > 0", ["tcp.payload"])
            #expect(bytes.contains(["0300000902f0802180"]))
            let wrong = try await Self.read(
                file, "_ws.malformed || ip.checksum.status == 0 || tcp.checksum.status == 0", ["frame.number"],
                ["-o", "tcp.check_checksum:TRUE", "-o", "ip.check_checksum:TRUE"])
            #expect(wrong.isEmpty, "\(wrong)")
        }
        await server.stop()
    }

    @Test("of a server that is well are none, and the prompt says so", .timeLimit(.minutes(5)))
    func healthy() async throws {
        let folder = try ScratchFolder()
        let server = try await XrdpServer.start(.tls)
        let (address, port) = (server.endpoint.address, server.endpoint.port)
        try folder.write("hosts:\n  - {name: ts-good, address: \(address), port: \(port)}\n", to: "hosts.yaml")
        try await withDashboard([], size: .roomy, in: folder) { session in
            try await session.waitFor("a probed server") { $0.count("?") == 0 && $0.shows("ts-good") }
            try await session.writePrompt(endingIn: ".pcapng")
            try await session.waitFor("no probe of ts-good has failed since")
            try await session.send(.enter)
            try await session.waitFor("no probe of ts-good has failed since")
            #expect(try folder.contents() == ["hosts.yaml"])
        }
        await server.stop()
    }
}

extension TmuxSession {
    /// Waits until a file is said to be written.
    fileprivate func waitFor(to path: String) async throws {
        try await waitFor("a file that is written") { $0.shows("Z to \(path)") }
    }
}
