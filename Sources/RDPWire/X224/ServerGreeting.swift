/// What a server's first bytes are, where the answer to a Connection Request is due.
///
/// Tells an RDP server from whatever else may listen on its port. It does not say whether the answer is good news.
package enum ServerGreeting: Equatable, Sendable {
    /// A Connection Confirm of `frameLength` bytes. Bytes beyond it are not part of it, and nothing may follow in
    /// the clear: whoever starts TLS must refuse them.
    case confirm(ConnectionConfirm, frameLength: Int)
    /// An orderly refusal in RDP's own terms.
    case disconnect(Disconnect)
    /// A TPKT packet, or the beginning of one, that is none of the above.
    case malformed(WireError)
    /// A TLS alert: the port speaks TLS from the first byte.
    case tlsAlert(TLSAlert)
    /// Another TLS record.
    case tlsRecord(TLSRecordHeader)
    /// An HTTP answer with this status line, as sent.
    case http(statusLine: String)
    /// An SSH server with this identification, as sent.
    case ssh(identification: String)
    /// Another protocol made of text lines, such as SMTP, FTP or VNC: its first line, as sent.
    case text(line: String)
    /// None of these.
    case garbage

    /// The ways to refuse.
    package enum Disconnect: Equatable, Sendable {
        /// An MCS Disconnect Provider Ultimatum, as xrdp sends.
        case ultimatum(DisconnectProviderUltimatum)
        /// An X.224 Disconnect Request.
        case request(DisconnectRequest)
        /// An X.224 Error TPDU.
        case error(TPDUError)
    }

    /// The longest TPKT packet waited for, in bytes.
    package static let defaultFrameLimit = 16_384
    /// The longest first line of text waited for and kept, in bytes.
    package static let lineLimit = 255

    /// Says what `bytes` are.
    ///
    /// Text in the answer is the peer's, unclean and at most ``lineLimit`` bytes long.
    ///
    /// - Parameters:
    ///   - bytes: Everything received since the Connection Request.
    ///   - ended: No more bytes will come: the peer closed, or the time is up. Then the answer is `nil` only for no
    ///     bytes at all.
    ///   - frameLimit: The longest TPKT packet acceptable, in bytes.
    /// - Returns: What they are, or `nil` while they could still become something else.
    package static func classify(
        _ bytes: ArraySlice<UInt8>, ended: Bool = false, frameLimit: Int = defaultFrameLimit
    ) -> ServerGreeting? {
        guard let first = bytes.first else { return nil }
        if first == TPKTHeader.version {
            return classifyPacket(bytes, ended: ended, frameLimit: frameLimit)
        }
        if TLSContentType(rawValue: first) != nil {
            return classifyRecord(bytes, ended: ended)
        }
        return classifyText(bytes, ended: ended)
    }

    private static func classifyPacket(_ bytes: ArraySlice<UInt8>, ended: Bool, frameLimit: Int) -> ServerGreeting? {
        do {
            let frameLength = try TPKTHeader.frameLength(of: bytes, limit: frameLimit)
            guard let frameLength, bytes.count >= frameLength else {
                let needed = frameLength ?? TPKTHeader.size
                return ended ? .malformed(.truncated(needed: needed, have: bytes.count)) : nil
            }
            let tpdu = try TPDU(decoding: bytes.prefix(frameLength))
            switch tpdu.code {
            case .connectionConfirm:
                return .confirm(try ConnectionConfirm(tpdu), frameLength: frameLength)
            case .data:
                return .disconnect(.ultimatum(try DisconnectProviderUltimatum(tpdu)))
            case .disconnectRequest:
                return .disconnect(.request(try DisconnectRequest(tpdu)))
            case .error:
                return .disconnect(.error(try TPDUError(tpdu)))
            case .connectionRequest:
                return .malformed(.unexpected(field: "TPDU code", value: UInt64(tpdu.code.rawValue)))
            }
        } catch {
            return .malformed(error)
        }
    }

    private static func classifyRecord(_ bytes: ArraySlice<UInt8>, ended: Bool) -> ServerGreeting? {
        guard ended || bytes.count >= TLSRecordHeader.size else { return nil }
        var reader = ByteReader(bytes)
        guard let header = try? TLSRecordHeader(from: &reader) else { return .garbage }
        guard header.contentType == .alert, Int(header.length) == TLSAlert.size else { return .tlsRecord(header) }
        guard reader.remaining >= TLSAlert.size else { return ended ? .tlsRecord(header) : nil }
        guard let alert = try? TLSAlert(from: &reader) else { return .tlsRecord(header) }
        return .tlsAlert(alert)
    }

    private static func classifyText(_ bytes: ArraySlice<UInt8>, ended: Bool) -> ServerGreeting? {
        let head = bytes.prefix(lineLimit)
        // Some servers begin with an empty line.
        let line = head.drop(while: isLineBreak).prefix { !isLineBreak($0) }
        guard head.prefix(upTo: line.endIndex).allSatisfy(isText), let first = line.first ?? head.first, first < 0x80
        else {
            return .garbage
        }
        guard line.endIndex < head.endIndex || head.count == lineLimit || ended else { return nil }
        guard !line.isEmpty else { return .garbage }
        let text = String(decoding: line, as: UTF8.self)
        if text.hasPrefix("HTTP/") { return .http(statusLine: text) }
        if text.hasPrefix("SSH-") { return .ssh(identification: text) }
        return .text(line: text)
    }

    private static func isLineBreak(_ byte: UInt8) -> Bool {
        byte == 0x0A || byte == 0x0D
    }

    private static func isText(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != 0x7F || byte == 0x09 || isLineBreak(byte)
    }
}
