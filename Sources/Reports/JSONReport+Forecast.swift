import FleetModel

/// What would become of a user's file.
extension JSONReport {
    /// A forecast, with what the file asks for.
    func forecast(_ forecast: Forecast) -> JSONValue {
        .object([
            "file": connectionFile(forecast.file), "ending": .text(forecast.ending.rawValue),
            "verdict": .text(clean(forecast.verdict)), "steps": .list(forecast.steps.map(step)),
            "notes": .list(forecast.notes.map { .text(clean($0)) }),
        ])
    }

    private func step(_ step: Forecast.Step) -> JSONValue {
        .object([
            "stage": .text(step.stage.rawValue), "rule": .text(step.rule), "outcome": .text(step.outcome.rawValue),
            "confidence": .text(step.confidence.rawValue), "words": .text(clean(step.words)),
            "codes": .list(step.codes.map { .text($0.text) }),
            "code_confidence": step.codes.isEmpty ? nil : .text(step.codeConfidence.rawValue),
        ])
    }

    private func connectionFile(_ file: ConnectionFile) -> JSONValue {
        let gateway = file.gateway.map { gateway in
            JSONValue.object(["host": .text(clean(gateway.host)), "port": .integer(Int64(gateway.port))])
        }
        return .object([
            "source": .text(clean(file.source)), "name": .text(clean(file.name)),
            "connects_to": .text(clean(file.alternateName ?? file.name)), "port": .integer(Int64(file.port)),
            "gateway": gateway, "gateway_usage": .integer(Int64(file.gatewayUsage.rawValue)),
            "sets_gateway": .bool(file.setsGateway),
            "authentication_level": .optional(file.serverAuthentication.map { Int64($0.rawValue) }),
            "credssp": .bool(file.usesCredSSP), "negotiates": .bool(file.negotiatesSecurity),
            "entra_id": .bool(file.usesEntraID), "redirection_name": .bool(file.usesRedirectionServerName),
            "routing_token": .optional(file.routingToken?.text),
            "preconnection_blob": .bool(file.sendsPreconnectionBlob),
            "azure_virtual_desktop": .bool(file.isAzureVirtualDesktop), "signed": .bool(file.isSigned),
            "passed_over": .list(file.remarks.map { .text(clean($0)) }),
        ])
    }
}
