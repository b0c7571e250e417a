import CNcurses
import Drawing
import Testing

@testable import TerminalIO

@Suite struct KeyDecoderTests {
    /// Decodes characters that arrive together, as curses hands them over.
    private static func decode(_ text: String) -> [TerminalEvent] {
        var decoder = KeyDecoder()
        return text.unicodeScalars.flatMap { decoder.decode(.character($0.value)) } + decoder.endOfInput()
    }

    @Test(
        arguments: [
            ("a", [.character("a")]), ("ö漢", [.character("ö"), .character("漢")]), (" ", [.character(" ")]),
            ("\r", [.enter]), ("\n", [.enter]), ("\t", [.tab]), ("\u{7F}", [.backspace]), ("\u{8}", [.backspace]),
            ("\u{1}\u{3}\u{1A}", [.control("a"), .control("c"), .control("z")]), ("\u{0}", [.control(" ")]),
            ("\u{1C}\u{1D}\u{1E}\u{1F}", [.control("\\"), .control("]"), .control("^"), .control("_")]),
            ("\u{1B}", [.escape]), ("\u{1B}\u{1B}", [.escape, .escape]), ("\u{1B}x", [.escape, .character("x")]),
            ("\u{9B}\u{301}", []),
            ("\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D", [.up, .down, .right, .left]),
            ("\u{1B}OA\u{1B}OP\u{1B}OM", [.up, .function(1), .enter]),
            ("\u{1B}[H\u{1B}[F\u{1B}[1~\u{1B}[4~\u{1B}[7~\u{1B}[8~", [.home, .end, .home, .end, .home, .end]),
            ("\u{1B}[2~\u{1B}[3~\u{1B}[5~\u{1B}[6~\u{1B}[Z", [.insert, .delete, .pageUp, .pageDown, .backTab]),
            (
                "\u{1B}[11~\u{1B}[15~\u{1B}[17~\u{1B}[24~\u{1B}[[E",
                [.function(1), .function(5), .function(6), .function(12), .function(5)]
            ),
            ("\u{1B}[1;5A\u{1B}[3;2~\u{1B}[1;5R", [.up, .delete, .function(3)]),
            ("\u{1B}[1;2R\u{1B}[28~\u{1B}[15;2~", [.function(15), .function(15), .function(17)]),
            // What is not known is dropped whole, and never acts as the letters it is spelled with.
            ("\u{1B}[<0;12;3mq", [.character("q")]), ("\u{1B}[MqQqj", [.character("j")]),
            ("\u{1B}[1I\u{1B}[;O\u{1B}[?O\u{1B}[>Iq", [.character("q")]),
            ("\u{1B}[<0;12;3;4M\u{1B}[<0;12M\u{1B}[<M\u{1B}[<;1;1M\u{1B}[<0;0;1M\u{1B}[<0;2001;1M", []),
            ("\u{1B}[99~\u{1B}[5A\u{1B}Oz", []),
            ("\u{1B}[?1;2c\u{1B}[12;40R", []), ("\u{1B}[1", []),
        ] as [(String, [Key])])
    func `Characters become keys`(_ text: String, _ keys: [Key]) {
        #expect(Self.decode(text) == keys.map { .key($0) })
    }

    @Test(
        arguments: [
            (KEY_UP, .up), (KEY_DOWN, .down), (KEY_LEFT, .left), (KEY_RIGHT, .right), (KEY_HOME, .home),
            (KEY_END, .end),
            (KEY_PPAGE, .pageUp), (KEY_NPAGE, .pageDown), (KEY_DC, .delete), (KEY_IC, .insert), (KEY_BTAB, .backTab),
            (KEY_ENTER, .enter), (KEY_BACKSPACE, .backspace), (KEY_F0 + 1, .function(1)), (KEY_F0 + 63, .function(63)),
            (KEY_F0, nil), (KEY_RESIZE, nil), (KEY_MOUSE, nil), (KEY_UNDO, nil),
        ] as [(Int32, Key?)])
    func `Codes of curses become keys`(_ code: Int32, _ key: Key?) {
        var decoder = KeyDecoder()
        #expect(decoder.decode(.code(code)) == (key.map { [.key($0)] } ?? []))
    }

    @Test func `Extended names become keys without their modifiers`() {
        var decoder = KeyDecoder()
        #expect(decoder.decode(.named("kUP5")) == [.key(.up)])
        #expect(decoder.decode(.named("kDC3")) == [.key(.delete)])
        #expect(decoder.decode(.named("")) == [])
    }

