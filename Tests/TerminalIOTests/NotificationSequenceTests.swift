import Testing

@testable import TerminalIO

@Suite struct NotificationSequenceTests {
    @Test(
        arguments: [
            (.osc9, nil, "\u{1B}]9;rdptop: ts01 DOWN\u{07}"),
            (.osc777, nil, "\u{1B}]777;notify;rdptop;ts01 DOWN\u{07}"),
            (.osc9, .tmux, "\u{1B}Ptmux;\u{1B}\u{1B}]9;rdptop: ts01 DOWN\u{07}\u{1B}\\"),
            (.osc777, .screen, "\u{1B}P\u{1B}]777;notify;rdptop;ts01 DOWN\u{07}\u{1B}\\"),
        ] as [(TerminalNotification, ClipboardSequence.Multiplexer?, String)])
    func `A text goes to the terminal, wrapped for what stands between`(
        form: TerminalNotification, multiplexer: ClipboardSequence.Multiplexer?, expected: String
    ) {
        #expect(NotificationSequence.bytes("ts01 DOWN", as: form, through: multiplexer) == expected)
    }

    @Test(arguments: [
        "a\u{1B}\\b", "a\u{07}b", "a\u{9C}b", "a\u{9D}52;c;x", "a\nb", "a\u{202E}b", "a\u{18}b", "a\u{2028}b",
    ])
    func `Nothing in a text ends the sequence or begins another`(text: String) {
        let bytes = NotificationSequence.bytes(text, as: .osc777, through: nil)
        let body = bytes.dropFirst("\u{1B}]777;notify;rdptop;".count).dropLast()
        #expect(body.first == "a" && body.dropFirst().first == "?")
        #expect(body.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0 != ";" })
    }

    @Test func `A long text is cut`() {
        let bytes = NotificationSequence.bytes(String(repeating: "a", count: 70_000), as: .osc9, through: nil)
        #expect(bytes.utf8.count < 250)
    }
}
