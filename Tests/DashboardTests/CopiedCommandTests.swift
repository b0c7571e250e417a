import Drawing
import FleetModel
import TestSupport
import Testing

@testable import Dashboard

@Suite struct CopiedCommandTests {
    private func copied(_ targets: [String], _ prepare: (inout Screen) throws -> Void) throws -> String? {
        var screen = Screen(targets: targets)
        try prepare(&screen)
        try screen.press("y", "c")
        guard case .copy(let text, _)? = screen.effects.last else { return nil }
        return text
    }

    @Test func `Of one server it names the fleet file, so that what that says of it counts`() throws {
        let text = try copied(["hosts.yaml"]) { try $0.select("kiosk-07.corp.example") }
        #expect(text == "rdptop check hosts.yaml --only kiosk-07.corp.example")
    }

    @Test func `Of all that a filter leaves it has the filter, quoted for a shell, as the file is`() throws {
        let text = try copied(["my fleet's.yaml"]) { screen in
            try screen.press("/")
            screen.type("is:down !lab")
            try screen.press("Enter", "V")
        }
        #expect(text == #"rdptop check 'my fleet'\''s.yaml' --only 'is:down !lab'"#)
    }

    @Test func `Of all servers of the fleet it needs no filter, and of some it names them`() throws {
        #expect(try copied(["hosts.yaml"]) { try $0.press("V") } == "rdptop check hosts.yaml")
        let two = try copied(["hosts.yaml"]) { screen in
            try screen.select("kiosk-07.corp.example")
            try screen.press("Space")
            try screen.select("intranet.corp.example")
            try screen.press("Space")
        }
        #expect(two?.hasPrefix("rdptop check hosts.yaml --only '") == true)
        #expect(two?.contains(" | ") == true && two?.contains("kiosk-07.corp.example") == true)
    }
}
