/// Every gateway scenario there is, the healthy one first.
package enum GatewayScenarioTable {
    /// One line for each file of the folder `GatewayScenarios`.
    package static let all: [GatewayScenario] = [
        .gatewayHealthy,
        .gatewaySlow,
        .gatewayBackendDown,
        .gatewayRefused,
        .gatewayCertificateExpired,
        .gatewayIntercepted,
        .gatewayWithoutRole,
        .gatewayExchange,
        .gatewayProxyAuthentication,
        .gatewayProxyForbids,
        .gatewayForeignAuthentication,
        .gatewayOpenEnded,
        .gatewayWebSocketRefused,
        .gatewayHeaderFlood,
        .gatewayEndlessBody,
        .gatewayDTLSSilent,
        .gatewayDTLSOtherCertificate,
    ]

    /// The scenario of this name.
    package static func scenario(_ id: GatewayScenario.ID) -> GatewayScenario? { byID[id] }

    private static let byID = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
}
