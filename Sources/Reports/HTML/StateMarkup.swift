import FleetModel

extension ServerState {
    /// The class of its colours.
    var style: Markup {
        switch self {
        case .down: "down"
        case .warning: "warn"
        case .unconfirmed, .unknown: "unknown"
        case .ok: "ok"
        }
    }

    /// Its word in its colours; a mark that is no word is spelt out for those who listen.
    var badge: Markup {
        switch self {
        case .down, .warning, .ok: "<span class=\"badge \(style)\">\(word)</span>"
        case .unconfirmed: "<span class=\"badge unknown\">DOWN?<span class=\"v\">, not confirmed yet</span></span>"
        case .unknown: "<span class=\"badge unknown\">?<span class=\"v\"> not known</span></span>"
        }
    }
}

extension Severity {
    /// The class of its colours.
    var style: Markup {
        switch self {
        case .down: "down"
        case .critical, .warning: "warn"
        case .note: "unknown"
        }
    }
}

extension Cell {
    /// What it says, in words: `failed, refused or reset`.
    var words: String { word + (reason.map { ", \($0.meaning)" } ?? "") }

    /// Its letter in a row of the grid, with what it says for those who listen.
    func markup(of layer: Layer) -> Markup {
        switch self {
        case .ok: "<td class=\"c k\">.<span class=\"v\"> ok</span></td>"
        case .warning, .failed:
            """
            <td class="c \(isFailed ? "f" : "w" as Markup)" title="\(layer.title): \(words)">\(String(sign))\
            <span class="v"> \(words)</span></td>
            """
        case .notReached, .notApplicable, .unknown:
            "<td class=\"c\">\(String(sign))<span class=\"v\"> \(words)</span></td>"
        }
    }

    /// Whether the layer has failed.
    var isFailed: Bool {
        switch self {
        case .failed: true
        case .ok, .warning, .notReached, .notApplicable, .unknown: false
        }
    }
}
