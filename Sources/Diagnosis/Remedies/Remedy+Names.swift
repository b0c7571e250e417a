import FleetModel

/// Steps about names and addresses that several rules share.
extension Remedy {
    static let askByHand = Remedy(
        .check, at: .here, "On the machine that runs rdptop, ask by hand and see which name server answers",
        run: "nslookup {server}", in: .sh)
    static let askOnClient = Remedy(
        .check, at: .client, "On a client, see what its own name servers and its hosts file say",
        run: "Resolve-DnsName {server}")
    static let ourNameServers = Remedy(
        .check, at: .here, "See which name servers are set here, if resolvers in the fleet file does not name others",
        run: "cat /etc/resolv.conf", in: .sh)
    static let nameServersRun = Remedy(
        .check, at: .dns, "Check that the name servers run and that UDP and TCP port 53 to them are open")
    static let zoneAndForwarders = Remedy(
        .check, at: .dns, "Look at the zone of the name and at the forwarders on that name server")
    static let checkName = Remedy(.check, at: .here, "Compare the name in the fleet file with the name that users type")
    static let addRecord = Remedy(
        .fix, at: .dns, "Add the A or AAAA record of the server to its zone", undo: "remove the record again")
    static let registerName = Remedy(
        .fix, at: .server, "On a server that keeps its own record, register its name again",
        run: "ipconfig /registerdns"
    )
    static let forgetAnswers = Remedy(
        .fix, at: .client, "On clients, once the record is right, forget the old answer", run: "Clear-DnsClientCache")
    static let askEachAddress = Remedy(
        .check, at: .here, "Ask each address of the name, one after the other", run: "rdptop trace {target}", in: .sh)
    /// All steps for a server that answers, and whose name leads to no address.
    static let makeNameKnown = [checkName, askByHand, askOnClient, addRecord, registerName, forgetAnswers]
    static let ownAddresses = Remedy(
        .check, at: .server, "On the server, compare its own addresses with those that DNS gives", run: "ipconfig /all")
}
