import CNcurses
import Drawing
import Glibc

/// The curses side of a terminal: starts and ends the screen, paints canvases, reads keys.
///
/// Not sendable: curses keeps its state in globals, so one thread has to make every call.
final class CursesScreen {
    /// What the terminal can show.
    let capabilities: TerminalCapabilities
    /// The size curses draws on.
    private(set) var size: Size

    /// Where everything goes that the terminal gets.
    let output: TerminalOutput

    private let screen: OpaquePointer
    private let stream: UnsafeMutablePointer<FILE>
    private let input: UnsafeMutablePointer<FILE>
    /// Keys are read from a pad, because reading from a window would refresh that window first.
    private let keyboard: UnsafeMutablePointer<WINDOW>?
    private let depth: ColorDepth
    private var painter: CursesPainter

    /// The canvas on the screen, or nil when the screen's content is not known.
    private var shown: Canvas?
    private var shownCursor: Point?

    /// Starts the screen.
    ///
    /// - Parameters:
    ///   - configuration: where and how; the descriptors are duplicated and stay the caller's.
    ///   - encoding: what the locale allows.
    ///   - size: the size to draw on, or nil for what terminfo or the environment say.
    /// - Throws: `TerminalError` when curses does not know the terminal or it cannot move its cursor.
    init(_ configuration: TerminalConfiguration, encoding: CharacterEncoding, size: Size?) throws(TerminalError) {
        let type = configuration.terminalType ?? getenv("TERM").map { String(cString: $0) } ?? ""
        stream = try Self.stream(configuration.output, "w")
        let before = ThreadOutput.bytes()
        do throws(TerminalError) {
            input = try Self.stream(configuration.input, "r")
        } catch {
            fclose(stream)
            throw error
        }
        // Curses would believe a terminal that claims 65,535 by 65,535, so it starts with terminfo's size then.
        use_env(size.map { $0.width < Canvas.largest.width && $0.height < Canvas.largest.height } ?? true)
        guard !type.isEmpty, let screen = Self.newScreen(type, stream, input) else {
            fclose(stream)
            fclose(input)
            throw .unknownType(type)
        }
        self.screen = screen
        guard Terminfo.string("cup") != nil else {
            endwin()
            delscreen(screen)
            fclose(stream)
            fclose(input)
            throw .cannotMoveCursor(type: type)
        }

        output = TerminalOutput(fileno(stream))

        // raw, so that Ctrl-C, Ctrl-Z and Ctrl-S are keys.
        raw()
        noecho()
        nonl()
        set_escdelay(25)
        // Look for input between frames only, never in the middle of one.
        typeahead(-1)
        keyboard = newpad(1, 1)
        keypad(keyboard, true)
        nodelay(keyboard, true)
        // Curses would take a mouse report for a key and leave its numbers as letters; the decoder knows it whole.
        keyok(KEY_MOUSE, false)
        leaveok(rdptop_stdscr(), true)
        curs_set(0)

        let colors = Self.startColors(configuration)
        let utf8 = encoding.utf8 && !configuration.asciiOnly
        capabilities = TerminalCapabilities(colors: colors, utf8: utf8, eastAsian: encoding.eastAsian)
        depth = ColorDepth(colors: colors, isDirect: Terminfo.hasDirectColors && colors == 1 << 24)
        painter = CursesPainter(theme: configuration.theme, depth: depth, utf8: utf8)
        self.size = .zero
        resize(to: size)
        output.countOutput(since: before)
    }

    /// Paints a canvas with its upper left cell in the upper left corner, and puts the cursor at a place or hides it.
    ///
    /// Only what differs from the canvas before is painted; when nothing does, nothing is written.
    func present(_ canvas: Canvas, cursor: Point?) {
        var frame = canvas
        if canvas.size != size {
            frame = Canvas(size: size)
            frame.put(canvas, at: .origin)
        }
        let cursor = cursor.flatMap { frame[$0.column, $0.row] == nil ? nil : $0 }
        var changed = shown == nil || cursor != shownCursor
        for run in frame.changes(since: shown ?? Canvas(size: .zero)) {
            painter.paint(frame[run], run, on: rdptop_stdscr())
            changed = true
        }
        guard changed else { return }
        output.frame {
            if let cursor {
                wmove(rdptop_stdscr(), Int32(cursor.row), Int32(cursor.column))
            }
            if (cursor == nil) != (shownCursor == nil) || shown == nil {
                leaveok(rdptop_stdscr(), cursor == nil)
                curs_set(cursor == nil ? 0 : 1)
            }
            wnoutrefresh(rdptop_stdscr())
            doupdate()
        }
        shown = frame
        shownCursor = cursor
    }

