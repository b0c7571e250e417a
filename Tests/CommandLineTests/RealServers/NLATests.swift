import Foundation
import LabSupport
import Testing

@Suite("NLA of a real server")
struct NLATests {
    /// What a check says of a freerdp-shadow with this name and clock, and what nmap says of the same one.
    private func ask(hostName: String, clockOffset: Int = 0) async throws -> (CheckReport.Challenge, NmapFacts) {
        let server = try await ShadowServer.start(.nla, hostName: hostName, clockOffset: clockOffset)
        let check = try await RdptopBinary().run(["check", server.endpoint.address, "--format", "json"])
        let nmap = try await NmapFacts.read(server.endpoint)
        await server.stop()
        let report = try CheckReport.read(check.standardOutput)
        return (try #require(report.servers.first?.layers.nla, "\(check)"), nmap)
    }

    @Test(
        "is asked as nmap asks, and says the same names and the same build", .timeLimit(.minutes(5)),
        arguments: ["RDSH01.corp.lab.test", "BRANCH-TS07"])
    func names(hostName: String) async throws {
        let (challenge, nmap) = try await ask(hostName: hostName)
        #expect(challenge.answer == "challenge")
        #expect(challenge.credsspVersion == 6)
        #expect(challenge.computer == hostName.split(separator: ".").first.map(String.init))
        #expect(challenge.target == nmap["Target_Name"])
        #expect(challenge.computer == nmap["NetBIOS_Computer_Name"])
        #expect(challenge.domain == nmap["NetBIOS_Domain_Name"])
        #expect(challenge.dnsComputer == nmap["DNS_Computer_Name"])
        #expect(challenge.dnsDomain == nmap["DNS_Domain_Name"])
        #expect(challenge.forest == nmap["DNS_Tree_Name"])
        #expect(challenge.build == "6.1.7601")
        #expect(challenge.build == nmap["Product_Version"])
        #expect((challenge.roundTripUs ?? 0) > 0)
    }

    @Test("is told in the lines of a trace as nmap tells it", .timeLimit(.minutes(5)))
    func trace() async throws {
        let server = try await ShadowServer.start(.nla, hostName: "RDSH02.corp.lab.test")
        let trace = try await RdptopBinary().run(["trace", "\(server.endpoint)"]).standardOutput
        let nmap = try await NmapFacts.read(server.endpoint)
        await server.stop()
        for key in ["NetBIOS_Computer_Name", "NetBIOS_Domain_Name", "DNS_Computer_Name", "Product_Version"] {
            let value = try #require(nmap[key], "\(key)")
            #expect(trace.contains(value), "\(key): \(value)")
        }
    }

    @Test("tells how far its clock is off", .timeLimit(.minutes(5)), arguments: [0, 600, -86_400])
    func clock(offset: Int) async throws {
        let began = ContinuousClock.now
        let (challenge, nmap) = try await ask(hostName: "CLOCK01", clockOffset: offset)
        let longest = Double((ContinuousClock.now - began).components.seconds + 2)
        // The server's own time has no more than whole seconds, rounded down, and is that of half the round trip.
        let skew = try #require(challenge.clockSkewMs)
        let doubt = 2_000 + (try #require(challenge.roundTripUs)) / 2_000
        #expect((offset * 1_000 - doubt...offset * 1_000 + doubt).contains(skew))
        let strategy = Date.ISO8601FormatStyle()
        let ours = try strategy.parse(try #require(challenge.serverClock))
        // nmap asked a moment later, and writes the zone of UTC as an offset.
        let theirs = try strategy.parse(try #require(nmap["System_Time"]).replacing("+00:00", with: "Z"))
        #expect((0...longest).contains(theirs.timeIntervalSince(ours)))
    }
}

/// What nmap's script rdp-ntlm-info says of a server.
struct NmapFacts: Sendable {
    private let values: [String: String]

    /// The value of one of its lines; nil when it has none.
    subscript(key: String) -> String? { values[key] }

    /// Asks a server that nobody else is asking.
    static func read(_ endpoint: LoopbackEndpoint) async throws -> NmapFacts {
        let text = try await run(
            .nmap, ["-Pn", "-n", "-sT", "-p", "\(endpoint.port)", "--script", "rdp-ntlm-info", endpoint.address])
        // `|   Target_Name: RDSH01`, and `|_` before the last.
        let pairs = text.split(separator: "\n").filter { $0.hasPrefix("|") }.compactMap { line in
            line.drop { "|_ ".contains($0) }.firstRange(of: ": ").map { colon in
                (String(line[..<colon.lowerBound].drop { "|_ ".contains($0) }), String(line[colon.upperBound...]))
            }
        }
        return NmapFacts(values: Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
    }
}
