import LabSupport
import Testing

@Suite("Text that is not the program's own")
struct HostileTextTests {
    @Test("that is pasted never acts as keys, and goes into a prompt when one is open")
    func paste() async throws {
        let fleet = try ClosedServers(count: 2)
        try await withDashboard([], in: fleet.folder) { session in
            try await session.waitFor("refused")
            try await session.paste("Q\u{3}jxq?w\n")
            try await session.send("/")
            try await session.waitFor("filter> ")
            try await session.paste("ts\u{3}\t-00\u{1B}[A2")
            try await session.waitFor("filter> ts -002")
            #expect(try await session.isAlive())
            try await session.send(.escape)
            try await session.waitFor("rows 1-2 of 2")
        }
    }

    /// What a terminal would obey, were it sent there: leave the screen, clear it, set the clipboard or the title, colour.
    private static let commands = [
        "\u{1B}[?1049l", "\u{1B}[2J", "\u{1B}]52;c;cm0gLXJm\u{7}", "\u{1B}]0;title\u{7}", "\u{1B}[38;2;1;2;3m",
        "\u{9B}2J", "\u{1B}P0;1|17/ab\u{1B}\\", "\u{1B}[<0;3;3M",
    ]

    @Test("that is pasted with escape sequences in it reaches neither the keys nor the terminal")
    func pastedSequences() async throws {
        let fleet = try ClosedServers(count: 2)
        try await withDashboard([], in: fleet.folder) { session in
            try await session.waitFor("refused")
            for prompt in ["/", "w", ":"] as [TerminalKey] {
                let written = session.bytesWritten().count
                try await session.send(prompt)
                try await session.waitFor("a prompt") { $0.last?.contains("q:Quit") == false }
                if prompt == "w" { try await session.send(.control("u")) }
                try await session.paste("a" + Self.commands.joined(separator: "b") + "zz")
                try await session.waitFor("zz")
                let bytes = session.bytesWritten().dropFirst(written)
                for command in Self.commands {
                    #expect(bytes.firstRange(of: Array(command.utf8)) == nil, "\(prompt.name): \(command.dropFirst())")
                }
                #expect(try await session.modes().alternateScreen)
                try await session.send(.control("c"))
                try await session.waitFor("rows 1-2 of 2")
            }
            #expect(try await session.isAlive())
            #expect(try fleet.folder.contents() == ["hosts.yaml"])
        }
    }

    @Test("with wide and combining characters leaves every column in its place")
    func widths() async throws {
        let endpoint = try LoopbackEndpoint.free()
        let folder = try ScratchFolder()
        let sites = ["東京サーバ室", "e\u{301}cole\u{301}", "Oslo", "한국어 센터"]
        let groups = sites.enumerated().map { number, site in
            """
              - name: group-\(number)
                site: "\(site)"
                hosts: [{name: ts-\(number).lab.test, address: \(endpoint.address), port: \(endpoint.port)}]
            """
        }
        try folder.write("groups:\n" + groups.joined(separator: "\n") + "\n", to: "hosts.yaml")
        try await withDashboard([], size: .roomy, in: folder) { session in
            let screen = try await session.waitFor("four servers that refuse") { screen in
                screen.filter { $0.contains("refused") && $0.contains("ts-") }.count >= sites.count
            }
            let verdicts = screen.filter { $0.contains("DOWN") && $0.contains("TCP ") && $0.contains("ts-") }
            #expect(verdicts.count == sites.count)
            #expect(Set(verdicts.map { $0.column(of: "TCP ") }).count == 1, "\(verdicts)")
            #expect(verdicts.contains { $0.contains("東京") })
            #expect(screen.allSatisfy { $0.cells <= 120 })
        }
    }
}

extension String {
    /// The cells it takes on a terminal, as far as these tests need that known.
    fileprivate var cells: Int {
        unicodeScalars.reduce(0) { sum, scalar in
            switch scalar.value {
            case 0x300...0x36F: sum
            // Kana, Han and Hangul.
            case 0x2E80...0xFFFF: sum + 2
            default: sum + 1
            }
        }
    }

    /// The cells before a text; nil when it is not there.
    fileprivate func column(of text: String) -> Int? {
        firstRange(of: text).map { String(self[..<$0.lowerBound]).cells }
    }
}
