import Glibc

extension Terminal {
    /// Gives the terminal to somebody else while `body` runs on the terminal's thread, and paints the screen again when the
    /// user has pressed Enter or Ctrl-C after that, or at once when the program is asked to end or the terminal is gone.
    ///
    /// Ctrl-C and Ctrl-\ do not end this program meanwhile, and Ctrl-Z stops it with whatever `body` has started, as a
    /// shell's job. What is typed ahead is not taken for keys afterwards.
    package func lend(to body: @Sendable () -> Void) {
        lend { session, thread in
            session.leave()
            TerminalSignals.lent {
                body()
                session.waitForEnter(on: thread)
            }
            tcflush(session.input, TCIFLUSH)
        }
    }

    /// Asks the terminal to put a text into the clipboard of the machine that it runs on (xterm's control sequences,
    /// OSC 52). It never says whether it did.
    ///
    /// - Parameter base64: The text's UTF-8 in Base64.
    package func copy(base64: String) {
        send(ClipboardSequence.bytes(base64: base64, through: Self.multiplexer))
    }

    /// Rings the terminal's bell.
    package func ring() {
        send("\u{07}")
    }

    /// Asks the terminal to show a notification. It never says whether it did.
    package func notify(_ text: String, as form: TerminalNotification) {
        send(NotificationSequence.bytes(text, as: form, through: Self.multiplexer))
    }

    private static var multiplexer: ClipboardSequence.Multiplexer? {
        let names = ["TMUX", "STY", "TERM"]
        let values = names.compactMap { name in getenv(name).map { (name, String(cString: $0)) } }
        return ClipboardSequence.multiplexer(Dictionary(uniqueKeysWithValues: values))
    }
}

extension TerminalSession {
    /// Waits on the terminal's thread for Enter, Ctrl-C, the end of the terminal or that of the program.
    fileprivate func waitForEnter(on thread: TerminalThread) {
        tcflush(input, TCIFLUSH)
        _ = SignalMailbox.takeInterruption()
        while !SignalMailbox.hasStop, !SignalMailbox.takeInterruption() {
            guard thread.waitForInput(input) else { continue }
            var byte: UInt8 = 0
            let count = read(input, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count == 1, byte != UInt8(ascii: "\n") else { return }
        }
    }
}

extension TerminalSignals {
    /// Lets the keys of the terminal reach whoever has it while `body` runs.
    static func lent(_ body: () -> Void) {
        var previous: [(Int32, sigaction)] = []
        for signal in [SIGINT, SIGQUIT, SIGTSTP] {
            var action = sigaction()
            // Not ignored: what the first thread blocks Linux keeps in spite of that, and it would come afterwards.
            action.__sigaction_handler.sa_handler = signal == SIGTSTP ? SIG_DFL : noteInterruption
            action.sa_flags = Int32(SA_RESTART)
            var own = sigaction()
            sigaction(signal, &action, &own)
            previous.append((signal, own))
        }
        body()
        for (signal, action) in previous {
            var action = action
            sigaction(signal, &action, nil)
        }
    }
}

/// The handler of a signal that is for somebody else, or for whoever waits for them.
private func noteInterruption(_ signal: Int32) {
    let code = errno
    SignalMailbox.noteInterruption()
    errno = code
}
