import Glibc
import Synchronization

/// The signals that concern a terminal, from handler to terminal thread.
///
/// A handler only sets a bit and writes one byte to the thread's pipe; everything else happens on the thread.
/// Curses sets handlers of its own when it starts, so `save` comes before that and `install` after.
struct TerminalSignals {
    /// The signals that ask the program to end.
    static let stops = [SIGTERM, SIGINT, SIGHUP]
    private static let watched = stops + [SIGWINCH, SIGCONT, SIGTSTP]

    private let previous: [(signal: Int32, action: sigaction)]

    /// Remembers the actions in force.
    static func save() -> TerminalSignals {
        TerminalSignals(
            previous: (watched + [SIGPIPE]).map { signal in
                var action = sigaction()
                sigaction(signal, nil, &action)
                return (signal, action)
            })
    }

    /// Reports signals to `doorbell`, the writing end of a pipe; SIGPIPE is ignored.
    ///
    /// A signal that was ignored stays so: under nohup a hang-up is not a reason to end, and without job control
    /// there is nobody to continue a stopped program.
    func install(doorbell: Int32) {
        SignalMailbox.open(doorbell: doorbell)
        for (signal, action) in previous {
            var own = sigaction()
            if signal == SIGPIPE || (signal != SIGWINCH && Self.isIgnored(action)) {
                own.__sigaction_handler.sa_handler = SIG_IGN
            } else {
                own.__sigaction_handler.sa_handler = noteSignal
                own.sa_flags = Int32(SA_RESTART)
            }
            sigaction(signal, &own, nil)
        }
    }

    /// Sets the actions back that were in force before.
    func uninstall() {
        for (signal, action) in previous {
            var action = action
            sigaction(signal, &action, nil)
        }
        SignalMailbox.close()
    }

    /// Whether the program may be stopped and continued.
    var canSuspend: Bool {
        !previous.contains { $0.signal == SIGTSTP && Self.isIgnored($0.action) }
    }

    private static func isIgnored(_ action: sigaction) -> Bool {
        unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
    }
}

/// Where the handler leaves signals: lock-free, because a handler may interrupt anything.
enum SignalMailbox {
    private static let pending = Atomic<UInt64>(0)
    private static let stopsSeen = Atomic<UInt64>(0)
    private static let wasInterrupted = Atomic<Bool>(false)
    private static let doorbell = Atomic<Int32>(-1)

    static func open(doorbell descriptor: Int32) {
        // Touched here first, so that no handler runs the initialisation of these values.
        pending.store(0, ordering: .relaxed)
        stopsSeen.store(0, ordering: .relaxed)
        wasInterrupted.store(false, ordering: .relaxed)
        doorbell.store(descriptor, ordering: .releasing)
    }

    static func close() {
        doorbell.store(-1, ordering: .releasing)
    }

    /// Takes all signals that have come since the last time, as bits by number.
    static func take() -> UInt64 {
        pending.exchange(0, ordering: .acquiring)
    }

    /// Takes one signal, if it has come.
    static func take(_ signal: Int32) -> Bool {
        pending.bitwiseAnd(~(1 << UInt64(signal)), ordering: .acquiringAndReleasing).oldValue & 1 << UInt64(signal) != 0
    }

    /// Notes a signal; called by the handler.
    ///
    /// - Returns: whether it is a request to end, and not the first.
    static func note(_ signal: Int32) -> Bool {
        let bit: UInt64 = 1 << UInt64(signal)
        pending.bitwiseOr(bit, ordering: .releasing)
        ring()
        guard signal == SIGTERM || signal == SIGINT || signal == SIGHUP else { return false }
        return stopsSeen.bitwiseOr(bit, ordering: .relaxed).oldValue != 0
    }

    // MARK: While the terminal is lent

    /// Whether a request to end waits to be taken.
    static var hasStop: Bool {
        let signals = pending.load(ordering: .acquiring)
        return TerminalSignals.stops.contains { signals & 1 << UInt64($0) != 0 }
    }

    /// Notes that somebody pressed Ctrl-C or Ctrl-\; called by the handler.
    static func noteInterruption() {
        wasInterrupted.store(true, ordering: .releasing)
        ring()
    }

    /// Whether somebody has, since this was asked last.
    static func takeInterruption() -> Bool { wasInterrupted.exchange(false, ordering: .acquiring) }

    private static func ring() {
        let descriptor = doorbell.load(ordering: .acquiring)
        guard descriptor >= 0 else { return }
        var byte: UInt8 = 0
        _ = write(descriptor, &byte, 1)
    }
}

/// The signal handler. A second request to end, of whatever kind, is not waiting for anybody any more.
private func noteSignal(_ signal: Int32) {
    let code = errno
    if SignalMailbox.note(signal) {
        CrashRestore.restore()
        var action = sigaction()
        action.__sigaction_handler.sa_handler = SIG_DFL
        sigaction(signal, &action, nil)
        raise(signal)
    }
    errno = code
}
