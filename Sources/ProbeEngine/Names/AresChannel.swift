internal import CAres
internal import FleetModel
internal import Glibc

/// One c-ares channel: queries in, replies out, and the sockets to watch between.
///
/// Lives on one thread only. c-ares sends each query to the name servers in turn, asks again by TCP when an answer was
/// cut (TC), and checks that an answer comes from the server and repeats the question. What an answer says is read by
/// `DNSResponse`, not by c-ares.
final class AresChannel {
    /// What to do with SERVFAIL, NOTIMP and REFUSED.
    enum ErrorCodes {
        /// Take them for the answer.
        case report
        /// Ask the next name server, each of them once; the codes are lost.
        case passOver
    }

    /// How a query ended.
    enum Ending {
        case reply(QueryReply)
        /// No name server gave an answer that c-ares takes: each had an error code, or could not be reached.
        case noUsableReply(microseconds: Int64)
        /// The channel was closed first.
        case abandoned
    }

    /// The first wait for each name server, in milliseconds; doubled with each round. With one name server a query goes
    /// out at 0, 0.5 and 1.5 s and ends at 3.5 s.
    static let firstTimeout: Int32 = 500
    /// How many rounds through the name servers when they are silent.
    static let rounds: Int32 = 3
    /// Room for the answers of a whole burst, in bytes; the system may give less.
    static let receiveBuffer: Int32 = 1 << 20

    /// The queries that have ended since somebody last took them.
    private(set) var ended: [(query: ResolutionMachine.Query, ending: Ending)] = []
    /// How many name servers it asks.
    private(set) var serverCount = 0
    private var channel: ares_channel?
    /// What to wait for on each socket, as poll(2) wants it.
    private var interest: [Int32: Int16] = [:]

    /// Opens a channel to `servers`, or to those that the file at `resolverFile` names when there are none.
    init(servers: [SocketEndpoint], resolverFile: String, errorCodes: ErrorCodes) throws(ResolverStartError) {
        guard libraryStatus == ARES_SUCCESS else { throw Self.error(libraryStatus) }
        var options = ares_options()
        switch errorCodes {
        case .report:
            options.flags = ARES_FLAG_NOCHECKRESP
            options.tries = Self.rounds
        case .passOver: options.tries = 1
        }
        options.timeout = Self.firstTimeout
        options.socket_receive_buffer_size = Self.receiveBuffer
        options.sock_state_cb = { data, socket, readable, writable in
            guard let data else { return }
            let channel = Unmanaged<AresChannel>.fromOpaque(data).takeUnretainedValue()
            let events = (readable != 0 ? Int16(POLLIN) : 0) | (writable != 0 ? Int16(POLLOUT) : 0)
            channel.interest[socket] = events == 0 ? nil : events
        }
        options.sock_state_cb_data = Unmanaged.passUnretained(self).toOpaque()
        let mask =
            ARES_OPT_FLAGS | ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES | ARES_OPT_SOCK_RCVBUF | ARES_OPT_SOCK_STATE_CB
            | ARES_OPT_RESOLVCONF | rdptop_without_query_cache(&options)
        var path = Array(resolverFile.utf8CString)
        let status = path.withUnsafeMutableBufferPointer { path in
            options.resolvconf_path = path.baseAddress
            return ares_init_options(&channel, &options, mask)
        }
        guard status == ARES_SUCCESS else { throw Self.error(status) }
        if !servers.isEmpty {
            let list = servers.map(\.description).joined(separator: ",")
            let outcome = ares_set_servers_ports_csv(channel, list)
            guard outcome == ARES_SUCCESS else { throw Self.error(outcome) }
        }
        serverCount = try count()
    }

    deinit { close() }

