import CNcurses
import Drawing
import Glibc
import Synchronization
import Testing

@testable import TerminalIO

/// How often a signal has come.
private let interruptions = Atomic(0)

/// Everything that touches curses, the locale or signals, one after the other: all three belong to the whole process.
@Suite(.serialized, .timeLimit(.minutes(5))) struct CursesTests {
    /// A screen on a file: curses needs no terminal to paint.
    static func onFile(
        _ size: Size, type: String = "xterm-256color", colors: TerminalConfiguration.ColorChoice = .always,
        utf8: Bool = true, _ body: (CursesScreen, _ written: () -> Int) throws -> Void
    ) throws {
        setlocale(LC_CTYPE, "C.UTF-8")
        let file = try #require(tmpfile())
        let keys = open("/dev/null", O_RDONLY)
        defer {
            fclose(file)
            close(keys)
        }
        let configuration = TerminalConfiguration(
            input: keys, output: fileno(file), terminalType: type, colors: colors)
        let screen = try CursesScreen(
            configuration, encoding: CharacterEncoding(utf8: utf8, eastAsian: false), size: size)
        defer { screen.close() }
        try body(screen) { Int(lseek(fileno(file), 0, SEEK_END)) }
    }

    /// What curses believes to be on a row.
    private static func row(_ row: Int, width: Int) -> String {
        var buffer = [wchar_t](repeating: 0, count: width + 1)
        mvwinnwstr(rdptop_stdscr(), Int32(row), 0, &buffer, Int32(width))
        return String(String.UnicodeScalarView(buffer.prefix { $0 != 0 }.compactMap { Unicode.Scalar(UInt32($0)) }))
    }

    private static func attributes(_ column: Int, _ row: Int) -> (bits: attr_t, pair: Int16) {
        var cell = cchar_t()
        mvwin_wch(rdptop_stdscr(), Int32(row), Int32(column), &cell)
        var text = [wchar_t](repeating: 0, count: 8)
        var bits: attr_t = 0
        var pair: Int16 = 0
        getcchar(&cell, &text, &bits, &pair, nil)
        return (bits & (rdptop_attribute_bold() | rdptop_attribute_reverse() | rdptop_attribute_dim()), pair)
    }

    @Test func `The width table agrees with the C library on every scalar it knows`() {
        setlocale(LC_CTYPE, "C.UTF-8")
        var different: [String] = []
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let system = CursesPainter.systemWidth(of: scalar)
            if system >= 0, system != TextWidth.cells(of: scalar) { different.append(String(value, radix: 16)) }
        }
        #expect(different.isEmpty)
    }

    @Test func `A canvas arrives on the screen as it was drawn`() throws {
        try Self.onFile(Size(width: 12, height: 3)) { screen, _ in
            var canvas = Canvas(size: screen.size)
            canvas.put("\u{6F22}\u{5B57} é│\u{28FF}", at: .origin)
            canvas.put("edge", at: Point(column: 9, row: 1), style: Style(.failed))
            canvas.put("corner", at: Point(column: 6, row: 2))
            screen.present(canvas, cursor: nil)
            #expect(Self.row(0, width: 12) == "\u{6F22}\u{5B57} é│\u{28FF}    ")
            #expect(Self.row(1, width: 12) == "         edg")
            #expect(Self.row(2, width: 12) == "      corner")
            let failed = Self.attributes(9, 1)
            #expect(failed.bits == rdptop_attribute_reverse())
            #expect(failed.pair > 0)
            #expect(Self.attributes(0, 0) == (0, 0))
        }
    }

    @Test func `An unchanged canvas writes nothing and a small change writes little`() throws {
        try Self.onFile(Size(width: 200, height: 60)) { screen, written in
            var canvas = Canvas(size: screen.size)
            for row in 0..<60 { canvas.put("rdsh-fra-\(row) . . . . . : : - -", at: Point(column: 0, row: row)) }
            screen.present(canvas, cursor: nil)
            let first = written()
            #expect(first > 1_000)
            screen.present(canvas, cursor: nil)
            var equal = Canvas(size: screen.size)
            equal.put(canvas, at: .origin)
            screen.present(equal, cursor: nil)
            #expect(written() == first)
            canvas.put("X", at: Point(column: 20, row: 30), style: Style(.failed))
            screen.present(canvas, cursor: nil)
            #expect(written() > first)
            #expect(written() - first <= 40)
        }
    }

    @Test func `A frame leaves in one piece, and the bytes of the terminal are counted and no others`() throws {
        setlocale(LC_CTYPE, "C.UTF-8")
        // Of such a socket each piece that was written is read by itself (socket(2), SOCK_SEQPACKET).
        var ends: [Int32] = [-1, -1]
        try #require(socketpair(AF_UNIX, Int32(SOCK_SEQPACKET.rawValue), 0, &ends) == 0)
        let null = open("/dev/null", O_RDWR)
        defer { for end in ends + [null] { close(end) } }
        func pieces() -> [Int] {
            var buffer = [UInt8](repeating: 0, count: 65_536)
            var sizes: [Int] = []
            while true {
                let size = recv(ends[1], &buffer, buffer.count, Int32(MSG_DONTWAIT))
                guard size > 0 else { return sizes }
                sizes.append(size)
            }
        }
        let configuration = TerminalConfiguration(
            input: null, output: ends[0], terminalType: "xterm-256color", colors: .always)
        let screen = try CursesScreen(
            configuration, encoding: CharacterEncoding(utf8: true, eastAsian: false),
            size: Size(width: 80, height: 24))
        var sum = pieces().reduce(0, +)
        for round in 0..<3 {
            var canvas = Canvas(size: screen.size)
            for row in 0..<24 {
                canvas.put("\(round)", at: Point(column: 7 * row % 80, row: row))
                canvas.put("\(row + round)", at: Point(column: (7 * row + 40) % 80, row: row), style: Style(.failed))
            }
            screen.present(canvas, cursor: nil)
            write(null, "elsewhere", 9)
            let sizes = pieces()
            #expect(sizes.count == 1)
            sum += sizes.reduce(0, +)
            #expect(screen.output.count == sum)
        }
        screen.leave()
        screen.enter()
        screen.leave()
        sum += pieces().reduce(0, +)
        #expect(screen.output.count == sum)
        screen.close()
    }

    @Test func `A terminal that somebody made non-blocking gets all there is, whatever signals come meanwhile`()
        async throws
    {
        let pipe = try NarrowPipe()
        _ = fcntl(pipe.writing, F_SETFL, fcntl(pipe.writing, F_GETFL) | O_NONBLOCK)
        let output = TerminalOutput(pipe.writing)
        let sent = [UInt8](repeating: UInt8(ascii: "x"), count: 20_000)
        let writer = pthread_self()
        let read = Task.detached {
            // Once the pipe is full, whoever writes waits for room. A signal may find it on its way there, but not a
            // hundred of them.
            var room = pollfd(fd: pipe.writing, events: Int16(POLLOUT), revents: 0)
            while poll(&room, 1, 0) > 0 { sched_yield() }
            for number in 1...100 {
                pthread_kill(writer, SIGURG)
                while interruptions.load(ordering: .acquiring) < number { sched_yield() }
            }
            return pipe.readToEnd {}
        }
        var action = sigaction()
        var own = sigaction()
        interruptions.store(0, ordering: .releasing)
        action.__sigaction_handler.sa_handler = { _ in
            interruptions.wrappingAdd(1, ordering: .acquiringAndReleasing)
        }
        sigaction(SIGURG, &action, &own)
        // The threads of tasks let no signal through. This one nobody else sends, and nobody minds.
        var urgent = sigset_t()
        sigaddset(&urgent, SIGURG)
        pthread_sigmask(SIG_UNBLOCK, &urgent, nil)
        output.send(sent)
        output.close()
        pipe.endWriting()
        _ = await read.value.value
        sigaction(SIGURG, &own, nil)
        #expect(output.count == sent.count)
    }

    @Test func `A first paint at 120 by 40 stays within 12 KB`() throws {
        try Self.onFile(Size(width: 120, height: 40)) { screen, written in
            var canvas = Canvas(size: screen.size)
            for row in 0..<40 {
                let line = "+DOWN rdsh-fra-0\(row) fra . . . R : : : - . 12 ____##  88d 11m behind rdgw-fra-1, refused"
                canvas.put(line, at: Point(column: 0, row: row))
                canvas.put("R", at: Point(column: 28, row: row), style: Style(.failed))
                canvas.put("::: -", at: Point(column: 30, row: row), style: Style(.notReached))
            }
            screen.present(canvas, cursor: nil)
            #expect(written() <= 12_288)
        }
    }

    @Test func `Without UTF-8 every other character shows as question marks of its width`() throws {
        try Self.onFile(Size(width: 10, height: 1), utf8: false) { screen, _ in
            var canvas = Canvas(size: screen.size)
            canvas.put("a\u{6F22}é│b", at: .origin)
            screen.present(canvas, cursor: nil)
            #expect(Self.row(0, width: 10) == "a????b    ")
            #expect(screen.capabilities.glyphs == .ascii)
        }
    }

    @Test func `What the C library does not know shows as a question mark`() throws {
        try Self.onFile(Size(width: 4, height: 1)) { screen, _ in
            var canvas = Canvas(size: screen.size)
            // Not assigned in any version of Unicode so far.
            canvas.put("a\u{3FFFD}b", at: .origin)
            screen.present(canvas, cursor: nil)
            #expect(Self.row(0, width: 4) == "a?b ")
        }
    }

    @Test(
        arguments: [
            ("xterm-256color", .always, 256), ("xterm", .always, 8), ("linux", .always, 8), ("vt100", .always, 0),
            ("xterm-256color", .never, 0),
        ] as [(String, TerminalConfiguration.ColorChoice, Int)])
    func `Colours are what the terminal has and the user wants`(
        _ type: String, _ choice: TerminalConfiguration.ColorChoice, _ colors: Int
    ) throws {
        try Self.onFile(Size(width: 8, height: 1), type: type, colors: choice) { screen, _ in
            #expect(screen.capabilities.colors == colors)
            var canvas = Canvas(size: screen.size)
            canvas.put("R", at: .origin, style: Style(.failed))
            screen.present(canvas, cursor: nil)
            #expect((Self.attributes(0, 0).pair > 0) == (colors > 0))
            // With eight colours, bold on a ground of its own; else in reverse.
            let standsOut = colors == 8 ? rdptop_attribute_bold() : rdptop_attribute_reverse()
            #expect(Self.attributes(0, 0).bits & standsOut != 0)
        }
    }

    @Test func `A canvas of any size is painted on a screen of any size`() throws {
        let sizes = [
            Size(width: 1, height: 1), Size(width: 80, height: 24), Size(width: 1_000, height: 500),
            Size(width: 2, height: 1), Size(width: 20, height: 5),
        ]
        try Self.onFile(Size(width: 80, height: 24)) { screen, _ in
            for drawn in sizes + [.zero] {
                var canvas = Canvas(size: drawn)
                canvas.box(canvas.bounds, glyphs: .unicode, title: "\u{6F22}\u{5B57}")
                canvas.put("\u{6F22}", at: .origin)
                for shown in sizes {
                    screen.resize(to: shown)
                    #expect(screen.size == shown)
                    screen.present(canvas, cursor: Point(column: drawn.width - 1, row: drawn.height - 1))
                    // A wide character needs two columns on the canvas and on the screen.
                    let begin = min(drawn.width, shown.width) >= 2 ? "\u{6F22}" : " "
                    #expect(Self.row(0, width: shown.width).hasPrefix(begin))
                }
            }
        }
    }

    @Test(arguments: [
        ("no-such-terminal", TerminalError.unknownType("no-such-terminal")), ("", .unknownType("")),
        ("dumb", .cannotMoveCursor(type: "dumb")),
    ])
    func `A terminal nothing can be drawn on is refused in words`(_ type: String, _ error: TerminalError) {
        #expect(throws: error) {
            try Self.onFile(Size(width: 8, height: 1), type: type) { _, _ in }
        }
        #expect(error.description.contains("rdptop check"))
    }

    @Test(
        arguments: [
            ("xterm-256color", true), ("tmux-256color", true), ("screen", true), ("linux", false), ("vt100", false),
            ("ansi", false), ("vt220", false), ("rxvt", false), ("sun", false),
        ])
    func `Only a terminal that knows the mode is asked for its focus, and every way out ends that before the keypad's`(
        type: String, isAsked: Bool
    ) throws {
        try Self.onFile(Size(width: 8, height: 1), type: type) { _, _ in
            #expect(FocusReports.begin == (isAsked ? "\u{1B}[?1004h" : ""))
            #expect(FocusReports.end == (isAsked ? "\u{1B}[?1004l" : ""))
            let keypad = Terminfo.string("rmkx") ?? ""
            #expect(Farewell.sequence.hasPrefix(MouseReports.end + BracketedPaste.end + FocusReports.end + keypad))
        }
    }

    @Test func `The last line is left to the shell, and is back on the next canvas`() throws {
        try Self.onFile(Size(width: 8, height: 2), type: "screen") { screen, _ in
            var canvas = Canvas(size: screen.size)
            canvas.put("list", at: .origin)
            canvas.put("q:Quit", at: Point(column: 0, row: 1))
            screen.present(canvas, cursor: nil)
            screen.leave()
            #expect(Self.row(0, width: 8) == "list    ")
            #expect(Self.row(1, width: 8) == "        ")
            screen.enter()
            screen.present(canvas, cursor: nil)
            #expect(Self.row(1, width: 8) == "q:Quit  ")
        }
    }

    @Test func `Padding is no part of a capability`() {
        #expect(Terminfo.withoutPadding("\u{1B}[m\u{F}$<2>") == "\u{1B}[m\u{F}")
        #expect(Terminfo.withoutPadding("a$<5/>b$<1.5*>c$<") == "abc$<")
        #expect(Terminfo.withoutPadding("$5") == "$5")
    }

    @Test func `The kernel's account of a thread's output is understood`() {
        #expect(ThreadOutput.parse("rchar: 6976\nwchar: 1234\nsyscr: 10\n") == 1_234)
        #expect(ThreadOutput.parse("rchar: 6976\n") == nil)
        #expect(ThreadOutput.parse("wchar: x\n") == nil)
    }

    @Test func `Standard streams that are no terminal are refused`() async throws {
        let null = open("/dev/null", O_RDWR)
        defer { close(null) }
        await #expect(throws: TerminalError.notATerminal(stream: "standard input")) {
            _ = try await Terminal.open(TerminalConfiguration(input: null, output: null))
        }
        let pty = try PseudoTerminal(width: 80, height: 24)
        await #expect(throws: TerminalError.notATerminal(stream: "standard output")) {
            _ = try await Terminal.open(TerminalConfiguration(input: pty.program, output: null))
        }
    }

    @Test func `A terminal gives keys, sizes and signals, and is handed back as it was`() async throws {
        let pty = try PseudoTerminal(width: 40, height: 10)
        let before = pty.modes
        let terminal = try await Terminal.open(
            TerminalConfiguration(input: pty.program, output: pty.program, terminalType: "xterm-256color"))
        #expect(pty.modes != before)
        #expect(await terminal.size == Size(width: 40, height: 10))
        await #expect(throws: TerminalError.alreadyOpen) {
            _ = try await Terminal.open(TerminalConfiguration(input: pty.program, output: pty.program))
        }
        var canvas = Canvas(size: await terminal.size)
        canvas.put("hello", at: .origin)
        await terminal.present(canvas)
        let screen = pty.output()
        #expect(screen.contains("\u{1B}[?1049h"))
        #expect(screen.contains("hello"))
        await terminal.present(canvas)
        #expect(pty.output() == "")
        #expect((await terminal.bytesWritten ?? screen.utf8.count) == screen.utf8.count)

        var events = terminal.events.makeAsyncIterator()
        pty.type("q")
        #expect(await events.next() == .key(.character("q")))
        pty.type("\u{1B}OA\u{3}")
        #expect(await events.next() == .key(.up))
        #expect(await events.next() == .key(.control("c")))
        pty.type("\u{1B}")
        #expect(await events.next() == .key(.escape))
        pty.type("\u{1B}[200~q\u{1B}[201~")
        #expect(await events.next() == .pasted("q"))
        pty.type("\u{1B}[Oq\u{1B}[I")
        #expect(await events.next() == .focus(isHeld: false))
        #expect(await events.next() == .key(.character("q")))
        #expect(await events.next() == .focus(isHeld: true))

        pty.resize(width: 1, height: 1)
        kill(getpid(), SIGWINCH)
        #expect(await events.next() == .resized(Size(width: 1, height: 1)))
        await terminal.present(canvas)
        pty.resize(width: 60, height: 12)
        kill(getpid(), SIGWINCH)
        #expect(await events.next() == .resized(Size(width: 60, height: 12)))
        await terminal.present(canvas, cursor: Point(column: 5, row: 0))
        #expect(pty.output().contains("hello"))
        kill(getpid(), SIGCONT)
        #expect(await events.next() == .resumed)
        #expect(pty.output().contains("hello"))
        kill(getpid(), SIGTERM)
        #expect(await events.next() == .stopRequested(signal: SIGTERM))

        await terminal.close()
        #expect(await events.next() == nil)
        let farewell = pty.output()
        // It is not taken once more on the way out.
        #expect(farewell.contains("\u{1B}[?1049l") && !farewell.contains("\u{1B}[?1049h"))
        #expect(pty.modes == before)
        // A closed terminal takes everything and does nothing.
        await terminal.present(canvas)
        await terminal.suspend()
        await terminal.close()
        #expect(await terminal.size == .zero)
        #expect(pty.output() == "")
    }

    @Test func `A request to stop that comes in the middle of an update is not ignored`() async throws {
        let pipe = try NarrowPipe()
        let session = try TerminalSession(
            TerminalConfiguration(
                input: pipe.reading, output: pipe.writing, terminalType: "xterm-256color", colors: .always),
            doorbell: -1)
        let seen = pipe.readToEnd {
            var action = sigaction()
            sigaction(SIGTSTP, nil, &action)
            return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
        }
        var canvas = Canvas(size: Size(width: 80, height: 24))
        for row in 0..<24 {
            for column in 0..<80 {
                let style = Style([.failed, .warning, .ok, .normal][(row + column) % 4])
                canvas.put("x", at: Point(column: column, row: row), style: style)
            }
        }
        session.screen.present(canvas, cursor: nil)
        // After a pause curses writes by itself, and more than fits into the pipe: while the first byte of that is read, it
        // is still writing the rest. A frame has left curses when its first byte is read.
        session.leave()
        session.enter()
        session.end()
        pipe.endWriting()
        let reads = await seen.value
        #expect(reads.count > 4)
        #expect(!reads.contains(true))
    }

    @Test func `A terminal that claims an absurd size gets a bounded screen`() async throws {
        let pty = try PseudoTerminal(width: .max, height: .max)
        let terminal = try await Terminal.open(
            TerminalConfiguration(input: pty.program, output: pty.program, terminalType: "vt100"))
        #expect(await terminal.size == Canvas.largest)
        await terminal.close()
    }

    @Test func `A terminal that is gone says so once and can be closed`() async throws {
        let pty = try PseudoTerminal(width: 80, height: 24)
        let terminal = try await Terminal.open(
            TerminalConfiguration(input: pty.program, output: pty.program, terminalType: "vt100"))
        var events = terminal.events.makeAsyncIterator()
        pty.hangUp()
        #expect(await events.next() == .hungUp)
        await terminal.present(Canvas(size: Size(width: 80, height: 24)))
        await terminal.close()
        #expect(await events.next() == nil)
    }

    @Test func `A terminal says when the time has come that was asked for last, and once`() async throws {
        let pty = try PseudoTerminal(width: 80, height: 24)
        let terminal = try await Terminal.open(
            TerminalConfiguration(input: pty.program, output: pty.program, terminalType: "vt100"))
        var events = terminal.events.makeAsyncIterator()
        let asked = ContinuousClock.now
        await terminal.setAlarm(at: asked + .seconds(3_600))
        await terminal.setAlarm(at: asked + .milliseconds(20))
        #expect(await events.next() == .alarm)
        #expect(ContinuousClock.now - asked >= .milliseconds(20))
        // One that is past rings at once, and a key that comes later is the next event.
        await terminal.setAlarm(at: asked)
        #expect(await events.next() == .alarm)
        pty.type("q")
        #expect(await events.next() == .key(.character("q")))
        await terminal.setAlarm(at: asked + .seconds(3_600))
        await terminal.close()
        #expect(await events.next() == nil)
    }

    @Test func `An error while opening leaves the terminal usable`() async throws {
        let pty = try PseudoTerminal(width: 80, height: 24)
        let before = pty.modes
        await #expect(throws: TerminalError.unknownType("no-such-terminal")) {
            _ = try await Terminal.open(
                TerminalConfiguration(input: pty.program, output: pty.program, terminalType: "no-such-terminal"))
        }
        await #expect(throws: TerminalError.cannotMoveCursor(type: "dumb")) {
            _ = try await Terminal.open(
                TerminalConfiguration(input: pty.program, output: pty.program, terminalType: "dumb"))
        }
        #expect(pty.modes == before)
        let terminal = try await Terminal.open(
            TerminalConfiguration(input: pty.program, output: pty.program, terminalType: "vt100"))
        await terminal.close()
        #expect(pty.modes == before)
    }
}
