/// A probe that failed, kept as it was: what it did, what went over its wire, and what it saw.
package struct FailedExchange: Sendable, Equatable {
    /// Who was probed.
    package enum Target: Sendable, Hashable {
        case server(Server.ID)
        case gateway(Gateway.ID)
    }

    /// What the probe saw; boxed, because there are hundreds and they are moved about.
    package indirect enum Subject: Sendable, Equatable {
        case server(ServerSnapshot)
        case gateway(GatewaySnapshot)
    }

    /// One stretch of it: the probe itself, or something that followed it.
    package struct Part: Sendable, Equatable {
        /// What followed, in a sentence; nil for the probe itself.
        package let title: String?
        /// When it began; its steps count from there.
        package let began: Instant
        /// What was recorded.
        package let record: ExchangeRecord
    }

    /// What the probe saw, counted and carried on from the probes before it.
    package let subject: Subject
    /// The probe, and what followed it, in order.
    package private(set) var parts: [Part]

    /// Creates an exchange of a probe that has just ended.
    package init(_ subject: Subject, _ record: ExchangeRecord) {
        self.subject = subject
        parts = []
        parts = [Part(title: nil, began: began, record: record)]
    }

    /// Who was probed.
    package var target: Target {
        switch subject {
        case .server(let snapshot): .server(snapshot.server)
        case .gateway(let snapshot): .gateway(snapshot.gateway)
        }
    }

    /// When the probe began.
    package var began: Instant {
        switch subject {
        case .server(let snapshot): snapshot.began
        case .gateway(let snapshot): snapshot.began
        }
    }

    /// When the probe itself ended.
    package var ended: Instant {
        switch subject {
        case .server(let snapshot): snapshot.ended
        case .gateway(let snapshot): snapshot.ended
        }
    }

    /// Whether nothing failed but what users do without: UDP, at a server that is well otherwise.
    package var isOfDatagramsAlone: Bool {
        switch subject {
        case .server(let snapshot): !snapshot.isFailedExchange && snapshot.udp?.failure != nil
        case .gateway: false
        }
    }

    /// Everything that went over the wire, in order.
    package var events: [WireEvent] { parts.flatMap(\.record.events) }

    /// How much payload is kept, in bytes; at most ``ExchangeRecord/byteLimit`` in all parts together.
    package var byteCount: Int { parts.reduce(0) { $0 + $1.record.byteCount } }

    /// How much payload did not fit, in bytes.
    package var bytesLeftOut: Int { parts.reduce(0) { $0 + $1.record.bytesLeftOut } }

    /// Whether a packet went to the target, or was tried to be sent.
    package var hasPackets: Bool { parts.contains { !$0.record.events.isEmpty } }

    /// Adds what followed the probe, within the bound of the whole.
    package mutating func append(_ record: ExchangeRecord, title: String, began: Instant) {
        guard parts.count < Self.partLimit else { return }
        let room = bytesLeftOut == 0 ? ExchangeRecord.byteLimit - byteCount : 0
        parts.append(Part(title: title, began: began, record: record.bounded(to: room)))
    }

    /// The most parts: the probe, the companion connection, and the datagrams.
    static let partLimit = 3
}

extension ServerSnapshot {
    /// Whether this probe alone is worth keeping for those who look for the cause: a layer failed, or the certificate keeps
    /// users out by its dates; not when the fault is on our side.
    package var isFailedExchange: Bool {
        firstFailure.map { !$0.failure.isOurFault } ?? certificate?.facts?.isOutOfDate(at: ended) ?? false
    }
}

extension GatewaySnapshot {
    /// As of a server.
    package var isFailedExchange: Bool {
        firstFailure.map { !$0.failure.isOurFault } ?? certificate?.facts?.isOutOfDate(at: ended) ?? false
    }
}

extension LayerFailure {
    /// Whether it says nothing of the server, nor of the network on the way.
    package var isOurFault: Bool {
        if case .ourFault = self { true } else { false }
    }
}

extension CertificateFacts {
    /// Whether the server's own certificate has ended, or has not begun.
    fileprivate func isOutOfDate(at now: Instant) -> Bool {
        leaf.notAfter.map { $0 < now } ?? false || leaf.notBefore.map { $0 > now } ?? false
    }
}
