import Drawing
import FleetModel

extension GridColumn {
    /// The nine layers: signs side by side, signs with blanks between them, or times and reasons in words.
    static let layers = GridColumn(
        .layers, title: "D P T X S C N U G", help: "the nine layers, as a client climbs them",
        room: { .init(minimum: LayersColumn.tight, ideal: $0.isWidest ? LayersColumn.full : LayersColumn.spaced) },
        draw: LayersColumn.draw)
}

/// The three forms of the nine layers.
enum LayersColumn {
    /// Nine signs side by side.
    static let tight = 9
    /// Nine signs with a blank between them.
    static let spaced = 17
    /// Nine times or words.
    static let full = 9 * step
    /// The cells of a time or a word with its mark, and a blank before it where it is short.
    private static let step = 5

    /// The line above them.
    static func title(width: Int) -> String {
        if width >= full { return titles.map { pad($0, to: step, .right) }.joined() }
        let letters = Layer.allCases.map { String($0.letter) }
        return letters.joined(separator: width >= spaced ? " " : "")
    }

    private static let titles = ["DNS", "PING", "TCP", "X224", "TLS", "CERT", "NLA", "UDP", "GW"]

    static func draw(_ row: GridRow, _ place: ColumnPlace<ColumnID>, _ point: Point, _ canvas: inout Canvas) {
        let isFull = place.width >= full
        let distance = isFull ? step : place.width >= spaced ? 2 : 1
        for layer in Layer.allCases {
            let cell = row.judgement.cells[layer]
            var start = layer.index * distance
            guard start < place.width else { return }
            var text = cell.sign(row.glyphs)
            if isFull {
                text = word(cell, layer, row)
                start += max(0, step - TextWidth.cells(of: text))
            }
            canvas.put(
                text, at: Point(column: point.column + start, row: point.row), style: Style(cell.role),
                maxWidth: place.width - start)
        }
    }

    /// A time, a day or a reason in at most five cells.
    private static func word(_ cell: FleetModel.Cell, _ layer: Layer, _ row: GridRow) -> String {
        switch cell {
        case .failed(let letter): letter.abbreviation
        case .notReached, .notApplicable, .unknown: cell.sign(row.glyphs)
        case .ok: value(layer, row)
        case .warning: value(layer, row) + "!"
        }
    }

    /// What a layer says that works: how long it took, or how long its certificate is valid.
    private static func value(_ layer: Layer, _ row: GridRow) -> String {
        switch layer {
        case .certificate: row.certificateLeft?.countdown ?? "ok"
        // How long the server's answer took says nothing of a user's logon.
        case .nla: "ok"
        case .dns, .ping, .tcp, .x224, .tls, .udp, .gateway:
            row.times.indices.contains(layer.index)
                ? row.times[layer.index].map(milliseconds) ?? "ok" : "ok"
        }
    }

    /// Microseconds in at most four cells: `<1`, `12`, `512`, `1.2s`.
    static func milliseconds(_ microseconds: Int64) -> String {
        switch microseconds {
        case ..<1_000: "<1"
        case ..<1_000_000: "\(microseconds / 1_000)"
        case ..<100_000_000: "\(microseconds / 1_000_000).\(microseconds / 100_000 % 10)s"
        case _: ">99s"
        }
    }
}

extension ReasonLetter {
    /// The reason in at most four letters, where one says too little and a word is too long.
    var abbreviation: String {
        switch self {
        case .timeout: "TMO"
        case .refused: "REF"
        case .unreachable: "UNR"
        case .noSuchName: "NX"
        case .protocolError: "PROT"
        case .handshake: "HS"
        case .expired: "EXP"
        case .nameMismatch: "NAME"
        case .untrusted: "CA"
        case .weak: "WEAK"
        case .closed: "CLO"
        case .serverError: "SRV"
        case .accessDenied: "DENY"
        case .blocked: "BLK"
        }
    }
}
