/// A running xrdp with one certificate and one security layer.
///
/// xrdp 0.9.21 accepts two pending connections only: tests open one at a time, or a few.
package struct XrdpServer: Sendable {
    /// The `security_layer` of xrdp.ini, with what it answers to requestedProtocols (MS-RDPBCGR 2.2.1.1.1).
    package enum SecurityLayer: String, Sendable {
        /// Selects standard RDP security whatever the client asked for.
        case rdp
        /// Selects TLS, and fails with SSL_REQUIRED_BY_SERVER when the mask has no PROTOCOL_SSL.
        case tls
        /// Selects TLS when the mask has PROTOCOL_SSL, otherwise standard RDP security.
        case negotiate
    }

    /// The private key that goes with the certificate.
    package enum Key: Sendable {
        /// The right one.
        case matching
        /// A file that does not exist: xrdp fails with SSL_CERT_NOT_ON_SERVER.
        case unreadable
        /// The key of another certificate: xrdp selects TLS, then answers the ClientHello with
        /// `03 00 00 09 02 f0 80 21 80`, an MCS Disconnect Provider Ultimatum in clear.
        case of(IssuedCertificate)
    }

    /// What OpenSSL permits a program.
    package enum CryptographicPolicy: Sendable {
        /// Debian's: keys and hashes of security level 2. With a weaker certificate xrdp answers as with a wrong key.
        case system
        /// Security level 0, back to TLS 1.0: SHA-1, MD5 and RSA 1024 are presented.
        case anything

        /// What makes a program on OpenSSL, such as this server, follow it; its file stands in the folder.
        package func environment(in folder: ScratchFolder) throws -> [String: String] {
            switch self {
            case .system:
                return [:]
            case .anything:
                let configuration = """
                    openssl_conf = settings
                    [settings]
                    ssl_conf = ssl
                    [ssl]
                    system_default = defaults
                    [defaults]
                    MinProtocol = TLSv1
                    CipherString = ALL:@SECLEVEL=0

                    """
                return ["OPENSSL_CONF": try folder.write(configuration, to: "openssl.cnf")]
            }
        }
    }

    /// Where it listens.
    package let endpoint: LoopbackEndpoint
    /// The process; every connection is a child of it, in its group.
    package let process: LabProcess

    private let folder: ScratchFolder

    /// Starts xrdp and returns when it listens.
    ///
    /// - Parameters:
    ///   - layer: the security layer.
    ///   - certificate: what it presents; a valid one for `xrdp.lab.test` by default.
    ///   - key: the key file it is given.
    ///   - endpoint: where to listen; a free address with port 3389 by default.
    ///   - protocols: the `ssl_protocols` of xrdp.ini. TLS 1.0 and 1.1 also need `policy: .anything`.
    ///   - ciphers: the `tls_ciphers` of xrdp.ini, in the language of openssl-ciphers(1), for TLS up to 1.2; those of its
    ///     makers by default.
    ///   - policy: what OpenSSL permits.
    ///   - otherAddress: an address of IPv6 where it listens, too, on the same port.
    ///   - network: where it runs, if not in the network of the tests; the endpoint is then one of that network.
    /// - Returns: the listening server.
    /// - Throws: ``LabError`` when it does not start, with the last lines of its output.
    package static func start(
        _ layer: SecurityLayer,
        certificate: IssuedCertificate? = nil,
        key: Key = .matching,
        on endpoint: LoopbackEndpoint? = nil,
        protocols: String = "TLSv1.2, TLSv1.3",
        ciphers: String? = nil,
        policy: CryptographicPolicy = .system,
        otherAddress: String? = nil,
        in network: NetworkNamespace? = nil
    ) async throws -> XrdpServer {
        let endpoint = try endpoint ?? .free()
        let certificate =
            if let certificate {
                certificate
            } else {
                try await LabAuthority.shared.certificate(.valid(for: "xrdp.lab.test"))
            }
        let folder = try ScratchFolder()
        let keyFile =
            switch key {
            case .matching: certificate.key
            case .unreadable: folder["absent.key"]
            case .of(let other): other.key
            }
        let other = otherAddress.map { " tcp6://{\($0)}:\(endpoint.port)" } ?? ""
        let configuration = try folder.write(
            """
            [Globals]
            ini_version=1
            fork=true
            port=tcp://\(endpoint)\(other)
            use_vsock=false
            tcp_nodelay=true
            security_layer=\(layer.rawValue)
            crypt_level=high
            certificate=\(certificate.chain)
            key_file=\(keyFile)
            ssl_protocols=\(protocols)
            \(ciphers.map { "tls_ciphers=\($0)" } ?? "")
            autorun=
            [Logging]
            LogFile=\(folder["xrdp.log"])
            LogLevel=INFO
            EnableSyslog=false
            [Xorg]
            name=Xorg
            lib=libxup.so
            ip=127.0.0.1
            port=-1
            code=20

            """,
            to: "xrdp.ini"
        )
        let arguments = ["--nodaemon", "--config", configuration]
        let variables = try policy.environment(in: folder)
        let process: LabProcess
        if let network {
            process = try await network.start(.xrdp, arguments: arguments, environment: variables)
            try await network.waitUntilListening(on: endpoint, by: process)
        } else {
            process = try await LabProcess.start(.xrdp, arguments: arguments, environment: variables)
            try await process.waitUntilListening(on: endpoint)
        }
        return XrdpServer(endpoint: endpoint, process: process, folder: folder)
    }

    /// What it has logged so far.
    package var log: String { text(ofFile: folder["xrdp.log"]) }

    /// Ends it and the connections it serves.
    package func stop() async { await process.stop() }
}