    /// Shows everything in another theme from the next canvas on.
    func use(_ theme: Theme) {
        painter = CursesPainter(theme: theme, depth: depth, utf8: capabilities.utf8)
        forget()
    }

    /// Forgets what is on the screen, so that the next canvas is painted in full.
    func forget() {
        clearok(rdptop_curscr(), true)
        shown = nil
    }

    /// Draws on another size from now on, or on the one curses knows when there is none; nothing of the old content
    /// stays.
    func resize(to newSize: Size?) {
        if let newSize {
            resizeterm(Int32(max(1, newSize.height)), Int32(max(1, newSize.width)))
        }
        let width = Int(getmaxx(rdptop_stdscr()))
        let height = Int(getmaxy(rdptop_stdscr()))
        size = Size(width: width, height: height).limited(to: Canvas.largest)
        werase(rdptop_stdscr())
        forget()
    }

    /// Gives the terminal back to the shell for a while.
    func leave() {
        output.direct {
            // The shell goes on in the last line where there is no other screen to go back to. GNU screen says that it has
            // one, and has none unless it is told (screen(1), "altscreen").
            wmove(rdptop_stdscr(), Int32(size.height) - 1, 0)
            wclrtoeol(rdptop_stdscr())
            wnoutrefresh(rdptop_stdscr())
            doupdate()
            endwin()
        }
        shown = nil
    }

    /// Takes the terminal again after `leave` and shows what was on it, but for the last line.
    func enter() {
        // After endwin the next update sets the modes again and enters the alternate screen.
        clearok(rdptop_curscr(), true)
        wnoutrefresh(rdptop_stdscr())
        output.direct {
            doupdate()
            keypad(keyboard, true)
            curs_set(shownCursor == nil ? 0 : 1)
        }
    }

    /// Ends the screen; no other call may follow.
    func close() {
        leave()
        if let keyboard { delwin(keyboard) }
        delscreen(screen)
        output.close()
        fclose(stream)
        fclose(input)
    }

    /// Reads one input without waiting, except for the rest of a key's sequence; nil when there is none.
    func read() -> RawInput? {
        var value: wint_t = 0
        let result = wget_wch(keyboard, &value)
        if result == ERR { return nil }
        guard result == KEY_CODE_YES else { return .character(value) }
        let code = Int32(bitPattern: value)
        if code <= KEY_MAX { return .code(code) }
        return .named(keyname(code).map { String(cString: $0) } ?? "")
    }

    /// Starts curses on a terminal of a type; nil when it does not know that.
    ///
    /// Curses that finds SIGTSTP at its default ignores it during every update from then on, and one that comes in the
    /// middle of a frame is lost (ncurses 6.4, lib_tstp.c, `_nc_signal_handler`). It looks once in the life of a process,
    /// at the first start, and leaves alone what is not at its default.
    private static func newScreen(
        _ type: String, _ output: UnsafeMutablePointer<FILE>, _ input: UnsafeMutablePointer<FILE>
    ) -> OpaquePointer? {
        var found = sigaction()
        var ignored = sigaction()
        ignored.__sigaction_handler.sa_handler = SIG_IGN
        sigaction(SIGTSTP, &ignored, &found)
        defer { sigaction(SIGTSTP, &found, nil) }
        // Not initscr, which ends the process when it does not know the terminal.
        return newterm(type, output, input)
    }

    private static func stream(
        _ descriptor: Int32, _ mode: String
    ) throws(TerminalError) -> UnsafeMutablePointer<FILE> {
        let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
        guard copy >= 0 else { throw .systemCall("fcntl", code: errno) }
        guard let stream = fdopen(copy, mode) else {
            let code = errno
            Glibc.close(copy)
            throw .systemCall("fdopen", code: code)
        }
        return stream
    }

    /// Starts colours if they are wanted and returns how many there are.
    private static func startColors(_ configuration: TerminalConfiguration) -> Int {
        let wanted =
            switch configuration.colors {
            case .always: true
            case .never: false
            // no-color.org: any value but the empty one.
            case .auto: getenv("NO_COLOR").map { $0.pointee == 0 } ?? true
            }
        guard wanted, has_colors(), start_color() != ERR else { return 0 }
        return use_default_colors() == ERR ? 0 : Int(rdptop_colors())
    }
}
