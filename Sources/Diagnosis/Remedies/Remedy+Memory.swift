import FleetModel

/// Steps about what changes from one probe to the next that several rules share.
extension Remedy {
    static let ownCertificates = Remedy(
        .check, at: .server, for: .windows, "On the server, see which certificates it has",
        run:
            #"Get-ChildItem 'Cert:\LocalMachine\Remote Desktop', Cert:\LocalMachine\My | fl Subject,Issuer,NotBefore,NotAfter"#
    )
    static let countLoss = Remedy(
        .check, at: .here, "Count the loss over a minute, from the machine that runs rdptop",
        run: "ping -c 60 {server}", in: .sh)
}
