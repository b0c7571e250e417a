import FleetModel

@testable import Dashboard

extension Explainer {
    /// Knows one code, and that servers which cut TLS show it.
    static let sample = Explainer(
        answer: { text, rows, _ in
            guard text == "0x904 0x7" || text == "2308" else { return nil }
            let troubled = rows.filter { $0.judgement.state != .ok && $0.judgement.headline != nil }
            let match = { (status: ServerStatus, isFitting: Bool) in
                let headline = status.judgement.headline?.medium ?? ""
                return CodeAnswer.Match(
                    server: status.server.id,
                    reason: isFitting
                        ? "\(headline): clients show this code when the connection ends while it is being set up"
                        : headline,
                    confidence: isFitting ? .likely : .certain)
            }
            let isFitting = { (status: ServerStatus) in status.judgement.headline?.rule == "tls-cut" }
            return CodeAnswer(
                title: "0x904 / 0x7",
                sections: [
                    .init(
                        title: "What it means",
                        lines: [
                            "The socket was closed while the client was connecting. The extended code 7 is nowhere "
                                + "documented; it was seen together with this one."
                        ]),
                    .init(title: "What it does not mean", lines: ["A wrong password.", "A missing licence."]),
                    .init(
                        title: "What to check",
                        lines: [
                            "1. On the server: read what it says of the connection at that time, in the log that "
                                + "RdpCoreTS keeps",
                            "   Get-WinEvent -MaxEvents 20 -LogName "
                                + "Microsoft-Windows-RemoteDesktopServices-RdpCoreTS/Operational",
                            "2. Whether the server's certificate and its key can be used",
                        ]),
                ],
                fitting: troubled.filter(isFitting).map { match($0, true) },
                others: troubled.filter { !isFitting($0) }.map { match($0, false) })
        },
        refutations: { status, _, _ in
            guard status.judgement.state == .down else { return [] }
            return [
                Refutation(
                    claim: "Restart the service \"termserv\".",
                    why: "There is no service of that name; and the listener answered, so TermService runs."),
                Refutation(
                    claim: "Switch NLA off.", why: "The connection ended before NLA began, so it changes nothing."),
            ]
        },
        regressions: { status in
            status.judgement.state == .down
                ? ["KB5000001 (2026-11): connections end while they are being secured, on some servers (possible)"] : []
        })
}
