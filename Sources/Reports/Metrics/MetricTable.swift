import FleetModel

/// All metrics, in the order of the text; listed in docs/report-schema.md.
enum MetricTable {
    /// Of the report as a whole.
    static let ofReports: [MetricFamily<SnapshotReport>] = [
        .info("rdp_report_info", "How this report came about.") { report in
            [
                ("version", report.version), ("fleet", report.fleetName), ("filter", report.filter),
                ("order", report.order), ("source_address", report.sourceAddress), ("command", report.commandLine),
                ("demo", report.isDemo ? "true" : nil),
            ]
        },
        .value("rdp_report_timestamp_seconds", "When this report was made.") { $0.at.asSeconds },
        .value("rdp_watched_since_timestamp_seconds", "Since when the fleet has been watched.") {
            $0.watchedSince?.asSeconds
        },
        MetricFamily("rdp_fleet_servers", "Servers of the whole fleet by their state.") { report in
            let counts = report.counts
            return [
                ("down", counts.down), ("behind", counts.behind.values.reduce(0, +)), ("warning", counts.warning),
                ("unknown", counts.unknown), ("ok", counts.ok),
            ].map { .init(labels: metricLabel("state", $0.0), value: String($0.1)) }
        },
        .value("rdp_fleet_muted_servers", "Servers that somebody has muted; they are in no state of the fleet.") {
            String($0.muted)
        },
        .value("rdp_fleet_acknowledged_servers", "Servers with a problem that somebody has acknowledged.") {
            String($0.acknowledged)
        },
        MetricFamily("rdp_not_tested_servers", "Servers of this report of which something was not tested.") { report in
            report.untested.map { .init(labels: metricLabel("what", $0.what.name), value: String($0.servers)) }
        },
    ]

    /// Of servers and gateways.
    static let ofTargets: [MetricFamily<MetricTarget>] = blackbox + layers + certificates + servers + gateways

    private static func flag(_ value: Bool) -> String { value ? "1" : "0" }

    private static func success(_ target: MetricTarget) -> String? {
        switch target.judgement.state {
        case .ok, .warning: "1"
        case .down, .unconfirmed: "0"
        case .unknown: nil
        }
    }

    /// The names of blackbox_exporter 0.28.
    private static let blackbox: [MetricFamily<MetricTarget>] = [
        .value("probe_success", "Whether users can connect, warnings included; absent where nothing was probed.") {
            $0.isBehindGateway ? nil : success($0)
        },
        .value("probe_duration_seconds", "How long the last probe took.") {
            $0.duration.map { ($0.milliseconds * 1000).asSeconds }
        },
        .value("probe_dns_lookup_time_seconds", "How long the name lookup took.") { $0.dns?.microseconds.asSeconds },
        .value("probe_ip_protocol", "The IP version of the connection, 4 or 6.") { target in
            target.tcp?.peer.map { $0.address.isIPv6 ? "6" : "4" }
        },
        MetricFamily("probe_icmp_duration_seconds", "How long the last echo took.") { target in
            guard let last = target.server?.snapshot?.ping?.facts?.last else { return [] }
            return [.init(labels: metricLabel("phase", "rtt"), value: last.asSeconds)]
        },
        .value("probe_ssl_earliest_cert_expiry", "When the first of the certificates sent ends, in Unix time.") {
            target in
            guard let facts = target.certificate else { return nil }
            return ([facts.leaf] + facts.intermediates).compactMap(\.notAfter).min()?.asSeconds
        },
        .info("probe_ssl_last_chain_info", "The server's own certificate.") { target in
            guard let leaf = target.certificate?.leaf else { return nil }
            return [
                ("fingerprint_sha256", leaf.sha256), ("subject", leaf.subject), ("issuer", leaf.issuer),
                ("subjectalternative", leaf.dnsNames.joined(separator: ",")), ("serialnumber", leaf.serial),
            ]
        },
        .info("probe_tls_version_info", "The version of TLS that was agreed on.") { target in
            target.tls?.versionName.map { [("version", $0)] }
        },
        .info("probe_tls_cipher_info", "The cipher suite that was agreed on.") { target in
            target.tls?.cipherSuiteName.map { [("cipher", $0)] }
        },
    ]

