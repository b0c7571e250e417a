/// Every situation of a server in which something must be said.
///
/// A rule that can make a headline has a row here; `TruthTableTests` finds out when one has none.
extension Situation where Facts == ServerFacts {
    static let ofServers: [Situation] =
        names + ports + paths + ourSides + requests + refusals + handshakes + offers + certificates + logOns + memories
        + others
}
