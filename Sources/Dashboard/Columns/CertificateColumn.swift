import Drawing
import FleetModel

extension GridColumn {
    /// How long the certificate is still valid, counted down as time passes.
    static let certificate = GridColumn(
        .certificate, title: "CERT", help: "how long its certificate is still valid", alignment: .right,
        room: { _ in .init(minimum: 5, ideal: 5) }
    ) { row, _ in
        if let begins = row.certificateBegins { return (CertificateColumn.beginning(begins), .failed) }
        if let left = row.certificateLeft ?? row.judgement.certificateLeft {
            return (left.countdown, CertificateColumn.role(row.judgement))
        }
        if row.judgement.cells[.certificate] == .notApplicable { return ("-", .dim) }
        // Of a server that shows none now it is still known which one it had.
        return (row.earlierCertificateLeft?.countdown ?? "?", .dim)
    }
}

/// The words of the countdown.
enum CertificateColumn {
    /// When a certificate begins that is not yet valid, in five cells: `in 2d`, `in14d`.
    static func beginning(_ wait: Span) -> String {
        let wait = wait.compact
        return wait.count > 3 ? ">99d" : wait.count == 3 ? "in\(wait)" : "in \(wait)"
    }

    static func role(_ judgement: Judgement) -> Role {
        switch judgement.cells[.certificate] {
        case .failed(.expired): .failed
        case .warning: .warning
        case .failed, .ok, .notReached, .notApplicable, .unknown: .normal
        }
    }
}
