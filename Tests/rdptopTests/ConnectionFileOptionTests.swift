import ArgumentParser
import FleetModel
import Foundation
import Testing

@testable import rdptop

@Suite struct ConnectionFileOptionTests {
    @Test func aFileStandsAlone() throws {
        #expect(throws: (any Error).self) { try Check.parse(["--rdp", "a.rdp", "ts01"]) }
        #expect(throws: (any Error).self) { try Plan.parse(["--rdp", "a.rdp", "ts01"]) }
        #expect(throws: (any Error).self) { try Trace.parse(["--rdp", "a.rdp", "ts01"]) }
        #expect(throws: (any Error).self) { try Trace.parse([]) }
        #expect(try Check.parse(["--rdp", "a.rdp"]).connectionFile.path == "a.rdp")
        #expect(try Trace.parse(["ts01"]).target == "ts01")
    }

    @Test func theSentenceNamesWhatStandsBesideIt() {
        #expect {
            try Check.parse(["--rdp", "a.rdp", "ts01"])
        } throws: { error in
            Check.message(for: error) == "--rdp says which server: name no other beside it (ts01)"
        }
    }

    @Test func theFleetIsNamedAfterTheFile() {
        let file = ConnectionFile(source: "/home/user/kiosk.rdp", name: "ts07")
        #expect(ConnectionFileOption.fleet(of: file).name == "kiosk")
    }

    @Test(arguments: [
        (Forecast.Ending.stops, ExitCode(2)), (.unknown, ExitCode(3)), (.asks, ExitCode(1)), (.reaches, ExitCode(0)),
    ])
    func theEndingIsTheExitStatus(ending: Forecast.Ending, status: ExitCode) {
        #expect(ExitStatus.worst(of: [ending.state]) == status)
    }

    @Test func aFileThatIsTooLongIsNotReadToItsEnd() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).rdp").path
        try Data(repeating: 0x0A, count: 1_048_577).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(throws: InputFile.Mistake(description: "\(path): is longer than 1 MiB")) {
            try InputFile.bytes(of: path, limit: 1_048_576)
        }
    }
}
