import CNcurses
import Drawing
import Glibc

/// Writes runs of cells into a curses window.
final class CursesPainter {
    private struct Look {
        let attributes: attr_t
        let pair: Int16
        /// Whether a blank of this look is nothing but blank.
        let isInvisibleOnBlank: Bool
    }

    /// How every role looks with every set of attributes: 16 neighbouring entries per role.
    private let looks: [Look]
    private let utf8: Bool
    private var cells: [cchar_t] = []

    /// Makes a painter; with colours, curses has to have started them.
    init(theme: Theme, depth: ColorDepth, utf8: Bool) {
        self.utf8 = utf8
        looks = Role.allCases.flatMap { role in
            let paint = theme.paint(role, depth: depth)
            var pair = Int16(role.rawValue) + 1
            // The plain init_pair takes no number above 32,767, which every direct colour is.
            if !paint.hasColor || init_extended_pair(Int32(pair), paint.color, paint.background) == ERR { pair = 0 }
            return (0..<16).map { raw in
                let attributes = paint.attributes(with: Style.Attributes(rawValue: UInt8(raw)))
                return Look(
                    attributes: Self.attributes(attributes), pair: pair,
                    isInvisibleOnBlank: attributes.isDisjoint(with: [.reverse, .underline])
                        && paint.background == Paint.terminalDefault)
            }
        }
    }

    /// Writes the cells of a run at its place; `content` holds exactly those.
    func paint(_ content: ArraySlice<Cell>, _ run: Changes.Run, on window: UnsafeMutablePointer<WINDOW>?) {
        cells.removeAll(keepingCapacity: true)
        var replaced = false
        var before: Look?
        for cell in content {
            var look = look(of: cell.style)
            // A blank in the colour of what stands before it saves two changes of colour, most of a grid's bytes.
            if cell.scalar == " ", look.isInvisibleOnBlank, let before, before.isInvisibleOnBlank { look = before }
            before = look
            if cell.part == .trailing {
                // The half of a character that was painted already, or of one that could not be.
                if replaced { cells.append(complex("?", look)) }
                continue
            }
            replaced = !canShow(cell)
            cells.append(complex(replaced ? "?" : cell.scalar, look))
        }
        // This call neither wraps at the right edge nor moves the cursor.
        mvwadd_wchnstr(window, Int32(run.row), Int32(run.columns.lowerBound), &cells, Int32(cells.count))
    }

    /// Whether the system gives the character the width the canvas gave it; otherwise curses would shift the row.
    private func canShow(_ cell: Cell) -> Bool {
        if cell.scalar.value < 0x7F { return true }
        guard utf8 else { return false }
        return Self.systemWidth(of: cell.scalar) == (cell.part == .whole ? 1 : 2)
    }

    /// The cells the C library gives a character in the current locale; -1 for what it does not know.
    static func systemWidth(of scalar: Unicode.Scalar) -> Int {
        Int(wcwidth(wchar_t(bitPattern: scalar.value)))
    }

    private func look(of style: Style) -> Look {
        looks[Int(style.role.rawValue) * 16 + Int(style.attributes.rawValue & 15)]
    }

    private func complex(_ scalar: Unicode.Scalar, _ look: Look) -> cchar_t {
        var cell = cchar_t()
        var text: (wchar_t, wchar_t) = (wchar_t(bitPattern: scalar.value), 0)
        withUnsafeBytes(of: &text) { bytes in
            _ = setcchar(
                &cell, bytes.assumingMemoryBound(to: wchar_t.self).baseAddress, look.attributes, look.pair, nil)
        }
        return cell
    }

    private static func attributes(_ attributes: Style.Attributes) -> attr_t {
        var bits: attr_t = 0
        if attributes.contains(.bold) { bits |= rdptop_attribute_bold() }
        if attributes.contains(.dim) { bits |= rdptop_attribute_dim() }
        if attributes.contains(.underline) { bits |= rdptop_attribute_underline() }
        if attributes.contains(.reverse) { bits |= rdptop_attribute_reverse() }
        return bits
    }
}
