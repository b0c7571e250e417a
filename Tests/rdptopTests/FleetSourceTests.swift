import FleetModel
import Foundation
import Testing

@testable import rdptop

@Suite struct FleetSourceTests {
    private func find(_ arguments: [String], files: Set<String>, environment: [String: String] = [:]) throws
        -> FleetSource
    {
        try FleetSource.find(arguments, environment: environment, exists: files.contains)
    }

    @Test(arguments: [
        (["ts01"], FleetSource.targets(["ts01"])),
        (["ts01", "ts02:3390"], .targets(["ts01", "ts02:3390"])),
        (["fleet.yaml"], .fleetFile("fleet.yaml")),
        (["missing.yml"], .fleetFile("missing.yml")),
        (["servers"], .list("servers")),
        ([], .fleetFile("hosts.yaml")),
    ])
    func argumentsMeanAFileOrTargets(arguments: [String], source: FleetSource) throws {
        #expect(try find(arguments, files: ["servers", "hosts.yaml"]) == source)
    }

    @Test func aHostIsNoFileWhateverItsName() throws {
        func find(_ arguments: [String]) throws -> FleetSource {
            try FleetSource.find(
                arguments, hosts: ["servers", "a.yaml"], environment: [:], exists: ["servers", "fleet"].contains)
        }
        #expect(try find([]) == .targets(["servers", "a.yaml"]))
        #expect(try find(["ts01"]) == .targets(["ts01", "servers", "a.yaml"]))
        #expect(throws: FleetSource.Mistake(description: "fleet is a file; give one file, or only names of servers")) {
            try find(["fleet"])
        }
    }

    @Test(arguments: [
        (["XDG_CONFIG_HOME": "/c", "HOME": "/h"], "/c/rdptop/hosts.yaml"),
        (["HOME": "/h"], "/h/.config/rdptop/hosts.yaml"),
        // A relative folder is to be passed over, says the XDG Base Directory specification.
        (["XDG_CONFIG_HOME": "c", "HOME": "/h"], "/h/.config/rdptop/hosts.yaml"),
    ])
    func theUserFileIsFoundWhereItBelongs(environment: [String: String], file: String) throws {
        #expect(try find([], files: [file], environment: environment) == .fleetFile(file))
    }

    @Test func withoutAnyFileTheDemoIsNamed() {
        #expect {
            try find([], files: [], environment: ["HOME": "/h"])
        } throws: { error in
            "\(error)".contains("rdptop demo") && "\(error)".contains("/h/.config/rdptop/hosts.yaml")
        }
    }

    @Test(arguments: [
        ("fleet.yaml", FleetSource.fleetFile("fleet.yaml")), ("fleet.yml", .fleetFile("fleet.yml")),
        ("servers.txt", .list("servers.txt")), ("ts01", .list("ts01")),
    ])
    func aNameThatCanOnlyBeAFileIsNoTarget(name: String, source: FleetSource) {
        #expect(FleetSource.file(name) == source)
    }

    @Test func aFileAmongTargetsIsAMistake() {
        #expect(throws: FleetSource.Mistake.self) { try find(["fleet.yaml", "ts01"], files: []) }
        #expect(throws: FleetSource.Mistake.self) { try find(["ts01", "servers"], files: ["servers"]) }
    }

    @Test(arguments: [
        (FleetSource.fleetFile("/etc/rdptop/prod-eu.yaml"), "prod-eu"), (.list("servers.txt"), "servers"),
        (.targets(["ts01"]), "ts01"), (.targets(["a", "b"]), "2-targets"),
    ])
    func theFleetHasAName(source: FleetSource, name: String) {
        #expect(source.fleetName == name)
    }

    @Test func whatCannotBeReadSaysWhy() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "rdptop-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "hosts.yaml").path(percentEncoded: false)
        #expect { try FleetSource.fleetFile(file).load() } throws: { "\($0)" == "\(file): there is no such file" }
        try Data([0x68, 0xFF, 0xFE]).write(to: URL(filePath: file))
        #expect { try FleetSource.fleetFile(file).load() } throws: { "\($0)" == "\(file): is not UTF-8 text" }
        try Data("hosts: [{name: a, ca: x.pem}]".utf8).write(to: URL(filePath: file))
        let fleet = try FleetSource.fleetFile(file).load()
        #expect(fleet.servers[0].policy.authorities == [folder.appending(path: "x.pem").path(percentEncoded: false)])
    }
}
