import ArgumentParser
import FleetModel

/// `rdptop validate FLEET`: every mistake in the file, with line and column.
struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check a fleet file and tell every mistake in it, with line and column.",
        discussion: "Ends with status 0 when the file is right and 78 when it is not. Sends nothing.")

    @Argument(
        help: ArgumentHelp("A fleet file (.yaml, .yml), or a file with one server a line.", valueName: "fleet"),
        completion: .file())
    var file: String?

    func run() throws {
        let fleet = try load()
        let sites = counted(Set(fleet.servers.compactMap(\.site)).count, "site")
        let gateways = counted(fleet.gateways.count, "gateway")
        print("ok: \(counted(fleet.servers.count, "server")) at \(sites), \(gateways)")
    }

    /// Loads the file, or the one in the usual place; status 78 when that fails.
    private func load() throws -> Fleet {
        // A name is a file here, and never a server: a slip in it must not pass for a fleet of one.
        guard let file else { return try FleetArguments.loadUsual() }
        return try FleetArguments.load(FleetSource.file(file))
    }
}
