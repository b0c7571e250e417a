internal import FleetModel

/// What became of one query for one kind of record.
enum QueryReply: Sendable, Hashable {
    /// A message that could be read.
    case answer(DNSAnswer)
    /// A message that could not be read, after so many microseconds.
    case garbage(microseconds: Int64)
    /// No message, after so many microseconds.
    case silence(microseconds: Int64)

    /// The same as a fact; without a response code when there was no message that could be read.
    var answer: DNSAnswer {
        switch self {
        case .answer(let answer): answer
        case .garbage(let microseconds), .silence(let microseconds):
            DNSAnswer(responseCode: nil, microseconds: microseconds)
        }
    }

    /// Whether it settles the matter alone: addresses, or NXDOMAIN, which holds for every type (RFC 8020).
    var isDecisive: Bool {
        guard case .answer(let answer) = self else { return false }
        return !answer.addresses.isEmpty || answer.responseCode == 3
    }
}