    @Test(
        arguments: [
            ("0;1;1", MouseInput(.press, at: .origin)), ("0;12;3", MouseInput(.press, at: Point(column: 11, row: 2))),
            // With Shift, Meta and Ctrl held.
            ("28;2;2", MouseInput(.press, at: Point(column: 1, row: 1))),
            ("64;1;9", MouseInput(.wheelUp, at: Point(column: 0, row: 8))),
            ("65;2000;1000", MouseInput(.wheelDown, at: Point(column: 1_999, row: 999))),
            // The other buttons, movement with and without one, and the wheel to the side.
            ("1;1;1", nil), ("2;1;1", nil), ("32;1;1", nil), ("35;1;1", nil), ("66;1;1", nil), ("128;1;1", nil),
        ] as [(String, MouseInput?)])
    func `Reports of the mouse are read, and never act as the letters they are spelled with`(
        _ numbers: String, _ input: MouseInput?
    ) {
        let events = input.map { [TerminalEvent.mouse($0)] } ?? []
        #expect(Self.decode("\u{1B}[<\(numbers)Mq") == events + [.key(.character("q"))])
        #expect(Self.decode("\u{1B}[<\(numbers)m") == [])
        #expect(Self.decode("\u{1B}[200~\u{1B}[<\(numbers)M\u{1B}[201~") == [.pasted("")])
    }

    @Test func `Reports of the focus are no keys, no part of a paste, and leave Esc alone`() {
        #expect(
            Self.decode("a\u{1B}[I\u{1B}[Oq") == [
                .key(.character("a")), .focus(isHeld: true), .focus(isHeld: false), .key(.character("q")),
            ])
        #expect(Self.decode("\u{1B}\u{1B}[I\u{1B}") == [.key(.escape), .focus(isHeld: true), .key(.escape)])
        #expect(Self.decode("\u{1B}[200~a\u{1B}[Ob\u{1B}[201~") == [.pasted("ab")])
        var decoder = KeyDecoder()
        #expect(decoder.decode(.named("kxIN")) == [.focus(isHeld: true)])
        #expect(decoder.decode(.named("kxOUT")) == [.focus(isHeld: false)])
        #expect(
            [.character(0x1B), .named("kxOUT")].flatMap { decoder.decode($0) } == [
                .key(.escape), .focus(isHeld: false),
            ])
        #expect(["PS", "kxOUT"].flatMap { decoder.decode(.named($0)) } == [])
        #expect(decoder.decode(.named("PE")) == [.pasted("")])
    }

    @Test func `A paste with the beginning of an old mouse report in it still finds its end`() {
        #expect(Self.decode("\u{1B}[200~a\u{1B}[M\u{1B}[201~q") == [.pasted("a"), .key(.character("q"))])
    }

    @Test func `Pasted text is one event and never keys`() {
        #expect(
            Self.decode("\u{1B}[200~q\r\nab\tc\u{3}\u{1B}[A\u{1B}x\u{1B}[201~z") == [
                .pasted("q\n\nab cx"), .key(.character("z")),
            ])
        var decoder = KeyDecoder()
        #expect(decoder.decode(.named("PS")) == [])
        #expect(decoder.decode(.code(KEY_UP)) == [])
        #expect(decoder.decode(.character(0x71)) == [])
        #expect(decoder.decode(.named("PE")) == [.pasted("q")])
        #expect(decoder.decode(.named("PE")) == [])
    }

    @Test func `A paste goes on over several reads until its end or until it is given up`() {
        var decoder = KeyDecoder()
        for scalar in "\u{1B}[200~a".unicodeScalars { _ = decoder.decode(.character(scalar.value)) }
        #expect(decoder.endOfInput() == [])
        #expect(decoder.isPasting)
        #expect(decoder.decode(.character(0x62)) == [])
        #expect(decoder.endPaste() == [.pasted("ab")])
        #expect(!decoder.isPasting)
    }

    @Test func `Pastes and sequences are bounded`() {
        var decoder = KeyDecoder()
        _ = decoder.decode(.named("PS"))
        for _ in 0..<KeyDecoder.longestPaste + 9 { _ = decoder.decode(.character(0x61)) }
        #expect(decoder.endPaste() == [.pasted(String(repeating: "a", count: KeyDecoder.longestPaste))])
        #expect(Self.decode("\u{1B}[" + String(repeating: "1", count: 40)).count == 8 - 1)
    }

    @Test func `Scalars outside Unicode are ignored`() {
        var decoder = KeyDecoder()
        #expect(decoder.decode(.character(0xD800)) == [])
        #expect(decoder.decode(.character(.max)) == [])
    }
}
