import Glibc
import LabSupport
import Testing

@Suite("What the screen keeps for the next run")
struct KeptScreenTests {
    @Test("View, order and filter are there again, the screen says what is hidden, and --fresh begins without")
    func journey() async throws {
        let fleet = try ClosedServers(count: 4)
        let state = try ScratchFolder()
        let environment = ["XDG_STATE_HOME": state.path]
        try await withDashboard([], size: .roomy, environment: environment, in: fleet.folder) { session in
            try await session.waitForFirstSweep()
            try await session.send("s", "n", "I")
            try await session.waitFor("sort: name, from the end")
            try await session.filter("ts-003")
            try await session.waitFor("hides 3 of 4")
            try await session.send("Q")
            #expect(try await session.exitStatus() == 0)
        }
        #expect(try state.contents() == ["rdptop"])
        try await withDashboard([], size: .roomy, environment: environment, in: fleet.folder) { session in
            let screen = try await session.waitFor("ts-003")
            #expect(screen.shows("filter: ts-003  hides 3 of 4 (kept from last time, Esc clears)"))
            #expect(!screen.shows("ts-001"))
            try await session.send(.escape)
            try await session.waitFor("ts-001")
            #expect(try await session.waitFor("sort: name, from the end").shows("filter: -"))
            try await session.send("1")
            try await session.waitFor("[1 Problems]")
            session.signal(SIGTERM)
            #expect(try await poll { try await session.end() } == .signalled(SIGTERM))
        }
        for (arguments, view, isKept) in [([], "[1 Problems]", true), (["--fresh"], "[2 All]", false)] {
            try await withDashboard(arguments, size: .roomy, environment: environment, in: fleet.folder) { session in
                let screen = try await session.waitFor(view)
                #expect(!screen.shows("(kept"))
                try await session.send("2")
                let all = try await session.waitFor("[2 All]")
                #expect(all.shows("sort: name, from the end") == isKept && all.shows("sort: severity") != isKept)
                session.signal(SIGKILL)
                _ = try await poll { try await session.end() }
            }
        }
        withExtendedLifetime(state) {}
    }

    @Test("What was arranged outlives a program that is killed, and a board beside it")
    func killed() async throws {
        let fleet = try ClosedServers(count: 4)
        let state = try ScratchFolder()
        let environment = ["XDG_STATE_HOME": state.path]
        try await withDashboard([], size: .roomy, environment: environment, in: fleet.folder) { killed in
            try await killed.waitForFirstSweep()
            try await withDashboard([], size: .roomy, environment: environment, in: fleet.folder) { other in
                try await other.waitForFirstSweep()
                try await other.filter("ts-003")
                try await other.waitFor("hides 3 of 4")
                try await other.send("Q")
                #expect(try await other.exitStatus() == 0)
            }
            try await killed.send("s", "n", "I")
            try await killed.waitFor("sort: name, from the end")
            let kept: Bool? = try await poll {
                // Not the one that is being written beside it, which a kill leaves without its name.
                let file = try state.contents(of: "rdptop").first { $0.hasPrefix("screen-") } ?? ""
                return text(ofFile: state["rdptop/\(file)"]).contains("inverted") ? true : nil
            }
            #expect(kept == true)
            killed.signal(SIGKILL)
            _ = try await poll { try await killed.end() }
        }
        try await withDashboard([], size: .roomy, environment: environment, in: fleet.folder) { session in
            let screen = try await session.waitFor("hides 3 of 4 (kept from last time")
            #expect(screen.shows("sort: name, from the end"))
        }
    }

    @Test("That nothing can be kept is said once, and the board goes on")
    func unwritable() async throws {
        let fleet = try ClosedServers(count: 1)
        let state = try ScratchFolder()
        try state.write("", to: "rdptop")
        let environment = ["XDG_STATE_HOME": state.path]
        try await withDashboard([], size: .roomy, environment: environment, in: fleet.folder) { session in
            try await session.waitForFirstSweep()
            try await session.send("1")
            try await session.waitFor("the screen is not kept for the next run: ")
            try await session.send("2")
            try await session.waitFor("[2 All]")
            try await session.send("Q")
            #expect(try await session.exitStatus() == 0)
            #expect(!(try await session.screen().shows("not kept")))
        }
    }

    @Test("A file that cannot be understood is put aside and said; the demo and servers by name keep nothing")
    func broken() async throws {
        let fleet = try ClosedServers(count: 1)
        let state = try ScratchFolder()
        let environment = ["XDG_STATE_HOME": state.path]
        try await withDashboard([], environment: environment, in: fleet.folder) { session in
            try await session.waitFor("ts-001")
            try await session.send("Q")
            #expect(try await session.exitStatus() == 0)
        }
        let name = try #require(try state.contents(of: "rdptop").first)
        try state.write("{", to: "rdptop/\(name)")
        try await withDashboard([], size: .roomy, environment: environment, in: fleet.folder) { session in
            try await session.waitFor("what was kept of the screen cannot be understood; it is now ")
            try await session.send("Q")
            #expect(try await session.exitStatus() == 0)
        }
        #expect(try state.contents(of: "rdptop") == [name, name + ".unusable"])
        let other = try ScratchFolder()
        try await withDashboard(["127.0.0.1:1"], environment: ["XDG_STATE_HOME": other.path]) { session in
            try await session.waitFor("of 1")
            try await session.send("Q")
            #expect(try await session.exitStatus() == 0)
        }
        #expect(try other.contents().isEmpty)
        withExtendedLifetime((state, other)) {}
    }
}
