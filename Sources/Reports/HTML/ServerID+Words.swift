import FleetModel

extension Server.ID {
    /// The identity as people write it: without the port that a server has anyway.
    var words: String {
        let ending = ":\(Server.defaultPort)"
        return text.hasSuffix(ending) ? String(text.dropLast(ending.count)) : text
    }
}
