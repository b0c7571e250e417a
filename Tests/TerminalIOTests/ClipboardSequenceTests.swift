import Testing

@testable import TerminalIO

@Suite struct ClipboardSequenceTests {
    @Test(
        arguments: [
            (["TERM": "xterm-256color"], nil), ([:], nil), (["TMUX": "", "STY": "", "TERM": "xterm"], nil),
            (["TMUX": "/tmp/tmux-0/default,1,0", "TERM": "screen-256color"], .tmux),
            (["STY": "12.pts-0.host", "TERM": "screen"], .screen), (["TERM": "screen.xterm-256color"], .screen),
            (["TERM": "tmux-256color"], .tmux), (["TMUX": "x", "STY": "y"], .tmux),
        ] as [([String: String], ClipboardSequence.Multiplexer?)])
    func `The environment says what stands between`(
        environment: [String: String], multiplexer: ClipboardSequence.Multiplexer?
    ) {
        #expect(ClipboardSequence.multiplexer(environment) == multiplexer)
    }

    @Test func `A terminal gets the bytes as they are`() {
        #expect(ClipboardSequence.bytes(base64: "YWJj", through: nil) == "\u{1B}]52;c;YWJj\u{07}")
    }

    @Test func `tmux gets them both as they are and wrapped, with every escape doubled`() {
        #expect(
            ClipboardSequence.bytes(base64: "YWJj", through: .tmux)
                == "\u{1B}]52;c;YWJj\u{07}\u{1B}Ptmux;\u{1B}\u{1B}]52;c;YWJj\u{07}\u{1B}\\")
    }

    @Test func `GNU screen gets them wrapped`() {
        #expect(
            ClipboardSequence.bytes(base64: "YWJj", through: .screen) == "\u{1B}P\u{1B}]52;c;YWJj\u{07}\u{1B}\\")
    }

    @Test func `GNU screen gets long texts in pieces that it takes, of which nothing is missing`() {
        let base64 = String(repeating: "QUJD", count: 500)
        let pieces = ClipboardSequence.bytes(base64: base64, through: .screen)
            .split(separator: "\u{1B}\\", omittingEmptySubsequences: true)
        #expect(pieces.count == 4)
        #expect(pieces.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count <= 2 + ClipboardSequence.screenPiece })
        #expect(pieces.map { $0.dropFirst(2) }.joined() == "\u{1B}]52;c;\(base64)\u{07}")
    }
}
