import CNcurses
import Drawing
import Glibc

/// Everything an open terminal has changed in the process, from taking it to giving it back.
///
/// Lives on the terminal thread, as the screen in it does.
final class TerminalSession {
    let screen: CursesScreen

    let input: Int32

    private let output: Int32
    private let signals: TerminalSignals
    private let standardError: StandardErrorCapture
    private let doorbell: Int32
    private var isMouseOn = false

    /// Takes the terminal.
    ///
    /// The order matters: modes and signal actions are remembered before curses changes them, and handlers are set
    /// after curses has set its own.
    init(_ configuration: TerminalConfiguration, doorbell: Int32) throws(TerminalError) {
        input = configuration.input
        output = configuration.output
        self.doorbell = doorbell
        var modes = termios()
        tcgetattr(output, &modes)
        signals = .save()
        do throws(TerminalError) {
            screen = try CursesScreen(
                configuration, encoding: .fromEnvironment(), size: WindowSize.read(from: configuration.output))
        } catch {
            signals.uninstall()
            throw error
        }
        standardError = .begin()
        CrashRestore.arm(output, modes: modes, standardError: standardError)
        signals.install(doorbell: doorbell)
        send(BracketedPaste.begin + FocusReports.begin)
        setMouse(configuration.mouse)
    }

    /// Switches the mouse on or off.
    func setMouse(_ isOn: Bool) {
        guard isOn != isMouseOn else { return }
        isMouseOn = isOn
        send(isOn ? MouseReports.begin : MouseReports.end)
    }

    /// The bytes written to the terminal so far.
    var bytesWritten: Int? { screen.output.count }

    /// Gives the terminal back for a while.
    func leave() {
        endReports()
        screen.leave()
    }

    /// Takes the terminal again.
    func enter() {
        screen.enter()
        send(BracketedPaste.begin + FocusReports.begin)
        if isMouseOn { send(MouseReports.begin) }
    }

    /// Gives everything back for good.
    func end() {
        endReports()
        screen.close()
        CrashRestore.disarm()
        signals.uninstall()
        standardError.end()
    }

    /// Asks the terminal to tell nothing any more.
    private func endReports() {
        // The mouse first: what it still reports would be taken for typed text.
        if isMouseOn { send(MouseReports.end) }
        send(BracketedPaste.end + FocusReports.end)
    }

    /// Stops the process group as a terminal's own Ctrl-Z would, and returns when the program is continued.
    ///
    /// SIGSTOP to the process alone would leave a parent such as make waiting in the foreground.
    func stopProcessGroup(waitingOn thread: TerminalThread) {
        guard signals.canSuspend else { return }
        _ = SignalMailbox.take(SIGCONT)
        var stop = sigaction()
        stop.__sigaction_handler.sa_handler = SIG_DFL
        var own = sigaction()
        sigaction(SIGTSTP, &stop, &own)
        kill(0, SIGTSTP)
        // The kernel stops threads one after the other, so this one may run on for a moment; painting in it would
        // land on the shell's screen. In an orphaned process group nothing stops at all, hence the limit.
        for _ in 0..<50 where !SignalMailbox.take(SIGCONT) {
            thread.waitForDoorbell(milliseconds: 10)
        }
        sigaction(SIGTSTP, &own, nil)
    }

    /// Writes past curses, whose own output is complete after each update.
    func send(_ text: String) { screen.output.send(Array(text.utf8)) }
}
