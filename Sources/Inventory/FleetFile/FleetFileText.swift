package import FleetModel
import Yams

/// A fleet written as a fleet file, for other programs to read.
package enum FleetFileText {
    /// The file that `FleetFile.parse` reads as this fleet again, but for its name.
    ///
    /// - Parameter fleet: One that a file can hold: its names and texts are such as `FleetFile.parse` takes.
    /// - Returns: YAML, one mapping of one line for each server.
    /// - Throws: An error of the emitter, which has no reason to fail but memory.
    package static func text(of fleet: Fleet) throws -> String {
        var fields: [Field] = []
        if !fleet.resolvers.isEmpty { fields.append(("resolvers", list(fleet.resolvers.map(\.description)))) }
        if !fleet.gateways.isEmpty { fields.append(("gateways", .sequence(.init(fleet.gateways.map(gateway))))) }
        fields.append(("hosts", .sequence(.init(fleet.servers.map(host)))))
        // A negative width: lines are never folded.
        return try serialize(node: mapping(fields, .block), width: -1, allowUnicode: true)
    }

    private typealias Field = (key: String, value: Node)

    private static func gateway(_ gateway: Gateway) -> Node {
        let host = gateway.host.contains(":") ? "[\(gateway.host)]" : gateway.host
        var fields = [("name", text(gateway.name)), ("address", text("\(host):\(gateway.port)"))]
        if let address = gateway.address { fields.append(("connect", text(address.description))) }
        if gateway.datagramPort != Gateway.defaultDatagramPort {
            fields.append(("udp", text(gateway.datagramPort.map { String($0) } ?? "false")))
        }
        return mapping(fields + policy(gateway.policy))
    }

    private static func host(_ server: Server) -> Node {
        var fields = [("name", text(server.name)), ("port", text(String(server.port)))]
        func add(_ key: String, _ value: String?) {
            if let value { fields.append((key, text(value))) }
        }
        add("address", server.address?.description)
        add("site", server.site)
        add("owner", server.owner)
        if !server.tags.isEmpty { fields.append(("tags", list(server.tags))) }
        add("runbook", server.runbook)
        add("gateway", server.gateway)
        if server.path != .direct { add("path", server.path.rawValue) }
        return mapping(fields + policy(server.policy))
    }

    private static func policy(_ policy: ProbePolicy) -> [Field] {
        var fields: [Field] = [
            ("interval", span(policy.interval)), ("timeout", span(policy.timeout)),
            (
                "certificate",
                mapping([("warn", span(policy.certificateWarning)), ("critical", span(policy.certificateCritical))])
            ),
        ]
        if !policy.authorities.isEmpty { fields.append(("ca", list(policy.authorities))) }
        if let pin = policy.pin { fields.append(("pin", text(pin))) }
        var expected: [Field] = []
        if let nla = policy.expectedNLA { expected.append(("nla", text(nla.rawValue))) }
        if let udp = policy.expectedUDP { expected.append(("udp", text(String(udp)))) }
        if policy.expectsTrustedCertificate { expected.append(("certificate", text("trusted"))) }
        if !expected.isEmpty { fields.append(("expect", mapping(expected))) }
        return fields
    }

    // MARK: Nodes

    private static func mapping(_ fields: [Field], _ style: Node.Mapping.Style = .flow) -> Node {
        .mapping(.init(fields.map { (text($0.key), $0.value) }, .implicit, style))
    }

    private static func list(_ texts: [String]) -> Node {
        .sequence(.init(texts.map(text), .implicit, .flow))
    }

    private static func span(_ span: Span) -> Node { text(SpanText.text(of: span)) }

    private static func text(_ text: String) -> Node { .scalar(.init(text)) }
}
