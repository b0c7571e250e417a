import LabSupport

/// A fleet of xrdp, freerdp-shadow and a port that nobody listens on, each with something else to show.
struct RealFleet: Sendable {
    /// What the board should say of a server.
    struct Row: Sendable {
        /// The first label of its name below `lab.test`.
        let label: String
        /// The cells of D, T, X, S, C and N. The addresses stand in the file.
        let signs: String
        let state: String
    }

    static let rows = [
        Row(label: "ts-good", signs: "-∙∙∙∙-", state: "ok"),
        Row(label: "ts-expired", signs: "-∙∙∙E-", state: "DOWN"),
        Row(label: "ts-keyless", signs: "-∙P:::", state: "DOWN"),
        Row(label: "ts-standard", signs: "-∙!---", state: "WARN"),
        Row(label: "ts-nla", signs: "-∙∙∙∙∙", state: "ok"),
        Row(label: "ts-old", signs: "-∙P:::", state: "DOWN"),
        Row(label: "ts-shut", signs: "-R::::", state: "DOWN"),
    ]

    /// The working directory, with the fleet in `hosts.yaml`.
    let folder: ScratchFolder
    /// Keeps the servers alive.
    private let servers: [any Sendable]

    /// Starts the servers; they listen when this returns.
    init() async throws {
        let authority = LabAuthority.shared
        let good = try await XrdpServer.start(.tls, certificate: authority.certificate(.valid(for: "ts-good.lab.test")))
        let expired = try await XrdpServer.start(
            .tls, certificate: authority.certificate(.expired(for: "ts-expired.lab.test")))
        let keyless = try await XrdpServer.start(.tls, key: .unreadable)
        let standard = try await XrdpServer.start(.rdp)
        let nla = try await ShadowServer.start(
            .nla, certificate: authority.certificate(.withoutIntermediate(for: "ts-nla.lab.test")))
        let old = try await ShadowServer.start(.rdp)
        servers = [good, expired, keyless, standard, nla, old]

        let endpoints = [
            good.endpoint, expired.endpoint, keyless.endpoint, standard.endpoint, nla.endpoint, old.endpoint,
            try LoopbackEndpoint.free(),
        ]
        let hosts = zip(Self.rows, endpoints).map { row, endpoint in
            "  - {name: \(row.label).lab.test, address: \(endpoint.address), port: \(endpoint.port)}"
        }
        folder = try ScratchFolder()
        try folder.write(text(ofFile: try await authority.rootCertificate()), to: "root.pem")
        // Nobody listens there, so that no question for a name leaves this machine.
        let lines = ["defaults: {ca: [root.pem]}", "resolvers: [\"127.0.0.1:1\"]", "hosts:"] + hosts
        try folder.write(lines.joined(separator: "\n") + "\n", to: "hosts.yaml")
    }
}
