import Foundation

/// What `rdptop check --format json` wrote, as far as tests look at it; docs/report-schema.md describes it.
struct CheckReport: Decodable, Sendable {
    /// What `--format` takes.
    static let formats = [
        "text", "markdown", "handover", "html", "json", "jsonl", "csv", "junit", "nagios", "prometheus",
    ]

    struct Server: Decodable, Sendable {
        let name: String
        let tags: [String]
        let state: String
        let address: String?
        /// The gateway because of which it is down.
        let behind: String?
        /// The gateway that users come through.
        let gateway: String?
        let cells: [String: Cell]
        let layers: Layers
        let findings: [Finding]
        let certificate: Certificate?

        /// The nine cells in the order of the ladder.
        var signs: String {
            ["dns", "ping", "tcp", "x224", "tls", "certificate", "nla", "udp", "gateway"]
                .map { cells[$0]?.sign ?? "/" }
                .joined()
        }
    }

    struct Cell: Decodable, Sendable {
        let sign: String
        let letter: String?
    }

    struct Layers: Decodable, Sendable {
        let dns: Names?
        let tcp: Connecting?
        let x224: Negotiation?
        let tls: Handshake?
        let nla: Challenge?
        let ping: Echoes?
        let udp: Datagrams?
    }

    struct Connecting: Decodable, Sendable {
        let local: String?
    }

    struct Echoes: Decodable, Sendable {
        let target: String
        let method: String
        let sent: Int
        let received: Int
    }

    struct Datagrams: Decodable, Sendable {
        let peer: String
        let requested: String
        let answered: String?
        let datagrams: Int
    }

    struct Names: Decodable, Sendable {
        let a: Answer?
    }

    struct Answer: Decodable, Sendable {
        let code: Int?
        let aliases: [String]
        let addresses: [String]
    }

    struct Negotiation: Decodable, Sendable {
        let requested: [String]
        let selected: [String]?
        let code: Int?
        let flags: Int?
        let firstBytes: String?
    }

    struct Handshake: Decodable, Sendable {
        let version: String?
        let suite: String?
        let suiteNumber: Int?
    }

    struct Challenge: Decodable, Sendable {
        let answer: String
        let credsspVersion: Int?
        let target: String?
        let computer: String?
        let domain: String?
        let dnsComputer: String?
        let dnsDomain: String?
        let forest: String?
        let build: String?
        let serverClock: String?
        let clockSkewMs: Int?
        let roundTripUs: Int?
    }

    struct Finding: Decodable, Sendable {
        let rule: String
        let severity: String
        let confidence: String
        let medium: String
        let evidence: [String]
        let symptoms: [Symptom]
        let remedies: [Remedy]

        /// The codes that users may see because of it.
        var codes: [String] { symptoms.flatMap(\.codes) }
    }

    struct Symptom: Decodable, Sendable {
        let codes: [String]
    }

    struct Remedy: Decodable, Sendable {
        let rank: String
        let text: String
        let command: String?
    }

    struct Certificate: Decodable, Sendable {
        let leaf: Leaf
        let nameMatch: String
        let trust: String
        let problems: [String]
        let daysLeft: Int?
    }

    struct Leaf: Decodable, Sendable {
        let subject: String
        let serial: String
        let notBefore: String?
        let notAfter: String?
        let key: String
        let signature: String
        let sha256: String
    }

    /// One RD Gateway of the fleet.
    struct Gateway: Decodable, Sendable {
        let name: String
        let state: String
        let cells: [String: Cell]
        let findings: [Finding]
        let layers: Layers
        let certificate: Certificate?
        let transport: HTTPAnswer?
        let webSocket: HTTPAnswer?
        let rpc: HTTPAnswer?
        let dtls: DTLS?
    }

    struct HTTPAnswer: Decodable, Sendable {
        let status: Int?
        let schemes: [String]
        let server: String?
    }

    struct DTLS: Decodable, Sendable {
        let version: String?
        let suite: String?
    }

    struct Counts: Decodable, Sendable {
        let down: Int
        /// How many are down behind a gateway that is, by its name; none of them counts under `down`.
        let behind: [String: Int]
        let warning: Int
        let unknown: Int
        let ok: Int
        let total: Int
    }

    let schema: Int
    let counts: Counts
    let servers: [Server]
    /// Empty in a report without gateways.
    let gateways: [Gateway]?

    /// Reads the document.
    static func read(_ text: String) throws -> CheckReport {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(CheckReport.self, from: Data(text.utf8))
    }
}
