internal import FleetModel
internal import Glibc

/// The resolver's thread: sleeps in poll(2) on c-ares' sockets, the wake pipe and the next deadline.
///
/// Made by the thread that starts the resolver and then used by its own thread alone.
final class ResolverLoop {
    private let queue: ResolverQueue
    private let servers: [SocketEndpoint]
    private let resolverPath: String
    private let now: @Sendable () -> Instant
    private var nameServers: NameServers
    private var machine: ResolutionMachine
    private var resolverFile: WatchedFile
    private var hostsFile: WatchedFile
    private var hosts = HostsFile.empty
    private var pending: [Int: PendingAnswer<Resolution>] = [:]

    init(
        queue: ResolverQueue, servers: [SocketEndpoint], hostsPath: String, resolverPath: String,
        now: @escaping @Sendable () -> Instant
    ) throws(ResolverStartError) {
        self.queue = queue
        self.servers = servers
        self.resolverPath = resolverPath
        self.now = now
        nameServers = try NameServers(servers, resolverFile: resolverPath)
        machine = ResolutionMachine(hasRoute: AddressOrder.systemHasRoute)
        resolverFile = WatchedFile(path: resolverPath)
        hostsFile = WatchedFile(path: hostsPath)
        if let text = resolverFile.changedText(at: .now) { machine.settings = ResolverSettings(parsing: text) }
    }

    /// Starts the thread, which keeps the loop until the queue is closed.
    static func start(_ loop: sending ResolverLoop) throws(ResolverStartError) {
        let argument = Unmanaged.passRetained(loop)
        var thread = pthread_t()
        let status = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<ResolverLoop>.fromOpaque(argument).takeRetainedValue().run()
                return nil
            }, argument.toOpaque())
        guard status == 0 else {
            argument.release()
            throw .system(call: "pthread_create", number: status)
        }
        pthread_detach(thread)
    }

    private func run() {
        // Signals are for the threads that wait for them; SIGPIPE on a name server's TCP connection is for nobody.
        var signals = sigset_t()
        sigfillset(&signals)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        while let messages = queue.take() {
            if !messages.isEmpty { reread() }
            for message in messages { perform(actions(for: message)) }
            perform(machine.elapsed(at: moment()))
            wait()
        }
        nameServers.close()
        for answer in pending.values { answer.give(.cancelled("")) }
    }

    private func moment() -> ResolutionMachine.Moment {
        ResolutionMachine.Moment(tick: .now, wall: now())
    }

    private func actions(for message: ResolverQueue.Message) -> [ResolutionMachine.Action] {
        switch message {
        case .ask(let name, let id, let answer, let deadline):
            pending[id] = answer
            let listed = hosts.addresses(of: name)
            guard listed.isEmpty else { return [.finish(id, machine.resolution(of: name, inHostsFile: listed))] }
            return machine.ask(name, waiter: id, deadline: deadline, at: moment())
        case .cancel(let id):
            pending[id] = nil
            machine.cancel(id)
            return []
        }
    }

    /// Does what the machine wants, and what follows from that.
    private func perform(_ actions: [ResolutionMachine.Action]) {
        var actions = actions
        while true {
            for action in actions {
                switch action {
                case .send(let query): nameServers.send(query)
                case .finish(let waiter, let resolution): pending.removeValue(forKey: waiter)?.give(resolution)
                }
            }
            let ended = nameServers.takeEnded()
            guard !ended.isEmpty else { return }
            actions = ended.flatMap { machine.answered($0.query, $0.reply, at: moment()) }
        }
    }

    private func wait() {
        var sockets = nameServers.sockets
        sockets.append(pollfd(fd: queue.readEnd, events: Int16(POLLIN), revents: 0))
        var timeout = nameServers.patience ?? -1
        if let deadline = machine.nextDeadline {
            // One more, because microseconds are rounded down.
            let left = Int32(clamping: ContinuousClock.now.microseconds(to: deadline) / 1000 + 1)
            timeout = timeout < 0 ? left : min(timeout, left)
        }
        _ = poll(&sockets, nfds_t(sockets.count), timeout)
        nameServers.advance(sockets.dropLast())
        perform([])
    }

    /// Reads the files again when they have changed; new name servers take over the queries under way.
    private func reread() {
        if let text = hostsFile.changedText(at: .now) { hosts = HostsFile(parsing: text) }
        guard let text = resolverFile.changedText(at: .now) else { return }
        machine.settings = ResolverSettings(parsing: text)
        guard servers.isEmpty, let fresh = try? NameServers([], resolverFile: resolverPath) else { return }
        let old = nameServers
        nameServers = fresh
        old.close()
        for query in old.abandoned { fresh.send(query) }
    }
}
