import FleetModel

/// Steps about names and addresses that several rules share.
extension Remedy {
    static let checkName = Remedy(.check, at: .here, "Compare the name in the fleet file with the name that users type")
    static let registerName = Remedy(
        .fix, at: .server, "On the server, register its name again", run: "ipconfig /registerdns")
    static let forgetAnswers = Remedy(
        .fix, at: .client, "On clients, once the record is right", run: "Clear-DnsClientCache")
}
