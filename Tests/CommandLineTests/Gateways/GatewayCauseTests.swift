import LabSupport
import Testing

@Suite("The cause of a gateway that fails")
struct GatewayCauseTests {
    /// A gateway by its name, what is wrong with it in words, and what should be said of it.
    struct Row: Sendable, CustomStringConvertible {
        let gateway: String
        let fault: String
        let cause: ExpectedCause

        init(_ gateway: String, _ fault: String, _ cause: ExpectedCause) {
            self.gateway = gateway
            self.fault = fault
            self.cause = cause
        }

        init(_ answer: NginxGateway.Answer, _ fault: String, _ cause: ExpectedCause) {
            self.init(answer.rawValue, fault, cause)
        }

        var description: String { "\(gateway): \(fault)" }
    }

    /// Nobody gets through these.
    static let down = [
        Row(
            .page, "a web server stands in its place",
            ExpectedCause("gateway-page", "likely", first: "Compare host and port of the gateway", code: "0x3000023")),
        Row(
            .methodRefused, "a web server in its place does not know the method",
            ExpectedCause(
                "gateway-method-refused", "likely", first: "Compare host and port of the gateway", code: "0x3000023")),
        Row(
            .methodDenied, "a device in front lets two methods pass",
            ExpectedCause(
                "gateway-not-here", "possible", first: "Compare host and port of the gateway", code: "0x3000023")),
        Row(
            .absent, "the role is not there",
            ExpectedCause(
                "gateway-not-here", "possible", first: "Compare host and port of the gateway", code: "0x3000023")),
        Row(
            .backendDown, "nobody listens behind the proxy in front of it",
            ExpectedCause(
                "gateway-server-error", "likely", first: "On the gateway, its service must be running",
                code: "0x300000D")),
        Row(
            .poolStopped, "its pool is stopped",
            ExpectedCause(
                "gateway-server-error", "likely", first: "On the gateway, its service must be running",
                code: "0x300000D")),
        Row(
            .redirect, "a page for signing in is in front of it",
            ExpectedCause(
                "gateway-application", "likely", first: "Compare host and port of the gateway", code: "0x3000023")),
        Row(
            GatewayCheck.expired, "its certificate has ended",
            ExpectedCause(
                "gateway-certificate-expired", "certain", first: "On the gateway, see which certificate is set",
                code: "0x3000007")),
    ]

    /// These may work for some.
    static let doubtful = [
        Row(
            .otherScheme, "another service asks for log-on in front of it",
            ExpectedCause(
                "gateway-authentication", "likely", first: "See whether a pre-authentication", code: "0x3000037")),
        Row(
            .rpcOnly, "it has only the transport of before 2012",
            ExpectedCause(
                "gateway-rpc-only", "possible", first: "Compare host and port of the gateway", code: "0x300000D")),
        Row(
            GatewayCheck.intercepted, "a proxy reads its traffic",
            ExpectedCause(
                "gateway-certificate-untrusted", "possible", first: "On the gateway, see which certificate is set",
                code: "0x3000003")),
    ]

    @Test("is named", arguments: down + doubtful)
    func gateway(_ row: Row) async throws {
        let gateway = try #require(try await GatewayCheck.shared.value.gateway(row.gateway))
        expect(gateway.findings, of: row.gateway, row.cause)
    }

    @Test("is named at the server behind it, as the gateway's and with the gateway's own steps", arguments: down)
    func serverBehind(_ row: Row) async throws {
        let check = try await GatewayCheck.shared.value
        let trouble = try #require(check.gateway(row.gateway)?.findings.first)
        let server = try #require(check.server(behind: row.gateway))
        #expect(server.behind == row.gateway)
        let headline = try #require(server.findings.first)
        #expect(headline.rule == "behind-gateway")
        #expect(headline.evidence.first == "gateway \(row.gateway): \(trouble.medium)")
        #expect(headline.codes == trouble.codes)
        #expect(headline.remedies.first?.text.hasPrefix("Repair the gateway, not this server") == true)
        #expect(headline.remedies.dropFirst().first?.text == trouble.remedies.first?.text)
        // Nothing was seen of the server itself.
        #expect(server.findings.filter { $0.severity == "down" }.map(\.rule) == ["behind-gateway"])
    }

    @Test("is no cause at the server behind it, as long as some may get through", arguments: doubtful)
    func serverBehindDoubtful(_ row: Row) async throws {
        let server = try #require(try await GatewayCheck.shared.value.server(behind: row.gateway))
        #expect(server.behind == nil)
        #expect(server.state != "down")
        #expect(server.findings.first?.rule == "gateway-warns")
    }
}
