import FleetModel

extension ForecastTable {
    /// A TCP connection.
    static let connections: [ForecastRule] = [
        ForecastRule("tcp-refused") { seen in
            guard seen.failure(at: .tcp) == .refused else { return nil }
            return .stops(
                "\(seen.server.tcpPort) refuses", "The connection to \(seen.server.tcpPort) is refused.",
                [UserCode(0x204)])
        },
        ForecastRule("tcp-silent") { seen in
            guard seen.failure(at: .tcp) == .timedOut else { return nil }
            return .stops(
                "\(seen.server.tcpPort) does not answer",
                "\(seen.server.tcpPort) does not answer: the host is off, or a firewall drops the packets.",
                [UserCode(0x108), UserCode(0x204)])
        },
        ForecastRule("tcp-unreachable") { seen in
            guard case .unreachable = seen.failure(at: .tcp) else { return nil }
            return .stops(
                "the server cannot be reached", "The network says that the server cannot be reached.",
                [UserCode(0x204)])
        },
        ForecastRule("tcp-failed") { seen in
            guard let failure = seen.failure(at: .tcp) else { return nil }
            guard failure.letter != nil else {
                return .unknown("this machine could not connect", "This machine could not connect: \(failure.words).")
            }
            return .stops(
                "the connection fails", "The connection fails: \(failure.words).", [UserCode(0x204)], .possible)
        },
        ForecastRule("tcp-connects") { seen in
            guard let peer = seen.snapshot?.tcp?.facts?.peer else { return nil }
            return .passes("\(peer) takes the connection.")
        },
    ]
}
