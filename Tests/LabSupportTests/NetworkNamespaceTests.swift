import LabSupport
import Testing

@Suite("A network of its own")
struct NetworkNamespaceTests {
    @Test("has nothing but its loopback, and after joining a way to the other one")
    func joining() async throws {
        let here = try await NetworkNamespace.make()
        #expect(try await here.run(.ip, ["route"]).isEmpty)
        let there = try await NetworkNamespace.make()
        try await here.join(there, addresses: ["198.51.100.1/24"], otherAddresses: ["198.51.100.2/24"])
        #expect(try await here.run(.ip, ["route"]).hasPrefix("198.51.100.0/24 dev cable"))
        #expect(try await here.run(.ip, ["route", "get", "198.51.100.2"]).contains("src 198.51.100.1"))
        #expect(try await there.run(.ip, ["route", "get", "198.51.100.1"]).contains("src 198.51.100.2"))
    }

    @Test("takes rules")
    func rules() async throws {
        let network = try await NetworkNamespace.make()
        try await network.filter(
            """
            table inet lab {
              chain in {
                type filter hook input priority 0;
                udp dport 9 drop
              }
            }

            """)
        #expect(try await network.run(.nft, ["list", "ruleset"]).contains("udp dport 9 drop"))
    }
}
