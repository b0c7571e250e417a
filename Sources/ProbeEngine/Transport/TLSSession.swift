import COpenSSL
import NIOCore

/// One end of a TLS connection, without a socket: bytes from the peer go in, bytes for the peer come out.
///
/// Lives on one event loop; it is not `Sendable` on purpose.
final class TLSSession {
    /// How a handshake stands.
    enum Progress: Equatable {
        /// More bytes of the peer are needed.
        case pending
        case complete
        /// Refused, by the peer or by the library; what was to be told the peer is among the output.
        case failed
    }

    private let session: OpaquePointer
    private let input: OpaquePointer
    private let output: OpaquePointer

    /// nil when the library has no memory, or takes the name for none.
    init?(_ context: OpaquePointer, serverName: String?) {
        guard let session = SSL_new(context) else { return nil }
        guard let input = BIO_new(BIO_s_mem()), let output = BIO_new(BIO_s_mem()) else {
            SSL_free(session)
            return nil
        }
        // The session owns both from here on.
        SSL_set_bio(session, input, output)
        SSL_set_connect_state(session)
        self.session = session
        self.input = input
        self.output = output
        if let serverName, rdptop_ssl_set_server_name(session, serverName) != 1 { return nil }
    }

    deinit { SSL_free(session) }

    /// Takes bytes that the peer sent.
    func receive(_ bytes: ByteBuffer) {
        bytes.withUnsafeReadableBytes { _ = BIO_write(input, $0.baseAddress, Int32(clamping: $0.count)) }
    }

    /// Goes on with the handshake as far as what was received allows.
    func handshake() -> Progress {
        ERR_clear_error()
        let result = SSL_do_handshake(session)
        if result == 1 { return .complete }
        return SSL_get_error(session, result) == SSL_ERROR_WANT_READ ? .pending : .failed
    }

    /// What the peer has sent through TLS, at most one record; nil when there is nothing more for now.
    func read() -> ByteBuffer? {
        guard var record = readPiece() else { return nil }
        while SSL_pending(session) > 0, let piece = readPiece() { record.writeImmutableBuffer(piece) }
        return record
    }

    private func readPiece() -> ByteBuffer? {
        ERR_clear_error()
        // Mostly there is nothing, and so nothing is allocated before there is.
        return withUnsafeTemporaryAllocation(byteCount: Self.pieceSize, alignment: 1) { piece in
            let count = Int(SSL_read(session, piece.baseAddress, Int32(clamping: piece.count)))
            return count > 0 ? ByteBuffer(bytes: UnsafeRawBufferPointer(rebasing: piece[..<count])) : nil
        }
    }

    /// The most that is read at once, in bytes; a longer piece would not be on the stack.
    private static let pieceSize = 1_024

    /// Puts bytes for the peer into TLS; false when TLS takes no more.
    func write(_ bytes: ByteBuffer) -> Bool {
        ERR_clear_error()
        return bytes.withUnsafeReadableBytes {
            $0.isEmpty || SSL_write(session, $0.baseAddress, Int32(clamping: $0.count)) == Int32(clamping: $0.count)
        }
    }

    /// Puts a close_notify among the output.
    func sayGoodbye() {
        ERR_clear_error()
        _ = SSL_shutdown(session)
    }

    /// Whether the peer has said close_notify.
    var hasHeardGoodbye: Bool { SSL_get_shutdown(session) & SSL_RECEIVED_SHUTDOWN != 0 }

    /// The bytes that are to go to the peer; nil when there are none.
    func takeOutput() -> ByteBuffer? {
        var start: UnsafeMutablePointer<CChar>?
        let count = rdptop_bio_contents(output, &start)
        guard count > 0, let start else { return nil }
        let bytes = ByteBuffer(bytes: UnsafeRawBufferPointer(start: start, count: count))
        rdptop_bio_reset(output)
        return bytes
    }

    /// The certificates that the peer presented, its own first, in DER; empty before it has.
    ///
    /// - Parameters:
    ///   - count: The most certificates taken.
    ///   - size: The longest one taken, in bytes; a longer one comes out empty.
    /// - Returns: One element for each certificate.
    func chain(limit count: Int, size: Int) -> [[UInt8]] {
        let chain = SSL_get_peer_cert_chain(session)
        return (0..<min(count, Int(rdptop_x509_count(chain)))).map { index in
            guard let certificate = rdptop_x509_at(chain, Int32(index)) else { return [] }
            let length = Int(i2d_X509(certificate, nil))
            guard (1...size).contains(length) else { return [] }
            return [UInt8](unsafeUninitializedCapacity: length) { buffer, written in
                var start = buffer.baseAddress
                written = max(0, Int(i2d_X509(certificate, &start)))
            }
        }
    }
}
