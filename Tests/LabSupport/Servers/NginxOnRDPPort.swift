/// A running nginx where an RDP server was expected: HTTP, or HTTPS, on the RDP port.
package struct NginxOnRDPPort: Sendable {
    /// Where it listens.
    package let endpoint: LoopbackEndpoint
    /// The process; there are no workers beside it.
    package let process: LabProcess

    private let folder: ScratchFolder

    /// Starts nginx and returns when it listens.
    ///
    /// - Parameters:
    ///   - endpoint: where to listen; a free address with port 3389 by default.
    ///   - certificate: makes it speak TLS at once, as a web server or an RD Gateway does.
    ///   - answer: nginx directives of `location /`, for other answers than a greeting.
    /// - Returns: the listening server.
    /// - Throws: ``LabError`` when it does not start, with the last lines of its output.
    package static func start(
        on endpoint: LoopbackEndpoint? = nil,
        certificate: IssuedCertificate? = nil,
        answer: String = #"return 200 "a web server\n";"#
    ) async throws -> NginxOnRDPPort {
        let endpoint = try endpoint ?? .free()
        let folder = try ScratchFolder()
        let tls = certificate.map { "ssl_certificate \($0.chain); ssl_certificate_key \($0.key);" } ?? ""
        let temporaryFiles = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map { "\($0)_temp_path \(folder[$0]);" }
            .joined(separator: " ")
        let configuration = try folder.write(
            """
            pid \(folder["pid"]);
            daemon off;
            master_process off;
            events { worker_connections 256; }
            http {
              access_log off;
              \(temporaryFiles)
              server {
                listen \(endpoint)\(certificate == nil ? "" : " ssl");
                \(tls)
                location / { \(answer) }
              }
            }

            """,
            to: "nginx.conf"
        )
        let process = try await LabProcess.start(
            .nginx,
            arguments: ["-c", configuration, "-p", folder.path, "-e", "stderr"]
        )
        try await process.waitUntilListening(on: endpoint)
        return NginxOnRDPPort(endpoint: endpoint, process: process, folder: folder)
    }

    /// Ends it.
    package func stop() async { await process.stop() }
}
