import FleetModel

extension ForecastCase {
    /// What to know beside the steps.
    var notes: [String] { gatewayNotes + nameNotes + brokerNotes + fileNotes }

    private var gatewayNotes: [String] {
        guard let named = file.gateway, !file.isAzureVirtualDesktop else { return [] }
        var notes: [String] = []
        let step = ForecastTable.step(.gateway, in: self)
        let state = step.outcome == .stops ? "mstsc would stop there: \(step.short)" : step.words
        switch file.gatewayUsage {
        case .never, .neverAtAll:
            notes.append(
                "The file names the gateway \(named.host) and does not use it; some programs write that by habit.")
        case .whenDirectFails where !isThroughGateway:
            notes.append("Where the direct way fails, users come through \(named.host). \(state)")
        case .policy:
            notes.append("A policy on the user's computer decides whether \(named.host) is used. \(state)")
        case .always, .whenDirectFails: break
        }
        if !file.setsGateway, file.gatewayUsage != .never, file.gatewayUsage != .neverAtAll {
            notes.append("The administrator's own gateway may stand in its place (gatewayprofileusagemethod 0).")
        }
        return notes.map { $0.hasSuffix(".") ? $0 : $0 + "." }
    }

    private var nameNotes: [String] {
        guard let other = file.alternateName else { return [] }
        return ["mstsc connects to \(other) and checks the certificate against \(file.name)."]
    }

    private var brokerNotes: [String] {
        guard file.routingToken != nil else { return [] }
        let name =
            file.usesRedirectionServerName
            ? " There the certificate is checked against the name that the broker gives." : ""
        return ["A broker may send the user to another server after the log-on, which is not looked at here." + name]
    }

    private var fileNotes: [String] {
        file.isSigned ? ["The file is signed: whoever changes a line breaks the signature."] : []
    }
}