    /// Sends a query; how it ended will be in `ended`, which may be before this returns. Its times count from `began`.
    func send(_ query: ResolutionMachine.Query, began: ContinuousClock.Instant = .now) {
        guard let channel else {
            ended.append((query, .abandoned))
            return
        }
        let context = Unmanaged.passRetained(QueryContext(query, began: began, channel: self))
        ares_query(
            channel, query.name, Int32(1), Int32(query.family.recordType),
            { argument, status, _, bytes, count in
                guard let argument else { return }
                let context = Unmanaged<QueryContext>.fromOpaque(argument).takeRetainedValue()
                let message = bytes.map { Array(UnsafeBufferPointer(start: $0, count: Int(max(0, count)))) }
                context.end(status: status, message: message)
            }, context.toOpaque())
    }

    /// Takes the queries that have ended.
    func takeEnded() -> [(query: ResolutionMachine.Query, ending: Ending)] {
        defer { ended = [] }
        return ended
    }

    /// The sockets to watch.
    var sockets: [pollfd] { interest.map { pollfd(fd: $0.key, events: $0.value, revents: 0) } }

    /// How long c-ares may be left alone, in milliseconds, rounded up; nil when nothing is under way.
    var patience: Int32? {
        var time = timeval()
        guard let channel, ares_timeout(channel, nil, &time) != nil else { return nil }
        return Int32(clamping: time.tv_sec * 1000 + (time.tv_usec + 999) / 1000)
    }

    /// Reads, writes and ends what has waited too long.
    func advance(_ ready: some Sequence<pollfd>) {
        guard let channel else { return }
        for socket in ready where socket.revents != 0 {
            let isReadable = socket.revents & Int16(POLLIN | POLLERR | POLLHUP) != 0
            let isWritable = socket.revents & Int16(POLLOUT) != 0
            ares_process_fd(channel, isReadable ? socket.fd : -1, isWritable ? socket.fd : -1)
        }
        ares_process_fd(channel, -1, -1)
    }

    /// Closes all sockets; queries under way end as abandoned.
    func close() {
        guard let open = channel else { return }
        channel = nil
        ares_destroy(open)
    }

    private func count() throws(ResolverStartError) -> Int {
        var list: UnsafeMutablePointer<ares_addr_port_node>?
        let status = ares_get_servers_ports(channel, &list)
        guard status == ARES_SUCCESS else { throw Self.error(status) }
        defer { ares_free_data(list) }
        return sequence(first: list, next: { $0?.pointee.next }).prefix { $0 != nil }.count { _ in true }
    }

    private static func error(_ status: Int32) -> ResolverStartError {
        .cares(ares_strerror(status).map { String(cString: $0) } ?? "error \(status)")
    }

    /// What c-ares carries along for one query.
    private final class QueryContext {
        private let query: ResolutionMachine.Query
        private let channel: AresChannel
        private let began: ContinuousClock.Instant

        init(_ query: ResolutionMachine.Query, began: ContinuousClock.Instant, channel: AresChannel) {
            self.query = query
            self.began = began
            self.channel = channel
        }

        func end(status: Int32, message: [UInt8]?) {
            let elapsed = began.microseconds(to: .now)
            channel.ended.append((query, ending(status: status, message: message, elapsed: elapsed)))
        }

        private func ending(status: Int32, message: [UInt8]?, elapsed: Int64) -> Ending {
            if let message {
                guard let response = try? DNSResponse(message, family: query.family) else {
                    return .reply(.garbage(microseconds: elapsed))
                }
                let answer = DNSAnswer(
                    responseCode: response.code, addresses: response.addresses, aliases: response.aliases,
                    ttl: response.ttl, microseconds: elapsed)
                return .reply(.answer(answer))
            }
            switch status {
            case ARES_EDESTRUCTION: return .abandoned
            case ARES_ETIMEOUT: return .reply(.silence(microseconds: elapsed))
            default: return .noUsableReply(microseconds: elapsed)
            }
        }
    }
}

/// Makes the library ready, once, as ares_library_init(3) asks before anything else.
private let libraryStatus = ares_library_init(ARES_LIB_INIT_ALL)
