/// How the last probes of a server ended: which layer stopped each of them, and in what manner.
///
/// A ring of fixed size in one number, six bits for each probe, so that a fleet of many servers has no list for each.
package struct RecentOutcomes: Sendable, Hashable, Codable {
    /// The most probes that are remembered.
    package static let limit = 20

    private static let width = 6
    private static let mask = UInt128(0b11_1111)

    /// The newest stands in the lowest bits.
    private var bits: UInt128 = 0
    private var length: UInt8 = 0

    /// No probe yet.
    package init() {}

    /// How many probes are remembered; at most ``limit``.
    package var count: Int { Int(length) }

    /// Whether all of them passed, or there are none.
    package var allPassed: Bool { bits == 0 }

    /// The outcomes, the oldest first.
    package var all: [ProbeOutcome] {
        (0..<count).reversed().map { age in
            ProbeOutcome(code: UInt8(truncatingIfNeeded: (bits >> (age * Self.width)) & Self.mask))
        }
    }

    /// One sign for each probe, the oldest first: `.` for one that passed, else the letter of the layer that stopped it.
    package var signs: String {
        String(
            all.map { outcome in
                switch outcome {
                case .passed: "."
                case .failed(let layer, _): layer.letter
                }
            })
    }

    /// Probes that were stopped by the same layer in the same manner.
    package struct Failure: Sendable, Hashable {
        /// The layer that stopped them.
        package let layer: Layer
        /// In what manner.
        package let manner: ProbeOutcome.Manner
        /// How many; at least 1.
        package fileprivate(set) var count: Int
    }

    /// The probes that failed, the most frequent failure first, then in the order of the layers.
    package var failures: [Failure] {
        var failures: [Failure] = []
        for case .failed(let layer, let manner) in all {
            if let place = failures.firstIndex(where: { $0.layer == layer && $0.manner == manner }) {
                failures[place].count += 1
            } else {
                failures.append(Failure(layer: layer, manner: manner, count: 1))
            }
        }
        return failures.sorted { ($1.count, $0.layer, $0.manner.rawValue) < ($0.count, $1.layer, $1.manner.rawValue) }
    }

    /// Adds the outcome of one more probe; the oldest is forgotten when there are too many.
    package mutating func append(_ outcome: ProbeOutcome) {
        let room = UInt128(1) << (Self.limit * Self.width) - 1
        bits = (bits << Self.width | UInt128(outcome.code)) & room
        length = min(length + 1, UInt8(Self.limit))
    }
}

/// How one probe ended.
package enum ProbeOutcome: Sendable, Hashable {
    /// It got through every layer that it tried.
    case passed
    /// A layer stopped it.
    case failed(Layer, Manner)

    /// In what manner a layer stopped a probe.
    package enum Manner: UInt8, Sendable, Hashable, CaseIterable {
        /// No answer in time.
        case timedOut
        /// The host, or something before it, said that nothing listens.
        case refused
        /// The network said that it cannot be reached.
        case unreachable
        /// The connection was reset.
        case reset
        /// The connection was closed in order.
        case closed
        /// An answer that says no, or one that makes no sense.
        case other
    }

    /// How a probe ended, given the first layer that failed; nil when that was a fault of ours and says nothing of the
    /// server.
    ///
    /// What is wrong with a certificate stops no probe.
    init?(_ stop: (layer: Layer, failure: LayerFailure)?) {
        guard let (layer, failure) = stop else {
            self = .passed
            return
        }
        switch failure {
        case .ourFault: return nil
        case .certificate: self = .passed
        case .timedOut, .resolverSilent: self = .failed(layer, .timedOut)
        case .refused: self = .failed(layer, .refused)
        case .unreachable: self = .failed(layer, .unreachable)
        case .reset: self = .failed(layer, .reset)
        case .closed: self = .failed(layer, .closed)
        case .noSuchName, .noAddress, .resolverError, .negotiationRefused, .notRDP, .malformed, .tlsAlert,
            .disconnectInsteadOfTLS, .tlsTooOld, .handshakeFailed, .securityError, .notAGateway, .serverError,
            .accessDenied, .blocked:
            self = .failed(layer, .other)
        }
    }

    /// The layers that can stop a probe, each with its number from 1 on; 0 is a probe that passed.
    private static let stops: [Layer] = [.dns, .tcp, .x224, .tls, .certificate, .nla, .gateway]

    /// Six bits: three for the layer, three for the manner.
    fileprivate var code: UInt8 {
        guard case .failed(let layer, let manner) = self, let place = Self.stops.firstIndex(of: layer) else { return 0 }
        return UInt8(place + 1) << 3 | manner.rawValue
    }

    fileprivate init(code: UInt8) {
        let place = Int(code >> 3) - 1
        guard Self.stops.indices.contains(place), let manner = Manner(rawValue: code & 0b111) else {
            self = .passed
            return
        }
        self = .failed(Self.stops[place], manner)
    }
}
