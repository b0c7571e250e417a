package import Drawing
import Glibc
import Synchronization

/// The terminal as a screen: takes canvases, gives events, and always hands the terminal back as it was.
///
/// It runs on a thread of its own, so that neither a slow terminal nor waiting for a key holds up anything else, and
/// there is at most one at a time. It restores the terminal on `close`, on `exit`, on a trap, and on a second SIGTERM,
/// SIGINT or SIGHUP; the first of those is an event, as is the loss of the terminal.
package actor Terminal {
    /// Keys, pastes, the mouse, the focus, sizes and requests to end, for one consumer; it ends when the terminal is closed.
    ///
    /// When nobody takes them, the newest 1,024 are kept.
    package nonisolated let events: AsyncStream<TerminalEvent>

    package nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    /// The terminal's thread for tasks that wait, so that what they wait for wakes no other thread on its way to them.
    package nonisolated var executor: any TaskExecutor { thread }

    private static let isOpen = Atomic<Bool>(false)

    private nonisolated let thread: TerminalThread
    private let configuration: TerminalConfiguration
    private let sink: AsyncStream<TerminalEvent>.Continuation
    private var session: TerminalSession?
    private var keys = KeyDecoder()
    private var lastInput = ContinuousClock.now

    /// Opens the screen on a terminal.
    ///
    /// - Throws: `TerminalError` when there is no terminal, curses does not know it, or nothing can be drawn on it.
    package static func open(
        _ configuration: TerminalConfiguration = TerminalConfiguration()
    ) async throws(TerminalError) -> Terminal {
        guard isatty(configuration.input) == 1 else { throw .notATerminal(stream: "standard input") }
        guard isatty(configuration.output) == 1 else { throw .notATerminal(stream: "standard output") }
        guard !isOpen.exchange(true, ordering: .acquiringAndReleasing) else { throw .alreadyOpen }
        do throws(TerminalError) {
            let terminal = Terminal(configuration, on: try TerminalThread())
            try await terminal.start()
            return terminal
        } catch {
            isOpen.store(false, ordering: .releasing)
            throw error
        }
    }

    private init(_ configuration: TerminalConfiguration, on thread: TerminalThread) {
        self.configuration = configuration
        self.thread = thread
        (events, sink) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1_024))
    }

    /// What the terminal can show; after `close`, nothing.
    package var capabilities: TerminalCapabilities {
        session?.screen.capabilities ?? TerminalCapabilities(colors: 0, utf8: false, eastAsian: false)
    }

    /// The size a canvas should have; after `close`, zero.
    package var size: Size {
        session?.screen.size ?? .zero
    }

    /// The bytes written to the terminal since it was opened, or nil where the kernel keeps no such account.
    package var bytesWritten: Int? {
        session?.bytesWritten
    }

    /// Paints a canvas with its upper left cell in the upper left corner.
    ///
    /// Only what has changed is sent; when nothing has, not one byte is. A canvas of another size than the
    /// terminal's is cut or followed by blanks.
    ///
    /// - Parameters:
    ///   - canvas: what to show.
    ///   - cursor: where the cursor blinks, or nil to hide it.
    package func present(_ canvas: Canvas, cursor: Point? = nil) {
        session?.screen.present(canvas, cursor: cursor)
    }

    /// Makes the next `present` clear the screen and paint all of it, as after something else has written there.
    package func forget() {
        session?.screen.forget()
    }

    /// Shows everything in another theme from the next `present` on.
    package func use(_ theme: Theme) {
        session?.screen.use(theme)
    }

    /// Switches the mouse on or off; while it is off, the terminal is in no mode that has to do with it.
    package func setMouse(_ isOn: Bool) {
        session?.setMouse(isOn)
    }

    /// Lets the events say `alarm` at a time, once, and not at the one that was asked for before.
    package func setAlarm(at instant: ContinuousClock.Instant) {
        guard session != nil else { return }
        thread.ring(at: instant)
    }

    /// Gives the terminal back, stops the program with its process group as Ctrl-Z does, and paints the screen again
    /// when it is continued; then the events say `resumed`, and `resized` before it if need be.
    ///
    /// Where there is no job control the screen is only painted again.
    package func suspend() {
        guard let session else { return }
        session.leave()
        session.stopProcessGroup(waitingOn: thread)
        resume()
        // While waiting, the thread has swallowed the bell of other signals.
        takeSignals()
    }

    /// Lets `body` have the session and this thread, and paints the screen again.
    func lend(to body: (TerminalSession, TerminalThread) -> Void) {
        guard let session else { return }
        body(session, thread)
        resume()
        takeSignals()
    }

    /// Writes past curses, whose own output is complete after each frame.
    func send(_ text: String) {
        session?.send(text)
    }

    /// Gives the terminal back for good and shows what was written to standard error meanwhile; more calls do nothing.
    package func close() {
        guard let session else { return }
        self.session = nil
        thread.watch(nil, nil)
        thread.ring(at: nil)
        session.end()
        sink.finish()
        Self.isOpen.store(false, ordering: .releasing)
    }

    private func start() throws(TerminalError) {
        session = try TerminalSession(configuration, doorbell: thread.doorbell)
        thread.watch(configuration.input) { [weak self] occasion in
            self?.assumeIsolated { $0.attend(to: occasion) }
        }
    }

    private func attend(to occasion: TerminalThread.Occasion) {
        switch occasion {
        case .doorbell: takeSignals()
        case .input: readKeys()
        case .alarm: sink.yield(.alarm)
        case .hangUp: sink.yield(.hungUp)
        }
    }

    private func takeSignals() {
        guard session != nil else { return }
        let signals = SignalMailbox.take()
        func came(_ signal: Int32) -> Bool { signals & 1 << UInt64(signal) != 0 }
        for signal in TerminalSignals.stops where came(signal) {
            sink.yield(.stopRequested(signal: signal))
        }
        if came(SIGTSTP) {
            suspend()
        } else if came(SIGCONT) {
            // Stopped by SIGSTOP: whoever had the terminal meanwhile may have changed everything.
            session?.leave()
            resume()
        } else if came(SIGWINCH) {
            takeSize()
        }
    }

    private func resume() {
        session?.enter()
        takeSize()
        sink.yield(.resumed)
    }

    private func takeSize() {
        guard let session, let size = WindowSize.read(from: configuration.output), size != session.screen.size else {
            return
        }
        session.screen.resize(to: size)
        sink.yield(.resized(session.screen.size))
    }

    private func readKeys() {
        guard let screen = session?.screen else { return }
        let now = ContinuousClock.now
        // The end of a paste can get lost; then a pause ends it, or no key would ever work again.
        if keys.isPasting, now - lastInput > .seconds(1) { report(keys.endPaste()) }
        lastInput = now
        while let input = screen.read() {
            report(keys.decode(input))
        }
        report(keys.endOfInput())
    }

    private func report(_ events: [TerminalEvent]) {
        for event in events {
            sink.yield(event)
        }
    }
}
