import Dashboard
import FleetModel
import Foundation
import LabSupport
import PacketCapture
import ProbeEngine
import Reports
import Testing

@testable import rdptop

/// What is kept of probes of real servers, and what is never in its files.
@Suite struct ExchangeArchiveTests {
    private static func server(_ endpoint: LoopbackEndpoint, _ name: String = "ts07.lab.test") -> Server {
        Server(
            name: name, port: endpoint.port, address: IPAddress(endpoint.address))
    }

    /// Probes a server once, with what follows.
    private static func probe(_ server: Server, _ depth: ProbeDepth = .cycle, keeping archive: ExchangeArchive)
        async throws
    {
        let prober = try ProbeComposition.prober(
            for: Fleet(name: "lab", servers: [server]), depth: depth, limits: ProbeLimits(), archive: archive)
        _ = await prober.sweep(recheckAfter: nil) { _ in }
    }

    private static func reports(_ server: Server, _ archive: ExchangeArchive) -> BoardReports {
        BoardReports(
            board: LiveBoard(servers: [server]) { WallClock.now() }, fleet: Fleet(name: "lab", servers: [server]),
            isDemo: false, command: "rdptop", started: WallClock.now(), now: WallClock.now, exchanges: archive)
    }

    /// What a prompt would ask for.
    private static func request(_ server: Server, _ format: FileFormat, _ path: String) throws -> ExchangeRequest {
        var board = PlainBoard(
            fleetName: "lab", servers: [server], isDemo: false, version: "0", formats: .all, now: WallClock.now())
        guard case .writeExchange(var request) = board.obey("write x.\(format.fileExtension)").effects.first else {
            throw CommandFailure("nothing to write", ExitStatus.usage)
        }
        request.path = path
        return request
    }

    private static func kinds(_ exchange: FailedExchange) -> [String] {
        exchange.events.map { event in
            switch event.kind {
            case .opened: "opened"
            case .notConnected(let failure, _): "not connected: \(failure.words)"
            case .sent: "sent"
            case .received: "received"
            case .ended(let closer): "ended by \(closer)"
            case .reset: "reset"
            case .secret: "secret"
            }
        }
    }

    @Test func `a closed port is kept as a connection that was refused`() async throws {
        let server = Self.server(try .free())
        let archive = ExchangeArchive()
        try await Self.probe(server, keeping: archive)
        let exchange = try #require(archive.last(of: [.server(server.id)]))
        #expect(Self.kinds(exchange) == ["not connected: refused (RST)"])
        let endings = exchange.parts[0].record.steps.filter { step in
            if case .ended(let outcome) = step.event { outcome.failure == .refused } else { false }
        }
        #expect(endings.map(\.layer) == [.tcp])
        guard case .server(let snapshot) = exchange.subject else {
            Issue.record("not of a server")
            return
        }
        #expect(snapshot.consecutiveFailures == 1 && snapshot.tcp?.failure == .refused)
    }

    @Test(.timeLimit(.minutes(5)))
    func `what follows a failed probe is kept with it, and nothing of one that went well`() async throws {
        let other = try await LabAuthority.shared.certificate(.valid(for: "other.lab.test"))
        let broken = try await XrdpServer.start(.tls, key: .of(other))
        let good = try await XrdpServer.start(.tls)
        let archive = ExchangeArchive()
        let (failing, healthy) = (Self.server(broken.endpoint), Self.server(good.endpoint, "ts08.lab.test"))
        try await Self.probe(failing, .full, keeping: archive)
        try await Self.probe(healthy, .full, keeping: archive)
        #expect(archive.last(of: [.server(healthy.id)]) == nil)
        let exchange = try #require(archive.last(of: [.server(healthy.id), .server(failing.id)]))
        // The variants are not: they ask otherwise than a client does.
        #expect(exchange.parts.map(\.title) == [nil, FollowUp.udp.announcement])
        #expect(exchange.parts[0].record.events.count { $0.kind == .opened } == 1)
        #expect(exchange.parts[1].record.events.map(\.flow.transport) == [.udp])
        #expect(exchange.bytesLeftOut == 0 && exchange.byteCount > 44)
        await broken.stop()
        await good.stop()
    }

    @Test(.timeLimit(.minutes(5)))
    func `datagrams without an answer are kept where the fleet file expects one, and nowhere else`() async throws {
        let xrdp = try await XrdpServer.start(.tls)
        var expected = Self.server(xrdp.endpoint)
        expected.policy.expectedUDP = true
        let archive = ExchangeArchive()
        try await Self.probe(Self.server(xrdp.endpoint, "ts08.lab.test"), .full, keeping: archive)
        try await Self.probe(expected, .full, keeping: archive)
        await xrdp.stop()
        #expect(archive.last(of: [.server(Server(name: "ts08.lab.test").id)]) == nil)
        let exchange = try #require(archive.last(of: [.server(expected.id)]))
        #expect(exchange.events.map(\.flow.transport) == [.udp])
        guard case .server(let snapshot) = exchange.subject else {
            Issue.record("not of a server")
            return
        }
        #expect(snapshot.udp?.failure == .refused)
    }

