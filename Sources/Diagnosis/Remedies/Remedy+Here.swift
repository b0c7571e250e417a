import FleetModel

/// Steps about clocks, and the machine that runs rdptop that several rules share.
extension Remedy {
    static let clock = Remedy(.check, at: .server, "On the server, check its clock", run: "w32tm /query /status")
    static let ourClock = Remedy(.check, at: .here, "Check the clock of the machine that runs rdptop")
    static let seeEveryStep = Remedy(
        .check, at: .here, "See every step and byte", run: "rdptop trace {server}", in: .sh)
}
