import Drawing
import FleetModel

/// One line for each certificate, however many servers show it, and how many end in which week.
struct CertificatesView: BoardView {
    let id = ViewID.certificates
    let title = "Certs"
    let sorts: [SortOrder] = [.certificate, .name, .issuer, .servers]

    func items(_ state: DashboardState) -> [BoardItem] {
        state.certificates.order.flatMap { fingerprint -> [BoardItem] in
            let item = BoardItem.certificate(fingerprint)
            guard state.list.unfolded.contains(item), let certificate = state.certificates[fingerprint] else {
                return [item]
            }
            return [item] + certificate.gateways.map { .gateway($0) } + certificate.servers.map { .server($0) }
        }
    }

    func table(_ state: DashboardState, width: Int) -> any BoardTable { CertificateTable(state, width: width) }

    func headingHeight(gridHeight: Int) -> Int { gridHeight >= 9 ? 2 : gridHeight >= 6 ? 1 : 0 }

    /// Most probes see the certificate that the one before them saw.
    func isTouched(by changes: [ServerStatus], _ state: DashboardState) -> Bool {
        changes.contains { status in
            state.rows.index(of: status.server.id).map {
                state.rows[$0].snapshot?.certificate?.facts != status.snapshot?.certificate?.facts
            } ?? false
        }
    }

    func emptySentence(_ state: DashboardState) -> String {
        if state.rows.order.isEmpty { return state.whyNoServers }
        if state.rows.probed < state.rows.count, state.rows.filter.isEmpty {
            return "No certificate has been seen yet: the first sweep is under way."
        }
        return "None of these servers has shown a certificate when it was last probed."
    }
}
