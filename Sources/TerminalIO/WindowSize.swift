import Drawing
import Glibc

/// The size a terminal says it has.
enum WindowSize {
    /// Returns the size of the terminal behind a descriptor, or nil when it does not know, as on a serial line.
    static func read(from descriptor: Int32) -> Size? {
        var window = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 else {
            return nil
        }
        return Size(width: Int(window.ws_col), height: Int(window.ws_row)).limited(to: Canvas.largest)
    }
}
