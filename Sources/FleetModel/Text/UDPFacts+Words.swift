extension UDPFacts {
    /// What came back: `answers with version 3` or `no answer to 2 datagrams`.
    package var words: String {
        guard let answered else { return "no answer to \(datagrams) \(datagrams == 1 ? "datagram" : "datagrams")" }
        let asked = answered == requested ? "" : ", asked for \(requested.name)"
        return "answers with version \(answered.name) of RDP-UDP\(asked)"
    }
}
