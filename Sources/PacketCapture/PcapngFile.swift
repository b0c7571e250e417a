package import FleetModel

/// A recording of probes as a pcapng file (draft-ietf-opsawg-pcapng), which Wireshark and tshark open.
///
/// A probe sees what its sockets see, and no packets. So the packets are rebuilt: bytes, order, times, addresses and
/// ports are what was seen, the rest of their headers is made up, and the file's own comment says so.
package enum PcapngFile {
    /// The whole file.
    ///
    /// - Parameters:
    ///   - events: In the order in which they happened.
    ///   - about: Lines that stand at the head of the file's comment, cleaned.
    ///   - application: What is to stand as the program that wrote the file.
    /// - Returns: The file's bytes; about as many as were recorded, and 60 for each event.
    package static func bytes(of events: [WireEvent], about: [String] = [], application: String) -> [UInt8] {
        var file: [UInt8] = []
        let comment = (about + [comment(on: events)]).joined(separator: "\n")
        file += PcapngBlock.sectionHeader(comment: comment, application: application)
        file += PcapngBlock.interface()
        let secrets = events.compactMap { event in
            if case .secret(let line) = event.kind { line } else { nil }
        }
        // Before the packets that they are for, as a reader wants them.
        if !secrets.isEmpty { file += PcapngBlock.tlsSecrets(secrets) }
        var flows: [WireEvent.Flow: RebuiltConnection] = [:]
        for event in events {
            if case .notConnected(let failure, let wait) = event.kind {
                file += attempt(event, failure, wait)
                continue
            }
            for packet in packets(of: event, &flows) {
                file += PcapngBlock.packet(packet, microseconds: event.microseconds)
            }
        }
        return file
    }

    /// The packets that show an event.
    private static func packets(
        of event: WireEvent, _ flows: inout [WireEvent.Flow: RebuiltConnection]
    ) -> [[UInt8]] {
        let flow = event.flow
        switch flow.transport {
        case .tcp: return flows[flow, default: RebuiltConnection(flow)].packets(of: event.kind)
        case .udp:
            switch event.kind {
            case .sent(let bytes): return [Datagram.packet(bytes, from: flow.local, to: flow.peer)]
            case .received(let bytes): return [Datagram.packet(bytes, from: flow.peer, to: flow.local)]
            case .opened, .notConnected, .ended, .reset, .secret: return []
            }
        }
    }

    /// A SYN that led to no connection, and the reset if that was the answer.
    private static func attempt(_ event: WireEvent, _ failure: LayerFailure, _ wait: Int64) -> [UInt8] {
        let (syn, answer) = RebuiltConnection.attempt(event.flow, endedBy: failure)
        let sent =
            "Connecting to \(event.flow.peer): \(failure.words). The system does not say which address and port were ours."
        let told = "The system said that the connection was refused, as after a reset."
        return PcapngBlock.packet(syn, microseconds: event.microseconds - wait, comment: sent)
            + (answer.map { PcapngBlock.packet($0, microseconds: event.microseconds, comment: told) } ?? [])
    }

    private static func comment(on events: [WireEvent]) -> String {
        // Secrets belong to no flow, and a connection that was not made has nothing to read.
        let flows = events.filter { event in
            switch event.kind {
            case .secret, .notConnected: false
            case .opened, .sent, .received, .ended, .reset: event.flow.transport == .tcp
            }
        }
        let ports = Set(flows.map(\.flow.peer.port)).sorted()
        let second = ports.map { "-d tcp.port==\($0),tls" }.joined(separator: " ")
        let hasSecrets = events.contains { if case .secret = $0.kind { true } else { false } }
        let reading =
            hasSecrets
            ? "a second pass reads what follows in TLS, with the secrets in this file: \(second)"
            : "a second pass shows the records of TLS, which stay closed, as no secrets are in this file: \(second)"
        let made = """
            Rebuilt from what a probe's sockets saw. Real: addresses, ports, payload bytes, their order and times. Made up: \
            the TCP handshake's packets, sequence and acknowledgement numbers, flags, windows, IP identification and TTL, \
            checksums, and where one packet ends and the next begins. Not in it: DNS and ping.
            """
        return second.isEmpty ? made : "\(made) X.224 is decoded at once; \(reading)"
    }
}
