import ArgumentParser
import FleetModel

/// `rdptop validate FLEET`: every mistake in the file, with line and column.
struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check a fleet file and tell every mistake in it, with line and column.",
        discussion: "Ends with status 0 when the file is right and 78 when it is not. Sends nothing.")

    @OptionGroup var fleet: FleetArguments

    func run() throws {
        let fleet = try fleet.load()
        let sites = Set(fleet.servers.compactMap(\.site)).count
        print("ok: \(fleet.servers.count) servers at \(sites) sites, \(fleet.gateways.count) gateways")
    }
}
