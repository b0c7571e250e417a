import FleetModel
import Yams

/// A gateway as it stands in the file: what the defaults say of it is not known yet, since they may name gateways.
struct GatewayEntry {
    /// With the standard policy.
    var gateway: Gateway
    /// What the entry itself says of probing.
    var settings: FleetSettings
    var pin: String?
    /// Where a contradiction between the entry and the defaults is shown.
    var place: Node
}

extension FleetFileReader {
    /// Reads one item under `gateways:`.
    mutating func readGateway(_ node: Node) {
        guard let fields = fields(of: node, in: FleetFileParts.gateway) else { return }
        var settings = FleetSettings()
        readProbing(fields, into: &settings)
        let connect = fields["connect"].flatMap { ipAddress($0, key: "connect") }
        let pin = fields["pin"].flatMap { sha256($0) }
        let udp = fields["udp"].map { datagramPort($0) } ?? Gateway.defaultDatagramPort
        guard let nameNode = fields["name"], let name = label(nameNode, key: "name") else {
            if fields["name"] == nil { refuse("a gateway needs a name", at: node) }
            return
        }
        guard !entries.contains(where: { $0.gateway.id == name.lowercased() }) else {
            return refuse("the gateway \"\(name)\" is listed twice", at: nameNode)
        }
        let addressNode = fields["address"] ?? nameNode
        guard let address = string(addressNode, key: "address") else { return }
        do throws(TargetText.Mistake) {
            let target = try TargetText.parse(address)
            let gateway = Gateway(
                name: name, host: target.name, port: target.port ?? 443, address: connect, datagramPort: udp)
            entries.append(
                GatewayEntry(gateway: gateway, settings: settings, pin: pin, place: fields["certificate"] ?? node))
        } catch {
            refuse(error.text, at: addressNode)
        }
    }

    /// The gateway of an entry with what the defaults say; `expect:` is of servers alone.
    mutating func gateway(_ entry: GatewayEntry, defaults: FleetSettings) -> Gateway {
        var shared = FleetSettings()
        shared.interval = defaults.interval
        shared.timeout = defaults.timeout
        shared.certificateWarning = defaults.certificateWarning
        shared.certificateCritical = defaults.certificateCritical
        shared.authorities = defaults.authorities
        let settings = shared.overlaid(by: entry.settings)
        if entry.settings.certificateWarning != nil || entry.settings.certificateCritical != nil {
            checkThresholds(settings, at: entry.place)
        }
        var gateway = entry.gateway
        gateway.policy = settings.policy(pin: entry.pin)
        return gateway
    }

    /// The port of DTLS; nil when it is not to be tried, or is none.
    private mutating func datagramPort(_ node: Node) -> UInt16? {
        guard let text = string(node, key: "udp"), text != "false" else { return nil }
        do throws(TargetText.Mistake) {
            return try TargetText.parsePort(text)
        } catch {
            refuse("udp: is the port of DTLS, such as \(Gateway.defaultDatagramPort), or false", at: node)
            return nil
        }
    }
}
