import Drawing
import FleetModel

/// A line for each certificate, and below it, where it is unfolded, who shows it.
struct CertificateTable: BoardTable {
    private enum ColumnID: Sendable {
        case fold, left, used, name, issuer, servers, gateways, flags, ends, key
    }

    private let state: DashboardState
    private let places: [ColumnPlace<ColumnID>]

    init(_ state: DashboardState, width: Int) {
        self.state = state
        let isWide = width >= 100
        var columns: [Column<ColumnID>] = [
            Column(.fold, title: "", minimum: 1, ideal: 1),
            Column(.left, title: "LEFT", minimum: 5, ideal: 5, alignment: .right),
            Column(.used, title: "USED", minimum: 6, ideal: isWide ? 8 : 6),
            Column(
                .name, title: "CERTIFICATE", minimum: 14,
                ideal: max(14, min(state.certificates.longestName(state.naming), isWide ? 36 : 25))),
            Column(
                .issuer, title: "ISSUER", minimum: 6,
                ideal: max(6, min(state.certificates.longestIssuer, isWide ? 28 : 24))),
            Column(.servers, title: "SRV", minimum: 3, ideal: isWide ? 4 : 3, alignment: .right),
            Column(.gateways, title: "GW", minimum: 2, ideal: 2, alignment: .right),
        ]
        if isWide {
            columns.append(Column(.ends, title: "ENDS", minimum: 10, ideal: 10))
            columns.append(Column(.key, title: "KEY", minimum: 8, ideal: 11))
        }
        // From 60 columns on, the longest flag alone stands whole.
        columns.append(
            Column(
                .flags, title: "FLAGS", minimum: isWide ? 18 : width >= 60 ? 16 : 13, ideal: isWide ? 26 : 20,
                stretches: true))
        places = ColumnLayout.places(
            of: columns,
            narrowing: [
                .shrink(.flags), .drop(.key), .drop(.used), .shrink(.issuer), .shrink(.name), .drop(.ends),
                .drop(.issuer), .drop(.gateways), .drop(.flags), .drop(.servers), .drop(.fold),
            ],
            width: width)
    }

    func drawHeading(in rect: Rect, on canvas: inout Canvas) {
        var rest = rect
        if rect.height > 1 {
            WeekStrip(state.certificates, now: state.now).line(width: rect.width).draw(
                in: rest.cutTop(1), on: &canvas, glyphs: state.glyphs)
        }
        for place in places {
            let title = place.column.title
            canvas.put(
                place.fit(place.column.id == sorted ? state.list.sortedTitle(title, width: place.width) : title),
                at: Point(column: rest.origin.column + place.start, row: rest.origin.row), style: Style(.heading))
        }
    }

    private var sorted: ColumnID? {
        switch state.list.sort {
        case .certificate: .left
        case .name: .name
        case .issuer: .issuer
        case .servers: .servers
        case .severity, .site, .roundTrip, .since: nil
        }
    }

    func draw(_ item: BoardItem, in rect: Rect, on canvas: inout Canvas) {
        switch item {
        case .certificate(let fingerprint):
            guard let certificate = state.certificates[fingerprint] else { return }
            draw(certificate, isUnfolded: state.list.unfolded.contains(item), rect, &canvas)
        case .server(let index):
            holder(index, width: rect.width).draw(in: rect, on: &canvas, glyphs: state.glyphs)
        case .gateway(let id):
            holder(id, width: rect.width).draw(in: rect, on: &canvas, glyphs: state.glyphs)
        case .group, .site, .event, .eventFold: break
        }
    }

    // MARK: A certificate

    private func draw(_ certificate: SharedCertificate, isUnfolded: Bool, _ row: Rect, _ canvas: inout Canvas) {
        let ellipsis = String(state.glyphs.ellipsis)
        let age = role(certificate)
        for place in places {
            let (text, role): (String, Role) =
                switch place.column.id {
                case .fold: (isUnfolded ? "-" : "+", .dim)
                case .left: (certificate.countdown(at: state.now), age)
                case .used:
                    (certificate.used(at: state.now).map { state.glyphs.bar($0, width: place.width) } ?? "", age)
                case .name: (state.certificates.name(of: certificate.leaf.sha256, state.naming), .normal)
                case .issuer: (certificate.issuer, .dim)
                case .servers: (certificate.servers.isEmpty ? "-" : String(certificate.servers.count), .normal)
                case .gateways: (certificate.gateways.isEmpty ? "-" : String(certificate.gateways.count), .normal)
                case .flags: (Self.flags(certificate.flags(at: state.now), width: place.width), age)
                case .ends: (certificate.leaf.notAfter?.dateText ?? "?", .dim)
                case .key: (CleanText.clean(certificate.leaf.key, limit: 40), .dim)
                }
            canvas.put(
                place.fit(text, ellipsis: ellipsis),
                at: Point(column: row.origin.column + place.start, row: row.origin.row), style: Style(role))
        }
    }

    /// As many flags as fit whole, and how many do not.
    private static func flags(_ flags: [String], width: Int) -> String {
        let forms = (1...max(1, flags.count)).reversed().lazy.map { count in
            flags.prefix(count).joined(separator: ", ") + (count < flags.count ? " +\(flags.count - count)" : "")
        }
        return forms.first { TextWidth.cells(of: $0) <= width } ?? flags.first ?? ""
    }

    private func role(_ certificate: SharedCertificate) -> Role {
        switch certificate.age(at: state.now) {
        case .expired, .notYetValid: .failed
        case .ending: .warning
        case .valid, .unknown: certificate.isProblem(at: state.now) ? .warning : .normal
        }
    }

    // MARK: Who shows it

    private func holder(_ index: Rows.Index, width: Int) -> Line {
        let status = state.rows[index]
        let facts = status.snapshot?.lastCertificate?.facts
        let mismatch = facts.map { $0.nameMatch == .none ? "asked for \($0.askedName), which is not in it" : "" } ?? ""
        let verdict = mismatch.isEmpty ? status.judgement.headline?.medium ?? "" : mismatch
        return holder(status.judgement.state, state.naming.name(of: index, in: state.rows), verdict, width: width)
    }

    private func holder(_ id: Gateway.ID, width: Int) -> Line {
        guard let status = state.gateways[id] else { return Line() }
        return holder(
            status.judgement.state, "gateway \(status.gateway.name)", status.judgement.headline?.medium ?? "",
            width: width)
    }

    private func holder(_ holderState: ServerState, _ name: String, _ verdict: String, width: Int) -> Line {
        let indent = width >= 60 ? 8 : 2
        return Line(pad("", to: indent)).adding(pad(holderState.word, to: 6), holderState.role)
            .adding(pad(CleanText.clean(name), to: min(34, max(20, state.naming.longest(in: state.rows)))) + " ")
            .adding(CleanText.clean(verdict), .dim)
    }
}
