import CNcurses
import Glibc

/// Both ends of a pseudo terminal; the test holds the one that a terminal emulator would hold.
final class PseudoTerminal {
    /// The end for the program.
    let program: Int32
    private var emulator: Int32

    struct Failure: Error {
        let call: String
        let code: Int32
    }

    /// Opens a pseudo terminal of a size in cells (pts(4), ioctl_tty(2)).
    init(width: UInt16, height: UInt16) throws {
        emulator = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
        guard emulator >= 0 else { throw Failure(call: "open /dev/ptmx", code: errno) }
        var locked: Int32 = 0
        var number: UInt32 = 0
        // TIOCSPTLCK and TIOCGPTN, which are macros Swift does not import.
        guard ioctl(emulator, 0x4004_5431, &locked) == 0, ioctl(emulator, 0x8004_5430, &number) == 0 else {
            throw Failure(call: "ioctl", code: errno)
        }
        program = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard program >= 0 else { throw Failure(call: "open /dev/pts/\(number)", code: errno) }
        resize(width: width, height: height)
    }

    deinit {
        hangUp()
        close(program)
    }

    /// Changes the size and says so as the kernel would to a process in the foreground.
    func resize(width: UInt16, height: UInt16) {
        var size = winsize(ws_row: height, ws_col: width, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(emulator, UInt(TIOCSWINSZ), &size)
    }

    /// Presses keys.
    func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(emulator, bytes, bytes.count)
    }

    /// Takes what the program has written so far.
    func output() -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(emulator, &buffer, buffer.count)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Closes the emulator's end, as when its window is closed.
    func hangUp() {
        guard emulator >= 0 else { return }
        close(emulator)
        emulator = -1
    }

    /// The modes the program sees.
    var modes: [UInt32] {
        var modes = termios()
        tcgetattr(program, &modes)
        return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
    }
}
