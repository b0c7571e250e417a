import FleetModel

/// What the rules of a forecast look at: a user's file, what was seen of its server and gateway, and the moment.
struct ForecastCase: Sendable {
    let file: ConnectionFile
    let status: ServerStatus
    /// nil when the file names no gateway, or it was not probed.
    let gateway: GatewayStatus?
    let now: Instant

    /// The last probe of the server.
    var snapshot: ServerSnapshot? { status.snapshot }

    /// Why a layer of the server failed; nil when it passed or was not tried.
    func failure(at layer: Layer) -> LayerFailure? { snapshot?.outcome(of: layer)?.failure }

    /// Whether the first failure may be this machine's fault, and says nothing of what users see.
    var isDoubtful: Bool {
        snapshot?.possiblyBlockedHere == true || status.judgement.state == .unknown && snapshot?.firstFailure != nil
    }

    /// The server as its own rules see it.
    var server: Case { Case(server: status.server, snapshot: snapshot, gateway: gateway, now: now) }

    /// The protocol that the server chose; nil when it chose none.
    var selected: SecurityProtocols? { failure(at: .x224) == nil ? snapshot?.x224?.facts?.selected : nil }

    /// Whether the server chose CredSSP.
    var choosesNLA: Bool { selected.map { !$0.isDisjoint(with: [.hybrid, .hybridEx]) } ?? false }

    /// Whether Kerberos may prove who the server is, so that nobody looks at its certificate: with NLA, for a computer of
    /// a domain that is connected to by name.
    var mayBeProvenByKerberos: Bool {
        file.usesCredSSP && choosesNLA && IPAddress(file.name) == nil && snapshot?.nla?.facts?.isDomainMember == true
    }
}
