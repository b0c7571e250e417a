import FleetModel
import Yams

/// Walks the composed nodes of a fleet file from top to bottom and gathers servers, gateways and mistakes.
struct FleetFileReader: NodeReader {
    private let folder: String
    /// What stands under `gateways:`, until the defaults are known.
    var entries: [GatewayEntry] = []
    private(set) var gateways: [Gateway] = []
    private(set) var resolvers: [SocketEndpoint] = []
    var collector: ServerCollector

    init(file: String, folder: String) {
        self.folder = folder
        collector = ServerCollector(file: file)
    }

    /// Notes a mistake.
    mutating func refuse(_ text: String, at place: SourcePlace?) { collector.refuse(text, at: place) }

    /// Reads the whole file.
    mutating func read(_ root: Node) {
        guard let top = fields(of: root, in: FleetFileParts.file) else { return }
        for node in items(top["resolvers"], key: "resolvers") { readResolver(node) }
        for node in items(top["gateways"], key: "gateways") { readGateway(node) }
        var defaults = FleetSettings()
        if let node = top["defaults"], let fields = fields(of: node, in: FleetFileParts.defaults) {
            defaults = settings(fields, over: FleetSettings(), at: node)
        }
        gateways = entries.map { gateway($0, defaults: defaults) }
        for node in items(top["groups"], key: "groups") { readGroup(node, defaults: defaults) }
        for node in items(top["hosts"], key: "hosts") { readHost(node, settings: defaults) }
    }

    private mutating func readResolver(_ node: Node) {
        guard let text = string(node, key: "resolvers") else { return }
        do throws(TargetText.Mistake) {
            let target = try TargetText.parse(text)
            guard let address = IPAddress(target.name) else {
                return refuse("a resolver is given by its address, not by a name", at: node)
            }
            resolvers.append(SocketEndpoint(address: address, port: target.port ?? 53))
        } catch {
            refuse(error.text, at: node)
        }
    }

    private mutating func readGroup(_ node: Node, defaults: FleetSettings) {
        guard let fields = fields(of: node, in: FleetFileParts.group) else { return }
        var settings = settings(fields, over: defaults, at: node)
        if let name = fields["name"] {
            if let text = label(name, key: "name"), settings.site == nil { settings.site = text }
        } else {
            refuse("a group needs a name", at: node)
        }
        if fields["hosts"] == nil { refuse("a group needs hosts", at: node) }
        for host in items(fields["hosts"], key: "hosts") { readHost(host, settings: settings) }
    }

    private mutating func readHost(_ node: Node, settings inherited: FleetSettings) {
        if case .scalar = node {
            guard let pattern = string(node, key: "hosts") else { return }
            return collector.add(pattern: pattern, at: place(node)) {
                inherited.server($0, address: nil, pin: nil)
            }
        }
        guard let fields = fields(of: node, in: FleetFileParts.host) else { return }
        let settings = settings(fields, over: inherited, at: node)
        let address = fields["address"].flatMap { ipAddress($0) }
        let pin = fields["pin"].flatMap { sha256($0) }
        guard let nameNode = fields["name"] else { return refuse("a host needs a name", at: node) }
        guard let pattern = string(nameNode, key: "name") else { return }
        if address != nil || pin != nil, pattern.contains("["), IPAddress(pattern) == nil, !pattern.hasPrefix("[") {
            return refuse("a range cannot have one address or one pin for all its servers", at: nameNode)
        }
        collector.add(pattern: pattern, at: place(nameNode)) { settings.server($0, address: address, pin: pin) }
    }

    // MARK: Settings

