import Testing

@testable import ErrorCodes

@Suite struct ErrorCodeTableTests {
    @Test func `every row of the table is a code`() throws {
        let records = try CommaSeparatedValues.records(PackageResources.error_codes_csv)
        #expect(records.first == ErrorCode.columns)
        let unread = records.dropFirst().filter { ErrorCode(record: $0) == nil }
        #expect(unread.isEmpty)
        #expect(ErrorCodeTable.all.count == 501)
    }

    @Test func `the hexadecimal column is the number`() throws {
        for record in try CommaSeparatedValues.records(PackageResources.error_codes_csv).dropFirst() {
            let code = try #require(ErrorCode(record: record))
            #expect(record[2] == code.hexadecimal)
        }
    }

    @Test func `every number space has the rows it had in the sources`() {
        let counts = NumberSpace.allCases.map { space in ErrorCodeTable.all.count { $0.space == space } }
        #expect(counts == [80, 31, 93, 121, 6, 54, 116])
    }

    @Test func `no number space has a number twice`() {
        let keys = ErrorCodeTable.all.map { "\($0.space) \($0.number)" }
        #expect(Set(keys).count == keys.count)
    }

    @Test func `every code is found by its number and by its names`() {
        for code in ErrorCodeTable.all {
            #expect(ErrorCodeTable.codes(code.number).contains(code))
            #expect(ErrorCodeTable.code(code.number, in: code.space) == code)
            guard let symbol = code.symbol else { continue }
            #expect(ErrorCodeTable.code(named: symbol) == code)
            #expect(ErrorCodeTable.code(named: symbol.lowercased()) == code)
            #expect(code.names.allSatisfy { ErrorCodeTable.code(named: $0) != nil })
        }
    }

    @Test func `no symbol stands for two numbers`() {
        let symbols = ErrorCodeTable.all.compactMap { $0.symbol?.lowercased() }
        #expect(Set(symbols).count == symbols.count)
    }

    @Test func `every text is a sentence in printable ASCII`() {
        for code in ErrorCodeTable.all {
            #expect(code.meaning.count >= 9 && code.meaning.hasSuffix("."), "\(code.hexadecimal)")
            #expect(!code.source.isEmpty && !code.source.hasSuffix("."), "\(code.hexadecimal)")
            let texts = code.meaning + code.source + (code.symbol ?? "")
            #expect(texts.unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) }, "\(code.hexadecimal)")
        }
    }

    @Test func `every topic is that of a code`() {
        #expect(Set(ErrorCodeTable.all.map(\.topic)) == Set(CodeTopic.allCases))
    }

    @Test(
        arguments: [
            (0x904, [.disconnect]), (7, [.disconnect, .extended, .errinfo]),
            (2, [.disconnect, .extended, .errinfo, .negfailure]), (0x8009_0322, [.hresult]), (0x1F08, []),
        ] as [(UInt32, [NumberSpace])])
    func `a number is looked up in every space`(number: UInt32, spaces: [NumberSpace]) {
        #expect(ErrorCodeTable.codes(number).map(\.space) == spaces)
    }

    @Test(
        arguments: [
            ("sec_e_wrong_principal", 0x8009_0322), ("WSAECONNRESET", 0x8007_2746),
            ("E_PROXY_TS_CONNECTFAILED", 0x8007_59DD),
        ] as [(String, UInt32)])
    func `a name without what stands around it finds its code`(name: String, number: UInt32) {
        #expect(ErrorCodeTable.code(named: name)?.number == number)
    }

    @Test func `every number space says what it is and where it is met`() {
        for space in NumberSpace.allCases {
            #expect(!space.title.isEmpty)
            #expect(space.origin.hasSuffix(".") && space.shownAs.hasSuffix("."))
        }
    }
}
