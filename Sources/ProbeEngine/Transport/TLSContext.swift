import COpenSSL
import Synchronization

/// What we offer in a TLS handshake; one for all probes, as they all offer the same.
///
/// OpenSSL and not NIOSSL's BoringSSL, because that refuses every certificate whose key usage lacks digitalSignature
/// (ssl/tls13_both.cc, ssl/handshake_client.cc), and the certificate that Windows makes for itself is of that kind: no
/// server with it could be seen. It also speaks DHE suites. Nothing is verified here: a server with a bad certificate
/// shall still be seen, and what is wrong with it is another layer's question.
final class TLSContext: Sendable {
    private let context: Mutex<OpaquePointer>
    /// Kept for as long as the context may write into it.
    private let keyLog: KeyLog?

    /// TLS 1.0 to 1.3 with everything that a current library still has, at OpenSSL's security level 0: what is weak
    /// shall be told and not refused.
    ///
    /// - Parameters:
    ///   - applicationProtocols: What is offered by ALPN, such as `http/1.1`, best first (RFC 7301, 3.1); nothing by
    ///     default.
    ///   - keyLog: Gets the secrets of all sessions; nil to keep none.
    /// - Throws: ``TLSLibraryError`` when the library has no memory or lacks something.
    init(applicationProtocols: [String] = [], keyLog: KeyLog? = nil) throws(TLSLibraryError) {
        ERR_clear_error()
        guard let context = SSL_CTX_new(TLS_client_method()) else { throw TLSLibraryError() }
        // No path is built: what a server sends may be long and hostile, and where it leads is not asked here.
        SSL_CTX_set_cert_verify_callback(context, { _, _ in 1 }, nil)
        SSL_CTX_set_security_level(context, 0)
        rdptop_ssl_ctx_set_prober_options(context)
        rdptop_ssl_ctx_forget_sessions(context)
        guard rdptop_ssl_ctx_set_versions(context, TLS1_VERSION, TLS1_3_VERSION) == 1,
            SSL_CTX_set_cipher_list(context, Self.suites) == 1,
            rdptop_ssl_ctx_set_groups(context, Self.groups) == 1,
            Self.offer(applicationProtocols, in: context)
        else {
            let error = TLSLibraryError()
            SSL_CTX_free(context)
            throw error
        }
        keyLog?.attach(to: context)
        self.keyLog = keyLog
        self.context = Mutex(context)
    }

    deinit { context.withLock { SSL_CTX_free($0) } }

    /// A new session; `serverName` is sent as SNI when there is one.
    func session(serverName: String?) throws(TLSLibraryError) -> TLSSession {
        ERR_clear_error()
        guard let session = context.withLock({ TLSSession($0, serverName: serverName) }) else {
            throw TLSLibraryError()
        }
        return session
    }

    /// Whether the library took the protocols; each with a byte before it that says how long it is.
    private static func offer(_ protocols: [String], in context: OpaquePointer) -> Bool {
        guard !protocols.isEmpty else { return true }
        let names = protocols.flatMap { [UInt8(clamping: $0.utf8.count)] + $0.utf8.prefix(Int(UInt8.max)) }
        // Of all its functions this one says 0 when all is well.
        return SSL_CTX_set_alpn_protos(context, names, UInt32(clamping: names.count)) == 0
    }

    /// Up to TLS 1.2, in the order in which Windows offers them; the suites of TLS 1.3 are always there.
    private static let suites =
        "ECDHE+AESGCM:DHE+AESGCM:ECDHE+CHACHA20:ECDHE+AES:DHE+AES:kRSA+AESGCM:kRSA+AES:kRSA+3DES"

    /// What Windows offers. A post-quantum key share would make a ClientHello of two packets, which some middle boxes
    /// drop although every RDP client gets through.
    private static let groups = "X25519:P-256:P-384:P-521"
}

/// The TLS library cannot do what it is asked for.
struct TLSLibraryError: Error, CustomStringConvertible {
    let description: String

    /// Takes the reason from the library's error queue.
    init() {
        let reason = ERR_reason_error_string(ERR_get_error()).map { String(cString: $0) }
        description = "the TLS library (OpenSSL) cannot be used: \(reason ?? "no reason given")"
    }
}
