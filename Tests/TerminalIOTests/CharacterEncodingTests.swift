import Testing

@testable import TerminalIO

@Suite struct CharacterEncodingTests {
    @Test(arguments: [
        ("C.UTF-8", true), ("de_DE.UTF-8", true), ("ca_ES.utf8@valencia", true), ("xx_YY.Utf-8", true), ("", false),
        ("C", false), ("POSIX", false), ("de_DE", false), ("de_DE@utf8", false), ("de_DE.ISO-8859-15@euro", false),
        ("ja_JP.eucJP", false), ("UTF-8", false),
    ])
    func `A locale's name tells its encoding`(name: String, isUTF8: Bool) {
        #expect(CharacterEncoding.namesUTF8(name) == isUTF8)
    }
}
