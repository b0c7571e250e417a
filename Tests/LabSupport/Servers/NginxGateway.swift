/// A running nginx that answers every request as an RD Gateway does, or as what stands in the place of one.
///
/// nginx passes on methods that it does not know, so that one answer serves all three questions.
package struct NginxGateway: Sendable {
    /// What it answers; the names are those of the situations.
    package enum Answer: String, Sendable, CaseIterable {
        /// 401 with Negotiate and NTLM.
        case healthy
        /// 401 with another scheme only, as of a service that authenticates in front of the gateway.
        case otherScheme
        /// 200 with a text.
        case page
        /// 405, as a web server says of a method that it does not know.
        case methodRefused
        /// 403 for any method but GET and POST.
        case methodDenied
        /// 404.
        case absent
        /// 502: nobody listens behind it.
        case backendDown
        /// 503, as IIS says of an application pool that is stopped.
        case poolStopped
        /// 404 for everything but RPC over HTTP, which asks for log-on as on servers before 2012.
        case rpcOnly
        /// 302 to a page for signing in.
        case redirect

        var directives: String {
            switch self {
            case .healthy:
                """
                add_header WWW-Authenticate "Negotiate" always; add_header WWW-Authenticate "NTLM" always; return 401;
                """
            case .otherScheme: #"add_header WWW-Authenticate "Bearer" always; return 401;"#
            case .page: #"return 200 "a web server\n";"#
            case .methodRefused: "return 405;"
            case .methodDenied: "limit_except GET POST { deny all; } return 200;"
            case .absent: "return 404;"
            // Port 9, discard, of an address that nobody has.
            case .backendDown: "proxy_pass http://127.255.255.254:9;"
            case .poolStopped: "return 503;"
            case .rpcOnly:
                """
                if ($request_method = RPC_OUT_DATA) {
                  add_header WWW-Authenticate "Negotiate" always; add_header WWW-Authenticate "NTLM" always; return 401;
                }
                return 404;
                """
            case .redirect: "return 302 https://login.lab.test/adfs/ls/;"
            }
        }
    }

    /// Where it listens.
    package let endpoint: LoopbackEndpoint

    private let server: NginxOnRDPPort

    /// Starts it and returns when it listens.
    ///
    /// - Parameters:
    ///   - answer: what it answers.
    ///   - certificate: what it presents.
    /// - Returns: the listening server, on a free address with port 443.
    /// - Throws: ``LabError`` when it does not start, with the last lines of its output.
    package static func start(_ answer: Answer, certificate: IssuedCertificate) async throws -> NginxGateway {
        let server = try await NginxOnRDPPort.start(
            on: .free(port: 443), certificate: certificate, answer: answer.directives)
        return NginxGateway(endpoint: server.endpoint, server: server)
    }

    /// Ends it.
    package func stop() async { await server.stop() }
}
