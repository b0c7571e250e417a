import CNcurses
import Glibc
import Synchronization

/// Gives the terminal back when the program ends without closing the screen: on a trap, an abort, or a call of `exit`.
///
/// Everything the signal handler needs is prepared while the screen is opened. The handler itself calls nothing but
/// poll, write, tcsetattr, dup2, read, sigaction and raise, never curses.
enum CrashRestore {
    private static let signals = [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGSYS, SIGQUIT]
    private static let active = Atomic<Bool>(false)
    // Written while `active` is false, read by the thread that has set it from true to false.
    nonisolated(unsafe) private static var modes = termios()
    nonisolated(unsafe) private static var output: Int32 = -1
    nonisolated(unsafe) private static var farewell = UnsafeMutableBufferPointer<UInt8>(start: nil, count: 0)
    nonisolated(unsafe) private static var standardError = StandardErrorCapture.none
    nonisolated(unsafe) private static var previous = UnsafeMutablePointer<sigaction>.allocate(capacity: 65)
    private static let exitHook: Bool = {
        atexit { CrashRestore.restore() }
        return true
    }()

    /// Prepares for the worst; call it once curses has started.
    ///
    /// - Parameters:
    ///   - descriptor: the terminal.
    ///   - before: its modes before curses changed them.
    ///   - capture: the capture to undo.
    static func arm(_ descriptor: Int32, modes before: termios, standardError capture: StandardErrorCapture) {
        let sequence = Farewell.sequence.utf8
        farewell.deallocate()
        farewell = .allocate(capacity: sequence.count)
        _ = farewell.initialize(fromContentsOf: sequence)
        output = descriptor
        modes = before
        standardError = capture
        _ = exitHook
        for signal in signals {
            var own = sigaction()
            own.__sigaction_handler.sa_sigaction = endByFault
            own.sa_flags = Int32(SA_SIGINFO) | Int32(SA_ONSTACK)
            // Restoring the modes from the background would stop the program instead.
            sigaddset(&own.sa_mask, SIGTTOU)
            sigaction(signal, &own, previous + Int(signal))
        }
        active.store(true, ordering: .releasing)
    }

    /// Undoes `arm`.
    static func disarm() {
        guard active.exchange(false, ordering: .acquiringAndReleasing) else { return }
        for signal in signals {
            reinstate(signal)
        }
    }

    /// Sets the action back that a signal had before `arm`.
    static func reinstate(_ signal: Int32) {
        sigaction(signal, previous + Int(signal), nil)
    }

    /// Writes the prepared bytes and sets the modes back, once; safe in a signal handler.
    static func restore() {
        guard active.exchange(false, ordering: .acquiringAndReleasing) else { return }
        var state = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
        // A terminal that takes no more bytes, as after a lost connection, must not hold up the end.
        if poll(&state, 1, 0) > 0 { _ = write(output, farewell.baseAddress, farewell.count) }
        tcsetattr(output, TCSANOW, &modes)
        standardError.restore()
    }
}

/// The signal handler of faults.
private func endByFault(
    _ signal: Int32, _ information: UnsafeMutablePointer<siginfo_t>?, _ context: UnsafeMutableRawPointer?
) {
    CrashRestore.restore()
    // The action before, such as Swift's backtrace, sees the fault when the instruction runs again; a signal somebody
    // sent does not come again by itself.
    CrashRestore.reinstate(signal)
    if let information, information.pointee.si_code <= 0 { raise(signal) }
}
