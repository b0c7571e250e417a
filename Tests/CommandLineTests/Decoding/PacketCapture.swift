import Foundation
import LabSupport

/// A recording of the RDP traffic with the laboratory's servers on the loopback interface.
struct PacketCapture: Sendable {
    private let process: LabProcess
    private let folder: ScratchFolder
    /// Where the marks are sent to; nobody listens there.
    private let marks: LoopbackEndpoint

    private var file: String { folder["traffic.pcapng"] }

    /// Begins to record, and returns when packets are seen.
    ///
    /// - Throws: `LabError` with dumpcap's words when it may not record: it needs root or CAP_NET_RAW.
    static func begin() async throws -> PacketCapture {
        let folder = try ScratchFolder()
        let marks = try LoopbackEndpoint.free(port: 9)
        let process = try await LabProcess.start(
            .dumpcap,
            arguments: ["-q", "-i", "lo", "-w", folder["traffic.pcapng"]]
                + ["-f", "(port 3389 and net 127.240.0.0/12) or (udp port 9 and host \(marks.address))"])
        let capture = PacketCapture(process: process, folder: folder, marks: marks)
        try await capture.see("the-recording-begins")
        return capture
    }

    /// Ends the recording when everything up to now is in the file, and decodes it.
    func end() async throws -> [DecodedPacket] {
        try await see("the-recording-ends")
        await process.stop()
        // TLS follows RDP's negotiation on the same port, and tshark decodes a port as one protocol.
        return DecodedPacket.joined(
            try await decode("tcp", as: "tcp.port==3389,tpkt", fields: DecodedPacket.fields),
            try await decode("tcp", as: "tcp.port==3389,tls", fields: DecodedPacket.fields))
    }

    /// The RDP-UDP datagrams of a recording that has ended.
    func datagrams() async throws -> [DecodedDatagram] {
        // What the network says of a datagram repeats the datagram.
        try await decode("udp && !icmp", as: "udp.port==3389,rdpudp", fields: DecodedDatagram.fields)
            .map(DecodedDatagram.init)
            .filter { $0["udp.port"].split(separator: ",").contains("3389") }
    }

    /// Sends a mark until it stands in the file.
    private func see(_ mark: String) async throws {
        let isSeen: Bool? = try await poll(every: .milliseconds(20)) {
            if let end = process.end {
                throw LabError.ended(
                    program: process.name, end: end, during: "it was to record on lo (as root, or with CAP_NET_RAW)",
                    output: process.lastLines)
            }
            // Nobody listens there, so from the second time on the network objects.
            try? await LoopbackSocket.connect(to: marks, .datagram).send(Array(mark.utf8))
            return FileManager.default.contents(atPath: file)?.range(of: Data(mark.utf8)).map { _ in true }
        }
        guard isSeen == true else {
            throw LabError.deadlinePassed(
                waitingFor: "packet in the recording", limit: .patience, seen: process.lastLines)
        }
    }

    private func decode(_ packets: String, as application: String, fields: [String]) async throws -> [String] {
        try await run(
            .tshark,
            ["-r", file, "-Y", packets, "-d", application]
                + ["-T", "fields", "-E", "separator=|", "-E", "occurrence=a"] + fields.flatMap { ["-e", $0] }
        ).split(separator: "\n").map(String.init)
    }
}
