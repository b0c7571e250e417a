import Drawing
import FleetModel

extension ServerState {
    /// The meaning of a state on the screen.
    var role: Role {
        switch self {
        case .down: .failed
        case .warning: .warning
        case .unconfirmed, .unknown: .unknown
        case .ok: .ok
        }
    }

    /// The state's meaning in a legend.
    var meaning: String {
        switch self {
        case .down: "users cannot connect, or the certificate is not valid"
        case .unconfirmed: "failed once, not checked again yet; counted under ?"
        case .warning: "users can connect, but something is wrong"
        case .unknown: "not probed yet, or the fault is on our side"
        case .ok: "nothing to complain about"
        }
    }

    /// The word, and the sign that stands for it on a narrow screen where that is another.
    var wordAndSign: String { sign == word || sign == " " ? word : "\(word) or \(sign)" }

    /// One sign for a narrow screen.
    var sign: String {
        switch self {
        case .down: "X"
        case .unconfirmed: "x"
        case .unknown: "?"
        case .warning: "!"
        case .ok: " "
        }
    }
}

extension FleetModel.Cell {
    /// The meaning of a cell on the screen.
    var role: Role {
        switch self {
        case .ok: .ok
        case .warning: .warning
        case .failed: .failed
        case .notReached: .notReached
        case .notApplicable: .notApplicable
        case .unknown: .unknown
        }
    }

    /// The sign of the cell in a set of glyphs.
    func sign(_ glyphs: Glyphs) -> String {
        self == .ok ? String(glyphs.ok) : String(sign)
    }
}

extension FleetModel.Cell {
    /// The cell's sign and what it means: `R refused or reset`.
    func sentence(_ glyphs: Glyphs) -> String {
        switch self {
        case .ok, .notReached, .notApplicable, .unknown: "\(sign(glyphs)) \(word)"
        case .warning(let letter): "\(sign(glyphs)) warning" + (letter.map { ", \($0.meaning)" } ?? "")
        case .failed(let letter): "\(sign(glyphs)) \(letter.meaning)"
        }
    }
}
