import FleetModel

extension GatewayStatus {
    /// The gateway as a row among servers, for what reads rows: the filter, the order, the columns and the details. Up to
    /// TLS its layers are a server's.
    var asServer: ServerStatus {
        let server = Server(
            name: gateway.name, address: gateway.address, gateway: gateway.name, policy: gateway.policy)
        let seen = snapshot.map { snapshot in
            ServerSnapshot(
                server: server.id, began: snapshot.began, ended: snapshot.ended, dns: snapshot.dns, tcp: snapshot.tcp,
                tls: snapshot.tls, certificate: snapshot.certificate, consecutiveFailures: snapshot.consecutiveFailures,
                probes: snapshot.probes, sinceStart: snapshot.sinceStart)
        }
        return ServerStatus(server: server, snapshot: seen, judgement: judgement, since: since, previous: previous)
    }
}