    @Test(.timeLimit(.minutes(5)))
    func `of a server behind a gateway it is the connection to the gateway`() async throws {
        let certificate = try await LabAuthority.shared.certificate(.valid(for: "rdgw.lab.test"))
        let nginx = try await NginxGateway.start(.poolStopped, certificate: certificate)
        let gateway = Gateway(
            name: "rdgw", host: "rdgw.lab.test", port: nginx.endpoint.port,
            address: IPAddress(nginx.endpoint.address), datagramPort: nil)
        let server = Server(name: "ts07.lab.test", gateway: "rdgw", path: .gateway)
        let fleet = Fleet(name: "lab", servers: [server], gateways: [gateway])
        let archive = ExchangeArchive()
        let prober = try ProbeComposition.prober(
            for: fleet, depth: .cycle, limits: ProbeLimits(), archive: archive)
        let result = await prober.sweep(recheckAfter: nil) { _ in }
        await nginx.stop()
        let exchange = try #require(archive.last(of: [.gateway(gateway.id)]))
        #expect(exchange.events.first?.kind == .opened && exchange.byteCount > 500)
        var board = PlainBoard(
            fleetName: "lab", servers: [server], isDemo: false, version: "0", formats: .all, now: WallClock.now())
        board.take(.gateways(result.gateways.map { GatewayStatus(gateway: gateway, snapshot: $0) }))
        guard case .writeExchange(let request) = board.obey("write a.pcapng").effects.first else {
            Issue.record("nothing is written")
            return
        }
        #expect(request.subject.targets == [.gateway(gateway.id)])
        let report = try #require(
            ExchangeFile.report(of: exchange, in: fleet, isDemo: false, at: WallClock.now()))
        #expect(report.about[0].contains("with the gateway rdgw"))
        #expect(report.trace.contains("DOWN?  gateway rdgw") || report.trace.contains("DOWN  gateway rdgw"))
    }

    @Test(.timeLimit(.minutes(5)))
    func `no secret of TLS and nothing that travelled in TLS is in any file`() async throws {
        let shadow = try await ShadowServer.start(.nla, hostName: "RDSH07.corp.lab.test")
        let server = Self.server(shadow.endpoint)
        let log = WireLog()
        let recorder = ExchangeRecorder()
        let tools = try ProbeTools(for: Fleet(name: "lab", servers: [server]), depth: .full, recording: log)
        // The same sessions, seen by the recording of trace --pcap, which has the secrets, and by that of the archive.
        let snapshot = await tools.ladder.climb(server, observe: recorder.steps, wire: recorder.wire)
        await shadow.stop()
        let challenge = try #require(snapshot.nla?.facts)
        #expect(challenge.computerName == "RDSH07")
        let exchange = FailedExchange(.server(snapshot), recorder.content)
        let report = try #require(
            ExchangeFile.report(
                of: exchange, in: Fleet(name: "lab", servers: [server]), isDemo: false, at: WallClock.now()))
        let packets = PcapngFile.bytes(of: exchange.events, about: report.about, application: "rdptop 0")
        let secrets = log.events.compactMap { event in
            if case .secret(let line) = event.kind { line.split(separator: " ").last.map(String.init) } else { nil }
        }
        #expect(secrets.count >= 4)
        let open = PcapngFile.bytes(of: log.events, application: "rdptop 0")
        let heard = Array("NTLMSSP".utf8)
        let name = Array("RDSH07".utf8).flatMap { [$0, UInt8(0)] }
        for secret in secrets {
            #expect(open.contains(Array(secret.utf8)), "the recording with secrets must have them")
            let raw = stride(from: 0, to: secret.count, by: 2).compactMap { start in
                UInt8(secret.dropFirst(start).prefix(2), radix: 16)
            }
            #expect(raw.count >= 32)
            for file in [packets, Array(report.trace.utf8)] {
                #expect(!file.contains(Array(secret.utf8)) && !file.contains(raw))
            }
        }
        // The records of TLS are there, as they were on the wire.
        #expect(packets.contains([0x17, 0x03, 0x03]))
        #expect(!packets.contains(heard) && !packets.contains(name))
        #expect(!report.trace.contains("NTLMSSP") && !report.trace.contains("4e 54 4c 4d"))
    }

    @Test func `files are new, packets for their owner alone, and what is not kept is said`() async throws {
        let folder = try ScratchFolder()
        let server = Self.server(try .free())
        let archive = ExchangeArchive()
        let reports = Self.reports(server, archive)
        let packets = try Self.request(server, ExchangeFile.formats[0], folder["a.pcapng"])
        let trace = try Self.request(server, ExchangeFile.formats[1], folder["a.trace.txt"])
        #expect(reports.write(packets) == "nothing written: ts07.lab.test is not probed yet")
        try await Self.probe(server, keeping: archive)
        let began = try #require(archive.last(of: [.server(server.id)])).began
        let moment = "of the failure at \(began.timeText)Z to"
        #expect(reports.write(packets) == "wrote the packets (pcapng) \(moment) \(folder["a.pcapng"])")
        #expect(reports.write(trace) == "wrote the trace \(moment) \(folder["a.trace.txt"])")
        #expect(reports.write(trace) == "nothing written: \(folder["a.trace.txt"]) exists already; choose another name")
        let mode = try FileManager.default.attributesOfItem(atPath: folder["a.pcapng"])[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(files.sorted() == ["a.pcapng", "a.trace.txt"])
        let lines = text(ofFile: folder["a.trace.txt"])
        #expect(lines.contains("TCP         !! failed after"))
    }
}

extension [UInt8] {
    /// Whether some bytes stand anywhere in these.
    fileprivate func contains(_ part: [UInt8]) -> Bool { !part.isEmpty && firstRange(of: part) != nil }
}
