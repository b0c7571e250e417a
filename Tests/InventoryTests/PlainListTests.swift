import FleetModel
import Inventory
import Testing

@Suite struct PlainListTests {
    @Test func readsOneTargetALine() throws {
        let text = """
            # the terminal servers
            ts01
              ts02:3390   # the old one

            rdsh-[1:2].corp.example
            """
        let fleet = try PlainList.parse(text, file: "servers.txt", name: "servers")
        #expect(
            fleet.servers.map(\.displayName) == ["ts01", "ts02:3390", "rdsh-1.corp.example", "rdsh-2.corp.example"])
    }

    @Test func readsWindowsLineEndings() throws {
        #expect(try PlainList.parse("a\r\nb\r\n", file: "f", name: "f").servers.map(\.name) == ["a", "b"])
    }

    @Test func tellsEveryBadLine() {
        #expect {
            try PlainList.parse("a\n\n a:0\nb c\na\n", file: "servers.txt", name: "servers")
        } throws: { error in
            (error as? InventoryError)?.mistakes.map { "\($0)".prefix(16) } == [
                "servers.txt:3:2:", "servers.txt:4:1:", "servers.txt:5:1:",
            ]
        }
    }

    @Test func targetsOfTheCommandLineMayNotRepeat() throws {
        #expect(try PlainList.targets(["a", "b:1"], name: "2 targets").servers.count == 2)
        #expect(throws: InventoryError.self) { try PlainList.targets(["a", "a:3389"], name: "x") }
        #expect(throws: InventoryError.self) { try PlainList.targets([], name: "x") }
    }
}
