import FleetModel
import Testing

@testable import ProbeEngine

@Suite struct DNSResponseTests {
    private let question = DNSSample.question("ts01.corp")

    private func read(_ answers: [[UInt8]], _ family: AddressFamily = .ipv4) throws -> DNSResponse {
        try DNSResponse(DNSSample.response(question: question, answers: answers), family: family)
    }

    /// A response that a name server gave for `A host1.lab.test`, in full.
    private static let literal: [UInt8] = [
        0x12, 0x34, 0x85, 0x80, 0x00, 0x01, 0x00, 0x01, 0x00, 0x00, 0x00, 0x00,
        0x05, 0x68, 0x6F, 0x73, 0x74, 0x31, 0x03, 0x6C, 0x61, 0x62, 0x04, 0x74, 0x65, 0x73, 0x74, 0x00,
        0x00, 0x01, 0x00, 0x01,
        0xC0, 0x0C, 0x00, 0x01, 0x00, 0x01, 0x00, 0x00, 0x00, 0x1E, 0x00, 0x04, 0x7F, 0x00, 0x0A, 0x02,
    ]

    @Test func aLiteralAnswerIsRead() throws {
        let response = try DNSResponse(Self.literal, family: .ipv4)
        #expect(response.code == 0)
        #expect(response.addresses == [IPAddress("127.0.10.2")])
        #expect(response.ttl == 30)
        #expect(response.aliases.isEmpty)
    }

