internal import FleetModel
internal import Glibc

/// The name servers, as one thing that is asked and answers.
///
/// Silence goes to the next name server, three rounds. An error code (SERVFAIL, NOTIMP, REFUSED) is kept, and when there
/// is more than one name server each is asked once more, as every stub resolver does: c-ares passes error codes over for
/// the next one there and forgets them (1.18), so the code that was kept is the reply when nobody has an answer.
final class NameServers {
    /// The queries that were under way when `close` was called.
    private(set) var abandoned: [ResolutionMachine.Query] = []
    private let first: AresChannel
    private let second: AresChannel
    /// The error codes of queries that are being asked a second time.
    private var kept: [ResolutionMachine.Query: DNSAnswer] = [:]
    /// When each query under way was first asked; only needed where there may be a second time.
    private var began: [ResolutionMachine.Query: ContinuousClock.Instant] = [:]

    /// Asks `servers`, or those that the file at `resolverFile` names when there are none.
    init(_ servers: [SocketEndpoint], resolverFile: String) throws(ResolverStartError) {
        first = try AresChannel(servers: servers, resolverFile: resolverFile, errorCodes: .report)
        second = try AresChannel(servers: servers, resolverFile: resolverFile, errorCodes: .passOver)
    }

    /// Sends a query; its reply will be in `takeEnded`.
    func send(_ query: ResolutionMachine.Query) {
        let now = ContinuousClock.now
        if first.serverCount > 1 { began[query] = now }
        first.send(query, began: now)
    }

    /// Takes the replies that have come since the last call, and sends what must be asked again.
    func takeEnded() -> [(query: ResolutionMachine.Query, reply: QueryReply)] {
        var replies: [(query: ResolutionMachine.Query, reply: QueryReply)] = []
        for (query, ending) in first.takeEnded() {
            let began = began.removeValue(forKey: query)
            switch ending {
            case .reply(.answer(let answer)):
                if let began, answer.isErrorOfTheServer {
                    kept[query] = answer
                    second.send(query, began: began)
                } else {
                    replies.append((query, .answer(answer)))
                }
            case .reply(let reply): replies.append((query, reply))
            case .noUsableReply(let microseconds): replies.append((query, .silence(microseconds: microseconds)))
            case .abandoned: abandoned.append(query)
            }
        }
        for (query, ending) in second.takeEnded() {
            let error = kept.removeValue(forKey: query).map(QueryReply.answer)
            switch ending {
            case .reply(.answer(let answer)): replies.append((query, .answer(answer)))
            case .reply(let reply): replies.append((query, error ?? reply))
            case .noUsableReply(let microseconds):
                replies.append((query, error ?? .silence(microseconds: microseconds)))
            case .abandoned: abandoned.append(query)
            }
        }
        return replies
    }

    /// The sockets to watch.
    var sockets: [pollfd] { first.sockets + second.sockets }

    /// How long the sockets may be left alone, in milliseconds; nil when nothing is under way.
    var patience: Int32? { [first.patience, second.patience].compactMap(\.self).min() }

    /// Reads, writes and ends what has waited too long.
    func advance(_ ready: some Sequence<pollfd>) {
        first.advance(ready)
        second.advance(ready)
    }

    /// Closes all sockets; the queries under way are in `abandoned`.
    func close() {
        first.close()
        second.close()
        _ = takeEnded()
    }
}

extension DNSAnswer {
    /// SERVFAIL, NOTIMP or REFUSED (RFC 1035, 4.1.1): it says something of the name server and nothing of the name.
    fileprivate var isErrorOfTheServer: Bool { responseCode == 2 || responseCode == 4 || responseCode == 5 }
}
