import FleetModel

/// A metric of Prometheus: its name, its meaning, and its samples for one subject. All of ours are gauges.
struct MetricFamily<Subject>: Sendable {
    /// One line of it.
    struct Sample {
        /// Beside those of the subject; already escaped.
        var labels = ""
        /// A number of Go.
        var value: String
    }

    let name: String
    /// One sentence without line feeds and backslashes.
    let help: String
    let samples: @Sendable (Subject) -> [Sample]

    /// A metric with any number of samples.
    init(_ name: String, _ help: String, samples: @escaping @Sendable (Subject) -> [Sample]) {
        self.name = name
        self.help = help
        self.samples = samples
    }

    /// A metric with at most one sample and no labels of its own.
    static func value(
        _ name: String, _ help: String, _ value: @escaping @Sendable (Subject) -> String?
    ) -> MetricFamily {
        MetricFamily(name, help) { subject in value(subject).map { [Sample(value: $0)] } ?? [] }
    }

    /// A metric that is 1, for its labels; nil when there is none, and without those that are nil.
    static func info(
        _ name: String, _ help: String, _ labels: @escaping @Sendable (Subject) -> [(String, String?)]?
    ) -> MetricFamily {
        MetricFamily(name, help) { subject in
            guard let labels = labels(subject) else { return [] }
            let known = labels.compactMap { name, value in value.map { metricLabel(name, $0) } }
            return known.isEmpty ? [] : [Sample(labels: known.joined(separator: ","), value: "1")]
        }
    }
}

/// A server or a gateway, as far as metrics see them alike.
struct MetricTarget {
    var judgement: Judgement
    var server: ServerStatus?
    var gateway: GatewayStatus?

    init(_ status: ServerStatus) {
        judgement = status.judgement
        server = status
    }

    init(_ status: GatewayStatus) {
        judgement = status.judgement
        gateway = status
    }

    var dns: Observation<DNSFacts>? { server?.snapshot?.dns ?? gateway?.snapshot?.dns }
    var tcp: TCPFacts? { server?.snapshot?.tcp?.facts ?? gateway?.snapshot?.tcp?.facts }
    var tls: TLSFacts? { server?.snapshot?.tls?.facts ?? gateway?.snapshot?.tls?.facts }
    var certificate: CertificateFacts? {
        server?.snapshot?.certificate?.facts ?? gateway?.snapshot?.certificate?.facts
    }
    var security: NLAFacts? { server?.snapshot?.nla?.facts }
    var memory: SinceStart? { server?.snapshot?.sinceStart ?? gateway?.snapshot?.sinceStart }

    /// Whether it is a server that users reach only through a gateway, so that it is not probed itself.
    var isBehindGateway: Bool { server?.server.path == .gateway }

    /// From the first packet of the last probe to its last.
    var duration: Span? {
        server?.snapshot.map { $0.ended - $0.began } ?? gateway?.snapshot.map { $0.ended - $0.began }
    }

    /// When the last probe ended.
    var probed: Instant? { server?.snapshot?.ended ?? gateway?.snapshot?.ended }

    func outcome(of layer: Layer) -> LayerOutcome? {
        server?.snapshot?.outcome(of: layer) ?? gateway?.snapshot?.outcome(of: layer)
    }
}
