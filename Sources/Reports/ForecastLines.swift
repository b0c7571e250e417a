package import FleetModel

/// A forecast for people: the answer, what the file asks for, and how each step goes.
package enum ForecastLines {
    /// The lines for a terminal of 80 columns, the answer first.
    ///
    /// - Parameter forecast: What is written; its texts are cleaned again.
    /// - Returns: Lines without line feeds.
    package static func lines(of forecast: Forecast) -> [String] {
        let asked = paragraph("asks for", clean(forecast.file.demands.joined(separator: "; ")))
        let steps = forecast.steps.flatMap { step in
            paragraph(step.stage.title, step.outcome.words, clean(text(of: step)))
        }
        let notes = forecast.notes.flatMap { paragraph("note", clean($0)) }
        let remarks = forecast.file.remarks.flatMap { paragraph("in the file", clean($0)) }
        return wrapped(clean("\(forecast.file.source): \(forecast.verdict)"), width: 80) + asked + steps + notes
            + remarks
    }

    /// The lines of a section of Markdown.
    package static func markdown(of forecast: Forecast) -> [String] {
        let steps = forecast.steps.map { step in
            "| \(step.stage.title) | \(step.outcome.words) | \(markdownText(text(of: step))) |"
        }
        let notes = forecast.notes + forecast.file.remarks.map { "In the file: \($0)" }
        return [
            "\n## \(markdownText(forecast.file.source))\n", "**\(markdownText(forecast.verdict)).**\n",
            "Asks for: \(markdownText(forecast.file.demands.joined(separator: "; "))).\n", "| Step | | Why |",
            "| --- | --- | --- |",
        ] + steps + (notes.isEmpty ? [] : [""]) + notes.map { "- \(markdownText($0))" }
    }

    /// Why a step goes as it does, what users see, and how sure that is; what was seen and what was not needs no word.
    static func text(of step: Forecast.Step) -> String {
        let isSaid = step.codes.isEmpty || step.codeConfidence != step.confidence
        let text = step.words + (isSaid ? sureness(of: step) : "")
        guard !step.codes.isEmpty else { return text }
        let codes = step.codes.map(\.text).joined(separator: " or ")
        return "\(text) Users see \(codes) (\(step.codeConfidence.rawValue))."
    }

    private static func sureness(of step: Forecast.Step) -> String {
        switch step.outcome {
        case .passes, .goesOn, .asks, .stops: step.confidence == .certain ? "" : " (\(step.confidence.rawValue))"
        case .notTested, .unknown: ""
        }
    }

    private static func paragraph(_ label: String, _ outcome: String, _ text: String) -> [String] {
        wrapped(text, width: 52).enumerated().map { index, line in
            "  " + padded(index == 0 ? label : "", 13) + padded(index == 0 ? outcome : "", 12) + line
        }
    }

    private static func paragraph(_ label: String, _ text: String) -> [String] {
        wrapped(text, width: 64).enumerated().map { index, line in
            "  " + padded(index == 0 ? label : "", 13) + line
        }
    }
}

extension ConnectionFile {
    /// What the file asks for, one clause each.
    var demands: [String] {
        let server = Server(name: name, port: port).displayName
        let other = alternateName.map { " (connects to \($0))" } ?? ""
        return [server + other, gatewayDemand, authenticationDemand]
            + [
                usesCredSSP ? nil : "no NLA", negotiatesSecurity ? nil : "TLS without negotiation",
                usesEntraID ? "sign-in by Entra ID" : nil, sendsPreconnectionBlob ? "a preconnection blob" : nil,
                routingToken.map { "routing token \($0.text)" },
            ].compactMap(\.self)
    }

    private var gatewayDemand: String {
        guard !isAzureVirtualDesktop else { return "Azure Virtual Desktop" }
        let name = gateway.map { "gateway \($0.host.contains(":") ? "[\($0.host)]" : $0.host):\($0.port)" }
        switch gatewayUsage {
        case .never, .neverAtAll: return name.map { "\($0), not used" } ?? "no gateway"
        case .always: return "\(name ?? "a gateway without a name"), always"
        case .whenDirectFails: return "\(name ?? "a gateway without a name"), when the direct way fails"
        case .policy: return "\(name ?? "a gateway"), as a policy says"
        }
    }

    private var authenticationDemand: String {
        switch serverAuthentication {
        case .connects: "authentication level 0 (connect unasked)"
        case .refuses: "authentication level 1 (refuse in doubt)"
        case .asks: "authentication level 2 (ask in doubt)"
        case .notRequired: "authentication level 3 (none required)"
        case nil: "no authentication level"
        }
    }
}
