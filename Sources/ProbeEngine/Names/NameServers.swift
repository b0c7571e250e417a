internal import FleetModel
internal import Glibc

/// The name servers, as one thing that is asked and answers.
///
/// A name server that answers SERVFAIL, NOTIMP or REFUSED is passed over for the next one, as every stub resolver does.
/// When all of them do, c-ares 1.18 forgets the code; so that question goes out once more through a channel that takes
/// the first answer for what it is, and its code is reported.
final class NameServers {
    /// The queries that were under way when `close` was called.
    private(set) var abandoned: [ResolutionMachine.Query] = []
    private let usual: AresChannel
    private let plain: AresChannel

    /// Asks `servers`, or those that the file at `resolverFile` names when there are none.
    init(_ servers: [SocketEndpoint], resolverFile: String) throws(ResolverStartError) {
        usual = try AresChannel(servers: servers, resolverFile: resolverFile, errorCodes: .passOver)
        plain = try AresChannel(servers: servers, resolverFile: resolverFile, errorCodes: .report)
    }

    /// Sends a query; its reply will be in `takeEnded`.
    func send(_ query: ResolutionMachine.Query) {
        usual.send(query)
    }

    /// Takes the replies that have come since the last call, and sends what must be asked again.
    func takeEnded() -> [(query: ResolutionMachine.Query, reply: QueryReply)] {
        var replies: [(query: ResolutionMachine.Query, reply: QueryReply)] = []
        for (query, ending) in usual.takeEnded() {
            switch ending {
            case .reply(let reply): replies.append((query, reply))
            case .noUsableReply: plain.send(query)
            case .abandoned: abandoned.append(query)
            }
        }
        for (query, ending) in plain.takeEnded() {
            switch ending {
            case .reply(let reply): replies.append((query, reply))
            case .noUsableReply(let microseconds): replies.append((query, .silence(microseconds: microseconds)))
            case .abandoned: abandoned.append(query)
            }
        }
        return replies
    }

    /// The sockets to watch.
    var sockets: [pollfd] { usual.sockets + plain.sockets }

    /// How long the sockets may be left alone, in milliseconds; nil when nothing is under way.
    var patience: Int32? { [usual.patience, plain.patience].compactMap(\.self).min() }

    /// Reads, writes and ends what has waited too long.
    func advance(_ ready: some Sequence<pollfd>) {
        usual.advance(ready)
        plain.advance(ready)
    }

    /// Closes all sockets; the queries under way are in `abandoned`.
    func close() {
        usual.close()
        plain.close()
        _ = takeEnded()
    }
}
