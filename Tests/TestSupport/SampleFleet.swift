package import FleetModel

/// A fleet in code: every situation that a rule knows, at one fixed moment.
package enum SampleFleet {
    /// The moment at which everything here is judged: 2026-11-23T09:30:00Z.
    package static let now = Instant(milliseconds: 1_795_426_200_000)

    /// When the probes of the samples ended: twenty seconds earlier.
    package static let probed = now - .seconds(20)

    /// A dozen servers in many states, for screens and reports.
    package static let dozen: [ServerSample] = [
        .healthy("rdsh-fra-001.corp.example", "10.20.4.1"),
        .tcpRefused("rdsh-fra-002.corp.example", "10.20.4.2"),
        .tcpTimeout("rdsh-sin-002.corp.example", "10.40.1.2"),
        .noSuchName("rdsh-nyc-101.corp.example"),
        .certificateExpired("rdsh-nyc-003.corp.example", "10.30.2.3"),
        .certificateExpiringSoon("rdsh-nyc-004.corp.example", "10.30.2.4"),
        .tlsCut("rdsh-nyc-009.corp.example", "10.30.2.9"),
        .renewalFailed("rdsh-lab-001.corp.example", "10.50.0.1"),
        .selfSigned("rdsh-lab-002.corp.example", "10.50.0.2"),
        .notRDPHTTP("intranet.corp.example", "10.20.0.80"),
        .oldTLS("rdsh-lab-003.corp.example", "10.50.0.3"),
        .standardOnly("kiosk-07.corp.example", "10.60.7.7"),
        .ourFault("rdsh-fra-003.corp.example", "10.20.4.3"),
        .notProbed("rdsh-sin-009.corp.example"),
        .healthy("rdsh-fra-004.corp.example", "10.20.4.4"),
        .nlaNotOffered("rdsh-fra-020.corp.example", "10.20.4.20"),
    ]

    /// The same for other tests of rows: `count` servers, most of them healthy, some with the dozen's troubles.
    package static func many(_ count: Int) -> [ServerStatus] {
        (0..<count).map { index in
            let digits = String(index)
            let name = "rdsh-" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits + ".corp.example"
            let address = "10.\(index / 65_025 % 250).\(index / 255 % 255).\(index % 255 + 1)"
            switch index % 23 {
            case 7: return ServerSample.tcpRefused(name, address).status
            case 11: return ServerSample.certificateExpiringSoon(name, address).status
            case 19: return ServerSample.tlsCut(name, address).status
            default: return ServerSample.healthy(name, address).status
            }
        }
    }

    /// Servers that try to break whatever shows them.
    package static let hostile: [ServerSample] = [
        .hostileCertificate("rdsh-evil-001.corp.example", "10.66.6.1"),
        .hostileBanner("rdsh-evil-002.corp.example", "10.66.6.2"),
    ]
}
