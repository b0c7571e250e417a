import CNcurses
import Drawing

extension KeyDecoder {
    /// The key of a single character.
    static func key(_ scalar: Unicode.Scalar) -> Key? {
        switch scalar.value {
        case 0x00: .control(" ")
        case 0x08, 0x7F: .backspace
        case 0x09: .tab
        case 0x0A, 0x0D: .enter
        case 0x1B: .escape
        // Ctrl clears the two upper bits of the letter: 1 is Ctrl-A.
        case 0x01...0x1A: .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x60)))
        case 0x1C...0x1F: .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40)))
        default: TextWidth.cells(of: scalar) > 0 ? .character(Character(scalar)) : nil
        }
    }

    /// The key of a `KEY_` constant; nil for those without use here.
    static func key(code: Int32) -> Key? {
        if (KEY_F0 + 1...KEY_F0 + 63).contains(code) { return .function(Int(code - KEY_F0)) }
        return byCode[code]
    }

    private static let byCode: [Int32: Key] = [
        KEY_UP: .up, KEY_SR: .up, KEY_DOWN: .down, KEY_SF: .down,
        KEY_LEFT: .left, KEY_SLEFT: .left, KEY_RIGHT: .right, KEY_SRIGHT: .right,
        KEY_HOME: .home, KEY_FIND: .home, KEY_A1: .home, KEY_SHOME: .home,
        KEY_END: .end, KEY_SELECT: .end, KEY_C1: .end, KEY_SEND: .end, KEY_LL: .end,
        KEY_PPAGE: .pageUp, KEY_A3: .pageUp, KEY_NPAGE: .pageDown, KEY_C3: .pageDown,
        KEY_ENTER: .enter, KEY_BACKSPACE: .backspace, KEY_BTAB: .backTab,
        KEY_DC: .delete, KEY_SDC: .delete, KEY_IC: .insert, KEY_SIC: .insert,
    ]

    /// The key of an extended terminfo name: the part before the modifier's number decides.
    static func key(named name: String) -> Key? {
        let stem = name.prefix { !$0.isNumber }
        return switch stem {
        case "kUP": .up
        case "kDN": .down
        case "kLFT": .left
        case "kRIT": .right
        case "kHOM": .home
        case "kEND": .end
        case "kPRV": .pageUp
        case "kNXT": .pageDown
        case "kDC": .delete
        case "kIC": .insert
        default: nil
        }
    }

    /// The key of `ESC O` and a letter: the VT100's application keypad.
    static func key(singleShift scalar: Unicode.Scalar) -> Key? {
        switch scalar {
        case "P"..."S": .function(Int(scalar.value - 0x50) + 1)
        case "M": .enter
        default: arrow(scalar)
        }
    }

    /// The key of a control sequence; modifiers, which follow a semicolon, are ignored but for Shift with function keys.
    static func key(control parameters: String, _ final: Unicode.Scalar) -> Key? {
        if parameters == "[" {
            return ("A"..."E").contains(final) ? .function(Int(final.value - 0x41) + 1) : nil
        }
        if final == "Z" { return .backTab }
        let number = Int(parameters.prefix { $0 != ";" })
        // As in terminfo, where F13 is what a keyboard with twelve of them sends for F1 with Shift.
        let shift = parameters.hasSuffix(";2") ? 12 : 0
        guard final == "~" else {
            guard parameters.isEmpty || number == 1 else { return nil }
            return arrow(final) ?? (("P"..."S").contains(final) ? .function(Int(final.value - 0x4F) + shift) : nil)
        }
        switch number {
        case 1, 7: return .home
        case 2: return .insert
        case 3: return .delete
        case 4, 8: return .end
        case 5: return .pageUp
        case 6: return .pageDown
        case .some(let number): return function[number].map { .function($0 + shift) }
        case nil: return nil
        }
    }

    private static func arrow(_ scalar: Unicode.Scalar) -> Key? {
        switch scalar {
        case "A": .up
        case "B": .down
        case "C": .right
        case "D": .left
        case "F": .end
        case "H": .home
        default: nil
        }
    }

    /// The numbers the VT220 gave its function keys, with its gaps.
    private static let function: [Int: Int] = [
        11: 1, 12: 2, 13: 3, 14: 4, 15: 5, 17: 6, 18: 7, 19: 8, 20: 9, 21: 10, 23: 11, 24: 12, 25: 13, 26: 14, 28: 15,
        29: 16, 31: 17, 32: 18, 33: 19, 34: 20,
    ]
}
