/// Reads a server's answer to a ClientHello as it arrives, up to the ServerHello.
///
/// A value fed with bytes; it neither decrypts nor verifies. TLS libraries hide the cipher suite, the numbers of
/// alerts and what came instead of TLS: this keeps them. It holds at most one record and one handshake message.
package struct ServerFlight: Sendable {
    /// What the server answered.
    package enum Answer: Equatable, Sendable {
        /// It chose version and suite.
        case serverHello(ServerHello)
        /// It refused, or closed in order.
        case alert(TLSAlert)
        /// It did not speak TLS at all; xrdp with an unusable key sends ``ServerGreeting/disconnect(_:)``.
        case plaintext(ServerGreeting)
        /// It began like TLS and was not.
        case malformed(WireError)
    }

    /// The longest handshake message waited for, in bytes.
    package static let messageLimit = 65_536
    /// The number of warnings borne before the ServerHello.
    package static let warningLimit = 8

    /// The answer, once it is known; it never changes then.
    package private(set) var answer: Answer?
    /// Warnings that came before the answer, such as unrecognized_name.
    package private(set) var warnings: [TLSAlert] = []
    /// The request for another key share that came before the answer, if one did.
    package private(set) var helloRetryRequest: ServerHello?
    /// Whether a record of TLS or SSL 3.0 began: with a content type and a version that exist, whatever followed.
    package private(set) var hasTLSRecord = false
    /// All bytes received, also those after the answer.
    package private(set) var byteCount = 0

    /// Bytes not yet taken apart: less than one record, or the beginning of plaintext.
    private var pending: [UInt8] = []
    /// Content of handshake records not yet taken apart: less than one message.
    private var handshake: [UInt8] = []
    private var language = Language.unknown
    private var hasChangedCipherSpec = false

    /// What the first byte shows the server to speak.
    private enum Language {
        case unknown, plaintext, tls
    }

    /// The largest piece taken in at once, so that memory stays bounded whatever a call brings.
    private static let pieceSize = 4_096
    private static let handshakeHeaderSize = 4

    /// Creates a reader that has received nothing.
    package init() {}

    /// Takes in the next bytes from the server.
    ///
    /// - Returns: The answer, or `nil` while it takes more bytes to know. After the answer bytes are only counted.
    @discardableResult
    package mutating func receive(_ bytes: ArraySlice<UInt8>) -> Answer? {
        byteCount += bytes.count
        var rest = bytes
        while answer == nil, !rest.isEmpty {
            pending.append(contentsOf: rest.prefix(Self.pieceSize))
            rest = rest.dropFirst(Self.pieceSize)
            do {
                try read()
            } catch {
                answer = .malformed(error)
            }
        }
        if answer != nil { forget() }
        return answer
    }

    /// Takes in that no more bytes will come: the server closed, or the time is up.
    ///
    /// - Returns: The answer; `nil` only when the server sent nothing.
    @discardableResult
    package mutating func end() -> Answer? {
        guard answer == nil else { return answer }
        if let helloRetryRequest {
            answer = .serverHello(helloRetryRequest)
        } else if language == .plaintext {
            answer = ServerGreeting.classify(pending[...], ended: true).map(Answer.plaintext)
        } else if let warning = warnings.last {
            answer = .alert(warning)
        } else if let error = incompleteness {
            answer = .malformed(error)
        }
        forget()
        return answer
    }

    private mutating func read() throws(WireError) {
        if language == .unknown, let first = pending.first {
            language = TLSContentType(rawValue: first) == nil ? .plaintext : .tls
        }
        switch language {
        case .unknown: break
        case .plaintext: answer = ServerGreeting.classify(pending[...]).map(Answer.plaintext)
        case .tls: try readRecords()
        }
    }

    private mutating func readRecords() throws(WireError) {
        var rest = pending[...]
        while answer == nil, rest.count >= TLSRecordHeader.size {
            var reader = ByteReader(rest)
            hasTLSRecord = hasTLSRecord || TLSRecordHeader.begins(rest)
            let header = try TLSRecordHeader(from: &reader)
            guard reader.remaining >= Int(header.length) else { break }
            let content = try reader.readBytes(Int(header.length))
            rest = reader.readRest()
            try read(content, of: header.contentType)
        }
        if rest.count < pending.count { pending = Array(rest) }
    }

    private mutating func read(_ content: ArraySlice<UInt8>, of contentType: TLSContentType) throws(WireError) {
        switch contentType {
        case .handshake:
            guard !content.isEmpty else { throw .unexpected(field: "length of a handshake record", value: 0) }
            handshake.append(contentsOf: content)
            try readHandshake()
        case .alert:
            try readAlerts(content)
        case .changeCipherSpec where helloRetryRequest != nil && !hasChangedCipherSpec:
            // RFC 8446, D.4: a dummy for middle boxes, once.
            hasChangedCipherSpec = true
        case .changeCipherSpec, .applicationData, .heartbeat:
            throw .unexpected(field: "TLS content type", value: UInt64(contentType.rawValue))
        }
    }

    private mutating func readHandshake() throws(WireError) {
        while answer == nil, let length = try messageLength(), handshake.count >= length {
            let hello = try ServerHello(decoding: handshake[..<length].dropFirst(Self.handshakeHeaderSize))
            handshake.removeFirst(length)
            guard hello.isHelloRetryRequest else {
                answer = .serverHello(hello)
                return
            }
            guard helloRetryRequest == nil else {
                throw .unexpected(field: "second HelloRetryRequest", value: UInt64(ServerHello.handshakeType))
            }
            helloRetryRequest = hello
        }
    }

    /// The length of the handshake message at hand, its header included, once that has come.
    private func messageLength() throws(WireError) -> Int? {
        guard handshake.count >= Self.handshakeHeaderSize else { return nil }
        var reader = ByteReader(handshake[...])
        let type = try reader.readUInt8()
        guard type == ServerHello.handshakeType else {
            throw .unexpected(field: "TLS handshake type", value: UInt64(type))
        }
        let length = Self.handshakeHeaderSize + (try reader.readUInt24BigEndian())
        guard length <= Self.messageLimit else {
            throw .tooLong(field: "TLS handshake message", length: length, limit: Self.messageLimit)
        }
        return length
    }

    private mutating func readAlerts(_ content: ArraySlice<UInt8>) throws(WireError) {
        var reader = ByteReader(content)
        repeat {
            let alert = try TLSAlert(from: &reader)
            guard !alert.endsHandshake else {
                answer = .alert(alert)
                return
            }
            guard warnings.count < Self.warningLimit else {
                throw .tooLong(field: "series of TLS warnings", length: warnings.count + 1, limit: Self.warningLimit)
            }
            warnings.append(alert)
        } while reader.remaining > 0
    }

    /// What the bytes at hand still lack.
    private var incompleteness: WireError? {
        if !handshake.isEmpty {
            let needed = (try? messageLength()) ?? Self.handshakeHeaderSize
            return .truncated(needed: needed, have: handshake.count)
        }
        guard !pending.isEmpty else { return nil }
        let length = (try? TLSRecordHeader(decoding: pending[...]))?.length ?? 0
        return .truncated(needed: TLSRecordHeader.size + Int(length), have: pending.count)
    }

    private mutating func forget() {
        pending = []
        handshake = []
    }
}
