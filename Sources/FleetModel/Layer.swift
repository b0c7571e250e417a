/// One rung of the ladder a Remote Desktop client climbs, in the order it climbs it.
package enum Layer: String, Sendable, Codable, CaseIterable, Comparable {
    case dns, ping, tcp, x224, tls, certificate, nla, udp, gateway

    /// The letter of the layer's column: `DPTXSCNUG`.
    package var letter: Character {
        switch self {
        case .dns: "D"
        case .ping: "P"
        case .tcp: "T"
        case .x224: "X"
        case .tls: "S"
        case .certificate: "C"
        case .nla: "N"
        case .udp: "U"
        case .gateway: "G"
        }
    }

    /// The name of the layer in a sentence or a heading.
    package var title: String {
        switch self {
        case .dns: "DNS"
        case .ping: "Ping"
        case .tcp: "TCP"
        case .x224: "X.224"
        case .tls: "TLS"
        case .certificate: "Certificate"
        case .nla: "NLA"
        case .udp: "UDP"
        case .gateway: "Gateway"
        }
    }

    /// The layer that must have passed before this one can be tried; nil when nothing is needed.
    package var need: Layer? {
        switch self {
        case .dns, .gateway: nil
        case .ping, .tcp: .dns
        case .x224, .udp: .tcp
        case .tls: .x224
        case .certificate, .nla: .tls
        }
    }

    /// The layer's place in the ladder, 0 to 8.
    package var index: Int {
        switch self {
        case .dns: 0
        case .ping: 1
        case .tcp: 2
        case .x224: 3
        case .tls: 4
        case .certificate: 5
        case .nla: 6
        case .udp: 7
        case .gateway: 8
        }
    }

    /// Whether `left` comes before `right` in the ladder's order.
    package static func < (left: Layer, right: Layer) -> Bool { left.index < right.index }
}
