import FleetModel

/// Steps about clocks, and the machine that runs rdptop that several rules share.
extension Remedy {
    static let clock = Remedy(.check, at: .server, "On the server, check its clock", run: "w32tm /query /status")
    static let ourClock = Remedy(.check, at: .here, "Check the clock of the machine that runs rdptop")
    static let seeEveryStep = Remedy(
        .check, at: .here, "See every step and byte, and who closes first", run: "rdptop trace {target}", in: .sh)
    static let askAgain = Remedy(
        .check, at: .here, "Probe it once more, from here or from another machine", run: "rdptop check {target}",
        in: .sh
    )
    static let ourAddresses = Remedy(
        .check, at: .here, "On the machine that runs rdptop, look at its own networks", run: "ip addr", in: .sh)
}
