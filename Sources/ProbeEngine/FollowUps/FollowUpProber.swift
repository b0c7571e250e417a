package import FleetModel

/// Does what follows a probe, each thing by itself: the companion connection, datagrams, names, variants.
package struct FollowUpProber: Sendable {
    private let runner: ProbeRunner
    private let companion: CompanionProbe
    private let variants: VariantProbe
    private let datagrams: RDPUDPProbe
    private let names: NameCheckProbe
    private let audit: (@Sendable (AuditEntry) -> Void)?
    private let now: @Sendable () -> Instant

    /// Makes what all of them share.
    ///
    /// - Parameters:
    ///   - resolver: Finds the addresses of names.
    ///   - runner: Where the connections live.
    ///   - watch: The thread that reads datagrams.
    ///   - audit: Gets an entry for each connection and exchange; nil when nobody keeps them.
    ///   - wire: Gets the datagrams as they go; nil when nobody records. The runner tells of connections.
    ///   - now: The wall clock.
    /// - Throws: What stands against the wire form of a request.
    package init(
        resolver: any NameResolving, runner: ProbeRunner, watch: SocketWatch,
        audit: (@Sendable (AuditEntry) -> Void)? = nil,
        wire: WireObserver? = nil,
        now: @escaping @Sendable () -> Instant
    ) throws {
        self.runner = runner
        companion = try CompanionProbe(now: now)
        variants = VariantProbe(now: now)
        datagrams = RDPUDPProbe(watch: watch, wire: wire, now: now)
        names = NameCheckProbe(resolver: resolver, now: now)
        self.audit = audit
        self.now = now
    }

    /// Does one thing.
    ///
    /// Takes at most the policy's timeout and a second, and ends soon after its task is cancelled.
    ///
    /// - Parameters:
    ///   - followUp: What to do.
    ///   - server: To whom.
    ///   - snapshot: The last probe, which says where the server answered.
    ///   - observe: Gets each step as it happens, on the thread of the probe; must not block.
    ///   - wire: Gets what goes over the wire of this; nil when nobody records it.
    /// - Returns: The snapshot with what was seen put in; the same when the server has not been reached yet.
    package func perform(
        _ followUp: FollowUp, on server: Server, after snapshot: ServerSnapshot,
        observe: (@Sendable (ProbeStep) -> Void)? = nil, wire: WireObserver? = nil
    ) async -> ServerSnapshot {
        let began = now()
        var snapshot = snapshot
        switch followUp {
        case .name:
            guard let check = await names.resolve(server.name, ProbeTrace(observe)) else { return snapshot }
            snapshot.nameCheck = check
            if check.failure == nil { snapshot.lastNamed = check.at }
        case .lastAddress:
            guard let address = snapshot.lastReach?.address else { return snapshot }
            let peer = SocketEndpoint(address: address, port: server.port)
            let (observation, contacts) = await runner.run(observe: observe, wire: wire) { dialer in
                (await names.connect(to: peer, of: server, with: dialer), dialer.contacts.all)
            }
            snapshot.lastAddressCheck = observation
            note(contacts, began, server, .variant, depth: .tcp, result: observation.failure)
        case .companion:
            guard let peer = snapshot.tcp?.facts?.peer else { return snapshot }
            let (observation, contacts) = await runner.run(observe: observe, wire: wire) { dialer in
                (await companion.probe(server, at: peer, with: dialer), dialer.contacts.all)
            }
            snapshot.companion = observation
            note(contacts, began, server, .companion, depth: .x224, result: observation.failure)
        case .variant(let variant, let reason):
            guard snapshot.tcp?.facts?.peer != nil else { return snapshot }
            let last = snapshot
            let (attempt, contacts) = await runner.run(observe: observe, wire: wire) { dialer in
                (
                    await variants.attempt(variant, on: server, after: last, because: reason, with: dialer),
                    dialer.contacts.all
                )
            }
            snapshot = snapshot.appending(attempt, at: attempt.at)
            note(contacts, began, server, .variant, depth: attempt.reached, result: attempt.failure)
        case .udp:
            guard let peer = snapshot.tcp?.facts?.peer else { return snapshot }
            let trace = ProbeTrace(observe)
            trace.layer = .udp
            trace.tell(.began("RDP-UDP SYN to \(peer)"))
            let observation = await datagrams.probe(peer, wire: wire)
            trace.tell(.ended(observation.outcome))
            snapshot.udp = observation
            audit?(
                AuditEntry(
                    at: began, target: server.id.text, kind: .udp, peer: peer, local: observation.facts?.local,
                    depth: .udp, result: observation.failure))
        }
        return snapshot
    }

    private func note(
        _ contacts: [Contact], _ began: Instant, _ server: Server, _ kind: AuditEntry.Kind, depth: Layer,
        result: LayerFailure?
    ) {
        guard let audit else { return }
        for contact in contacts {
            let isConnected = contact.failure == nil
            audit(
                AuditEntry(
                    at: began, target: server.id.text, kind: kind, peer: contact.peer, local: contact.local,
                    depth: isConnected ? depth : .tcp, result: isConnected ? result : contact.failure))
        }
    }
}
