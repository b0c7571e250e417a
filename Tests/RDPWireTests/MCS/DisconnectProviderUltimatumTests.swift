import Testing

@testable import RDPWire

@Suite("The MCS Disconnect Provider Ultimatum")
struct DisconnectProviderUltimatumTests {
    @Test("of xrdp says that the user requested it")
    func xrdp() throws {
        let ultimatum = try DisconnectProviderUltimatum(decoding: xrdpUltimatum[...])
        #expect(ultimatum == DisconnectProviderUltimatum(reason: .userRequested))
        #expect(ultimatum.reason.name == "rn-user-requested")
        #expect(ultimatum.encoded == xrdpUltimatum)
    }

    @Test("keeps every reason, both ways", arguments: DisconnectProviderUltimatum.Reason.allCases)
    func reasons(reason: DisconnectProviderUltimatum.Reason) throws {
        let ultimatum = DisconnectProviderUltimatum(reason: reason)
        #expect(ultimatum.encoded.count == 9)
        #expect(try DisconnectProviderUltimatum(decoding: ultimatum.encoded[...]) == ultimatum)
    }

    @Test(
        "is not taken for another MCS message, an unknown reason, or a fragment",
        arguments: [
            ("03 00 00 09 02 f0 80 25 80", WireError.unexpected(field: "DomainMCSPDU", value: 9)),
            ("03 00 00 09 02 f0 80 22 80", .unexpected(field: "disconnect reason", value: 5)),
            ("03 00 00 09 02 f0 00 21 80", .unexpected(field: "end of transmission", value: 0)),
            ("03 00 00 08 02 f0 80 21", .inconsistentLength(field: "TPKT length", stated: 8, actual: 9)),
            ("03 00 00 0a 02 f0 80 21 80 00", .inconsistentLength(field: "TPKT length", stated: 10, actual: 9)),
            ("03 00 00 09 03 f0 80 21 80", .inconsistentLength(field: "length indicator", stated: 1, actual: 2)),
        ])
    func refusals(literal: String, error: WireError) {
        #expect(throws: error) { try DisconnectProviderUltimatum(decoding: hex(literal)[...]) }
    }
}
