import Drawing
import Glibc
import TerminalIO

/// Opens the terminal as the board does, draws, and at the first key ends by a fault of its own.
///
/// For tests of what a true crash leaves behind; the signals that other tests send are not quite that, since the
/// processor does not repeat them when the handler returns.
@main
struct TrappingScreen {
    /// What goes wrong, as the argument names it.
    private enum Fault: String {
        /// Reading past the end of an array: a Swift trap.
        case index
        /// A sum that does not fit: a Swift trap.
        case overflow
        /// Reading where no memory is: SIGSEGV by the processor.
        case pointer
        /// `abort`, as C libraries end: SIGABRT.
        case abort
    }

    static func main() async {
        guard let fault = CommandLine.arguments.dropFirst().first.flatMap(Fault.init) else { exit(64) }
        let terminal: Terminal
        do {
            terminal = try await Terminal.open(TerminalConfiguration(mouse: true))
        } catch {
            print(error)
            exit(70)
        }
        var canvas = Canvas(size: await terminal.size)
        canvas.put("about to fail by \(fault.rawValue)", at: .origin, style: Style(.failed))
        await terminal.present(canvas)
        for await event in terminal.events {
            if case .key = event { break }
        }
        fail(by: fault, emptyList: Array(CommandLine.arguments.dropFirst(64)))
    }

    /// Ends the program; the list is empty, which the compiler cannot know.
    private static func fail(by fault: Fault, emptyList: [String]) {
        switch fault {
        case .index: print(emptyList[emptyList.count + 7])
        case .overflow: print(Int8.max + Int8(emptyList.count + 1))
        case .pointer: print(UnsafePointer<Int>(bitPattern: 4_096 + emptyList.count)?.pointee ?? 0)
        case .abort: Glibc.abort()
        }
    }
}