    private mutating func settings(
        _ fields: [String: Node], over inherited: FleetSettings, at node: Node
    ) -> FleetSettings {
        var own = FleetSettings()
        own.port = fields["port"].flatMap { port($0) }
        own.site = fields["site"].flatMap { label($0, key: "site") }
        own.owner = fields["owner"].flatMap { label($0, key: "owner") }
        own.runbook = fields["runbook"].flatMap { label($0, key: "runbook") }
        own.tags = items(fields["tags"], key: "tags").compactMap { label($0, key: "tags") }
        own.gateway = fields["gateway"].flatMap { gateway($0) }
        own.path = fields["path"].flatMap { choice($0, key: "path", of: AccessPath.self) }
        readProbing(fields, into: &own)
        readExpectations(fields["expect"], into: &own)
        let result = inherited.overlaid(by: own)
        checkThresholds(result, at: fields["certificate"] ?? node)
        let path = result.path ?? .direct
        if path != .direct, result.gateway == nil {
            refuse("path: \(path.rawValue) needs a gateway:", at: fields["path"] ?? node)
        }
        return result
    }

    /// How often and how long to probe, whom to trust and when to warn: what servers and gateways have in common.
    mutating func readProbing(_ fields: [String: Node], into own: inout FleetSettings) {
        own.interval = fields["interval"].flatMap { interval($0) }
        own.timeout = fields["timeout"].flatMap { span($0, key: "timeout") }
        own.authorities = fields["ca"].map { node in
            items(node, key: "ca").compactMap { string($0, key: "ca") }.map(absolute)
        }
        readThresholds(fields["certificate"], into: &own)
    }

    /// A warning that comes after the critical one is a slip.
    mutating func checkThresholds(_ settings: FleetSettings, at node: Node) {
        guard let warning = settings.certificateWarning, let critical = settings.certificateCritical,
            critical > warning
        else { return }
        refuse("certificate: critical must not be longer than warn", at: node)
    }

    private mutating func readThresholds(_ node: Node?, into settings: inout FleetSettings) {
        guard let node, let fields = fields(of: node, in: FleetFileParts.certificate) else { return }
        settings.certificateWarning = fields["warn"].flatMap { span($0, key: "warn") }
        settings.certificateCritical = fields["critical"].flatMap { span($0, key: "critical") }
    }

    private mutating func readExpectations(_ node: Node?, into settings: inout FleetSettings) {
        guard let node, let fields = fields(of: node, in: FleetFileParts.expectations) else { return }
        settings.expectedNLA = fields["nla"].flatMap { choice($0, key: "nla", of: NLAExpectation.self) }
        settings.expectedUDP = fields["udp"].flatMap { truth($0, key: "udp") }
        if let certificate = fields["certificate"] {
            settings.expectsTrustedCertificate =
                choice(certificate, key: "certificate", of: CertificateExpectation.self).map { $0 == .trusted }
        }
    }

    private mutating func interval(_ node: Node) -> Span? {
        guard let interval = span(node, key: "interval") else { return nil }
        guard interval >= ProbePolicy.intervalFloor else {
            refuse("interval: the shortest is 5s", at: node)
            return nil
        }
        return interval
    }

    private mutating func gateway(_ node: Node) -> String? {
        guard let name = label(node, key: "gateway") else { return nil }
        guard let entry = entries.first(where: { $0.gateway.id == name.lowercased() }) else {
            refuse("there is no gateway \"\(name)\" under gateways:", at: node)
            return nil
        }
        return entry.gateway.name
    }

    /// An address to connect to.
    mutating func ipAddress(_ node: Node, key: String = "address") -> IPAddress? {
        guard let text = string(node, key: key) else { return nil }
        if let address = IPAddress(text) { return address }
        refuse("\(key): \"\(CleanText.clean(text, limit: 80))\" is not an IP address", at: node)
        return nil
    }

    /// The fingerprint of a certificate in lower-case digits.
    mutating func sha256(_ node: Node) -> String? {
        guard let text = string(node, key: "pin") else { return nil }
        let digits = text.lowercased().filter { $0 != ":" }
        guard digits.utf8.count == 64, digits.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
        else {
            refuse("pin: is a SHA-256, 64 hexadecimal digits", at: node)
            return nil
        }
        return digits
    }

    private func absolute(_ path: String) -> String {
        path.hasPrefix("/") || folder.isEmpty ? path : folder + "/" + path
    }
}

/// What `expect: {certificate: …}` may say.
enum CertificateExpectation: String, CaseIterable {
    case trusted, any
}