    private static let layers: [MetricFamily<MetricTarget>] = [
        .info("rdp_target_info", "What the fleet file says of a server or gateway.") { target in
            guard let server = target.server?.server else { return [("kind", "gateway")] }
            return [
                ("kind", "server"), ("site", server.site), ("owner", server.owner), ("in_front", server.gateway),
                ("path", server.path.rawValue),
            ]
        },
        .info("rdp_verdict_info", "The rule of the headline and how severe it is.") { target in
            target.judgement.headline.map {
                [("verdict", $0.rule), ("severity", $0.severity.rawValue), ("confidence", $0.confidence.rawValue)]
            }
        },
        .value("rdp_probe_timestamp_seconds", "When the last probe ended.") { $0.probed?.asSeconds },
        MetricFamily("rdp_layer_success", "Whether a layer works, warnings included; absent when it was not tried.") {
            target in
            Layer.allCases.compactMap { layer in
                switch target.judgement.cells[layer] {
                case .ok, .warning: .init(labels: metricLabel("layer", layer.rawValue), value: "1")
                case .failed: .init(labels: metricLabel("layer", layer.rawValue), value: "0")
                case .notReached, .notApplicable, .unknown: nil
                }
            }
        },
        MetricFamily("rdp_layer_duration_seconds", "How long a layer took, failed or not.") { target in
            Layer.allCases.compactMap { layer in
                target.outcome(of: layer).map {
                    .init(labels: metricLabel("layer", layer.rawValue), value: $0.microseconds.asSeconds)
                }
            }
        },
    ]

    private static let certificates: [MetricFamily<MetricTarget>] = [
        .value("rdp_cert_not_after_timestamp_seconds", "When the server's own certificate ends.") {
            $0.certificate?.leaf.notAfter?.asSeconds
        },
        .value("rdp_cert_self_signed", "Whether the certificate is signed by itself.") {
            $0.certificate.map { flag($0.leaf.isSelfSigned) }
        },
        .value("rdp_cert_name_match", "Whether the certificate is for the name that was asked for.") {
            $0.certificate.map { flag($0.nameMatch != .none) }
        },
        .value("rdp_cert_trusted", "Whether the certificate leads to a trusted authority; absent when undecided.") {
            $0.certificate.flatMap { $0.trust.kind == .undecided ? nil : flag($0.trust.isTrusted) }
        },
        .value("rdp_cert_changed_timestamp_seconds", "When another certificate was last seen, since the start.") {
            $0.memory?.certificates.changes.last?.at.asSeconds
        },
    ]

    private static let servers: [MetricFamily<MetricTarget>] = [
        .value(
            "rdp_through_gateway_success",
            "Whether the gateway works through which alone users reach a server; the server itself is not probed."
        ) { $0.isBehindGateway ? success($0) : nil },
        .info("rdp_selected_protocol_info", "The security protocol that the server chose.") { target in
            target.server?.snapshot?.x224?.facts?.selected.map {
                [("protocol", $0.names.joined(separator: " ").lowercased())]
            }
        },
        .value("rdp_negotiation_failure_code", "The code of RDP_NEG_FAILURE, when the server sent one.") { target in
            guard case .refused(let code) = target.server?.snapshot?.x224?.facts?.answer else { return nil }
            return String(code)
        },
        .value("rdp_nla_required", "Whether a connection without NLA is refused.") {
            $0.server?.snapshot?.nlaRequirement.map { flag($0 == .required) }
        },
        .value("rdp_server_clock_skew_seconds", "How far the server's clock is ahead of this one's.") {
            $0.security?.clockSkew.map { ($0.milliseconds * 1000).asSeconds }
        },
        .info("rdp_server_info", "What the server says it is.") { target in
            target.security.map {
                [
                    ("nb_computer", $0.computerName), ("dns_computer", $0.dnsComputerName),
                    ("dns_domain", $0.dnsDomainName), ("os_build", $0.build?.description),
                ]
            }
        },
    ]

    private static let gateways: [MetricFamily<MetricTarget>] = [
        .value("rdp_gateway_http_status", "The HTTP status of the gateway's answer to RDG_OUT_DATA.") {
            $0.gateway?.snapshot?.transport?.facts?.status.map { String($0) }
        },
        .value("rdp_gateway_websocket", "Whether the gateway answers a WebSocket upgrade without a failure.") {
            $0.gateway?.snapshot?.webSocket.map { flag($0.failure == nil) }
        },
    ]
}

extension Instant {
    /// Unix time in seconds with milliseconds, such as `1795426200.000`.
    fileprivate var asSeconds: String { milliseconds.asMilliseconds }
}
