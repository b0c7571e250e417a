import CNcurses
import Drawing

/// One thing curses has read.
enum RawInput: Hashable {
    /// A character, as a scalar value.
    case character(UInt32)
    /// A key of terminfo, as one of the `KEY_` constants.
    case code(Int32)
    /// A key that only terminfo's extended names know, such as `kUP5`.
    case named(String)
}

/// Makes events of what curses has read.
///
/// Curses leaves sequences alone that terminfo does not list. They are decoded here as far as they are common
/// (ECMA-48, xterm) and dropped otherwise, so that an unknown key never acts as the letters it is spelled with.
/// Bracketed paste arrives as one event for the same reason.
struct KeyDecoder {
    /// The most scalars of one paste that are kept.
    static let longestPaste = 65_536
    private static let longestSequence = 32

    private enum State {
        case ground
        case escape
        /// After `ESC O`.
        case singleShift
        /// After `ESC [`, with what followed.
        case control(String)
        /// Within a mouse report of the old form, with so many characters to come.
        case oldMouseReport(Int)
    }

    private var state = State.ground
    private var paste: String.UnicodeScalarView?
    /// Counted along, because counting a text means walking through it.
    private var pasteLength = 0

    /// Whether a paste has begun and not ended.
    var isPasting: Bool { paste != nil }

    /// Takes one input and returns the events it completes.
    mutating func decode(_ input: RawInput) -> [TerminalEvent] {
        switch input {
        case .character(let value):
            guard let scalar = Unicode.Scalar(value) else { return [] }
            return decode(scalar)
        case .code(let code):
            state = .ground
            guard paste == nil, let key = Self.key(code: code) else { return [] }
            return [.key(key)]
        case .named(let name):
            // A report is no part of Alt with a key.
            let escape = endOfInput()
            if name == "PS" { return beginPaste() }
            if name == "PE" { return endPaste() }
            guard paste == nil else { return [] }
            if let isHeld = FocusReports.isHeld(named: name) { return escape + [.focus(isHeld: isHeld)] }
            guard let key = Self.key(named: name) else { return [] }
            return [.key(key)]
        }
    }

    /// Returns the event of an Esc after which nothing came.
    mutating func endOfInput() -> [TerminalEvent] {
        defer { state = .ground }
        if case .escape = state, paste == nil { return [.key(.escape)] }
        return []
    }

    /// Ends a paste whose end never came, and returns what there is of it.
    mutating func endPaste() -> [TerminalEvent] {
        guard let text = paste else { return [] }
        paste = nil
        return [.pasted(String(text))]
    }

    private mutating func beginPaste() -> [TerminalEvent] {
        guard !isPasting else { return [] }
        paste = String.UnicodeScalarView()
        pasteLength = 0
        return []
    }

    private mutating func decode(_ scalar: Unicode.Scalar) -> [TerminalEvent] {
        switch state {
        case .ground:
            if scalar == "\u{1B}" {
                state = .escape
                return []
            }
            return plain(scalar)
        case .escape:
            switch scalar {
            case "[": state = .control("")
            case "O": state = .singleShift
            case "\u{1B}": return isPasting ? [] : [.key(.escape)]
            default:
                // Esc and a key pressed quickly one after the other, or Alt with that key.
                state = .ground
                return (isPasting ? [] : [.key(.escape)]) + plain(scalar)
            }
            return []
        case .singleShift:
            state = .ground
            guard !isPasting, let key = Self.key(singleShift: scalar) else { return [] }
            return [.key(key)]
        case .control(let parameters):
            // The Linux console spells F1 to F5 with a second bracket, which is not its end.
            let isConsoleKey = parameters.isEmpty && scalar == "["
            if (0x40...0x7E).contains(scalar.value), !isConsoleKey {
                // Somebody else may have left the mouse on, in the form in which button, column and row are characters.
                let isOldReport = parameters.isEmpty && scalar == "M" && !isPasting
                state = isOldReport ? .oldMouseReport(3) : .ground
                return sequence(parameters, scalar)
            }
            let isPart = (0x20...0x3F).contains(scalar.value) || isConsoleKey
            state =
                isPart && parameters.utf8.count < Self.longestSequence
                ? .control(parameters + String(scalar)) : .ground
            return []
        case .oldMouseReport(let rest):
            state = rest > 1 ? .oldMouseReport(rest - 1) : .ground
            return []
        }
    }

    private mutating func sequence(_ parameters: String, _ final: Unicode.Scalar) -> [TerminalEvent] {
        if final == "~", parameters == "200" { return beginPaste() }
        if final == "~", parameters == "201" { return endPaste() }
        guard !isPasting else { return [] }
        // A report that ends in a small letter is of a button that was let go.
        if parameters.hasPrefix("<") {
            return final == "M" ? MouseReports.input(parameters).map { [.mouse($0)] } ?? [] : []
        }
        if parameters.isEmpty, let isHeld = FocusReports.isHeld(final) { return [.focus(isHeld: isHeld)] }
        guard let key = Self.key(control: parameters, final) else { return [] }
        return [.key(key)]
    }

    private mutating func plain(_ scalar: Unicode.Scalar) -> [TerminalEvent] {
        guard isPasting else {
            return Self.key(scalar).map { [.key($0)] } ?? []
        }
        let kept: Unicode.Scalar? =
            switch scalar {
            case "\r", "\n": "\n"
            case "\t": " "
            default: TextWidth.cells(of: scalar) > 0 ? scalar : nil
            }
        if let kept, pasteLength < Self.longestPaste {
            paste?.append(kept)
            pasteLength += 1
        }
        return []
    }
}
