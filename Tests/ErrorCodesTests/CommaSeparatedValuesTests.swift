import Testing

@testable import ErrorCodes

@Suite struct CommaSeparatedValuesTests {
    @Test(
        arguments: [
            ("", []),
            ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
            ("a,b\r\nc,d", [["a", "b"], ["c", "d"]]),
            ("a,,\n", [["a", "", ""]]),
            (",", [["", ""]]),
            ("\n", [[""]]),
            ("\"a,b\",c\n", [["a,b", "c"]]),
            ("\"say \"\"no\"\"\"\n", [["say \"no\""]]),
            ("\"two\nlines\",x\r\ny\n", [["two\nlines", "x"], ["y"]]),
            ("\"\"", [[""]]),
            ("\"a\"\r\nb", [["a"], ["b"]]),
            ("a b, c \n", [["a b", " c "]]),
            ("\u{E9},\u{1F600}", [["\u{E9}", "\u{1F600}"]]),
        ] as [(String, [[String]])])
    func `records are read`(text: String, records: [[String]]) throws {
        #expect(try CommaSeparatedValues.records(text.utf8) == records)
    }

    @Test(
        arguments: [
            ("a\n\"b", 2, .unclosedQuote), ("\"a\n\nb", 1, .unclosedQuote), ("a\"b", 1, .quoteInPlainField),
            ("x\ny\n\"a\"b", 3, .textAfterQuote), ("\"a\" ,b", 1, .textAfterQuote),
        ] as [(String, Int, CommaSeparatedValues.Mistake.Kind)])
    func `what breaks the form is told with its line`(
        text: String, line: Int, kind: CommaSeparatedValues.Mistake.Kind
    ) {
        #expect(throws: CommaSeparatedValues.Mistake(line: line, kind: kind)) {
            try CommaSeparatedValues.records(text.utf8)
        }
    }
}