    @Test func everyTruncationIsAnErrorAndNeverATrap() {
        for length in 0..<Self.literal.count {
            #expect(throws: DNSMessageError.self, "\(length)") {
                try DNSResponse(Array(Self.literal.prefix(length)), family: .ipv4)
            }
        }
    }

    @Test func everyChangeOfOneByteIsReadOrRefused() {
        var read = 0
        for index in Self.literal.indices {
            for value in UInt8.min...UInt8.max {
                var message = Self.literal
                message[index] = value
                if let response = try? DNSResponse(message, family: .ipv4) {
                    read += 1
                    #expect(response.addresses.count <= 1)
                }
            }
        }
        #expect(read > 1000 && read < Self.literal.count * 256)
    }

    @Test func aChainOfAliasesIsFollowedInAnyOrderOfRecords() throws {
        let response = try read([
            DNSSample.record(DNSSample.name("c.corp"), type: 1, ttl: 50, [10, 0, 0, 1]),
            DNSSample.record(DNSSample.name("b.corp"), type: 5, ttl: 20, DNSSample.name("C.Corp")),
            DNSSample.record(DNSSample.askedName, type: 5, ttl: 90, DNSSample.name("b.corp")),
        ])
        #expect(response.aliases == ["b.corp", "c.corp"])
        #expect(response.addresses == [IPAddress("10.0.0.1")])
        #expect(response.ttl == 20)
    }

    @Test func addressesOfOtherNamesTypesAndClassesAreIgnored() throws {
        var chaos = DNSSample.record(DNSSample.askedName, type: 1, [10, 0, 0, 3])
        chaos[5] = 3
        let response = try read([
            DNSSample.record(DNSSample.name("evil.example"), type: 1, [10, 0, 0, 1]),
            DNSSample.record(DNSSample.askedName, type: 28, Array(repeating: 1, count: 16)),
            DNSSample.record(DNSSample.askedName, type: 16, [1, 2, 3]),
            DNSSample.record(DNSSample.askedName, type: 1, [10, 0, 0]),
            chaos,
        ])
        #expect(response.addresses.isEmpty)
        #expect(response.ttl == nil)
    }

    @Test func aLoopOfAliasesEnds() throws {
        let response = try read([
            DNSSample.record(DNSSample.askedName, type: 5, DNSSample.name("b.corp")),
            DNSSample.record(DNSSample.name("b.corp"), type: 5, DNSSample.name("ts01.corp")),
        ])
        #expect(response.aliases == ["b.corp"])
        #expect(response.addresses.isEmpty)
    }

    @Test func chainsAndAddressesAreBounded() throws {
        let chain = (0..<40).map {
            DNSSample.record(DNSSample.name("n\($0)"), type: 5, DNSSample.name("n\($0 + 1)"))
        }
        let first = DNSSample.record(DNSSample.askedName, type: 5, DNSSample.name("n0"))
        #expect(try read([first] + chain).aliases.count == DNSResponse.maximumAliases)
        let many = (0..<200).map { DNSSample.record(DNSSample.askedName, type: 1, [10, 0, 0, UInt8($0)]) }
        #expect(try read(many).addresses.count == DNSResponse.maximumAddresses)
        let same = DNSSample.record(DNSSample.askedName, type: 1, [10, 0, 0, 1])
        #expect(try read([same, same]).addresses.count == 1)
    }

    @Test func aNameThatTriesToSteerTheTerminalIsCleaned() throws {
        let hostile: [UInt8] = [5, 0x1B, 0x5B, 0x32, 0x4A, 0x41, 0]
        let response = try read([DNSSample.record(DNSSample.askedName, type: 5, hostile)])
        #expect(response.aliases == ["\u{FFFD}[2ja"])
    }

    @Test(arguments: [(UInt32(0), UInt32(0)), (300, 300), (0x7FFF_FFFF, 0x7FFF_FFFF), (0x8000_0000, 0)])
    func aTTLWithItsHighestBitSetIsZero(sent: UInt32, read expected: UInt32) throws {
        #expect(try read([DNSSample.record(DNSSample.askedName, type: 1, ttl: sent, [10, 0, 0, 1])]).ttl == expected)
    }

    /// Names in the answer's place, each with what is wrong.
    @Test(
        arguments: [
            ("a pointer to itself", [0xC0, 0x1B]),
            ("a pointer forward", [0xC0, 0x40]),
            ("two pointers to each other", [0x01, 0x61, 0xC0, 0x1B]),
            ("a label of the reserved kind", [0x80, 0x00]),
            ("a label beyond the end", [0x3F, 0x61]),
            ("a pointer cut in two", [0xC0]),
        ] as [(String, [UInt8])]) func badNamesAreRefused(what: String, bytes: [UInt8])
    {
        // The question ends at byte 27, where the answer's name begins.
        let message = DNSSample.response(question: question, count: 1) + bytes
        #expect(throws: DNSMessageError.self, "\(what)") { try DNSResponse(message, family: .ipv4) }
    }

    @Test func aNameOver255BytesIsRefusedThoughPointersMakeItShort() {
        let long = DNSSample.name(Array(repeating: String(repeating: "a", count: 63), count: 4).joined(separator: "."))
        #expect(throws: DNSMessageError.badName(offset: 12 + 192)) {
            try DNSResponse(DNSSample.response(question: long + [0, 1, 0, 1]), family: .ipv4)
        }
    }

    @Test func aQuestionSentBackIsNoAnswer() {
        #expect(throws: DNSMessageError.notAResponse) {
            try DNSResponse(DNSSample.response(flags: [0x01, 0x00], question: question), family: .ipv4)
        }
    }

    @Test func whatIsWholeOfACutMessageCounts() throws {
        let record = DNSSample.record(DNSSample.askedName, type: 1, [10, 0, 0, 1])
        let message = DNSSample.response(flags: [0x83, 0x80], question: question, answers: [record], count: 2)
        #expect(try DNSResponse(message, family: .ipv4).addresses == [IPAddress("10.0.0.1")])
        #expect(throws: DNSMessageError.self) {
            try DNSResponse(DNSSample.response(question: question, answers: [record], count: 2), family: .ipv4)
        }
    }

    @Test(arguments: [UInt8(2), 3, 5]) func errorCodesAreToldApart(code: UInt8) throws {
        let message = DNSSample.response(flags: [0x81, 0x80 | code], question: question)
        #expect(try DNSResponse(message, family: .ipv4).code == code)
    }
}
