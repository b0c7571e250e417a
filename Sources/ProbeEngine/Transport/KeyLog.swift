import COpenSSL

/// Where a TLS context writes the secrets of its sessions (draft-ietf-tls-keylogfile), for a recording of a probe.
///
/// Nothing worth hiding goes through these sessions: the challenge that they carry is told to anybody who asks.
final class KeyLog: Sendable {
    private let write: @Sendable (String) -> Void

    /// Gets each line, without its end, on the thread of the probe.
    init(_ write: @escaping @Sendable (String) -> Void) {
        self.write = write
    }

    /// Makes a context write into this log, which must live as long as its sessions.
    func attach(to context: OpaquePointer) {
        rdptop_ssl_ctx_set_owner(context, Unmanaged.passUnretained(self).toOpaque())
        SSL_CTX_set_keylog_callback(context) { session, line in
            guard let line, let owner = rdptop_ssl_owner(session) else { return }
            Unmanaged<KeyLog>.fromOpaque(owner).takeUnretainedValue().write(String(cString: line))
        }
    }
}
