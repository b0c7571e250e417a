import RDPWire

/// Watches the server's TLS records for an alert in the clear, also after the ServerHello.
///
/// Reads the records' headers only (RFC 8446, 5.1) and holds at most seven bytes. Up to TLS 1.2 everything until
/// ChangeCipherSpec is in the clear, and a server may still refuse after its ServerHello.
struct AlertWatch {
    /// The last alert, and the version of its record.
    private(set) var alert: (TLSAlert, recordVersion: TLSVersion)?

    private var header: [UInt8] = []
    private var content: [UInt8] = []
    private var current: TLSRecordHeader?
    private var remaining = 0
    private var isOver = false

    /// Takes in the next bytes.
    mutating func receive(_ bytes: ArraySlice<UInt8>) {
        var rest = bytes
        while !isOver, !rest.isEmpty {
            if let current {
                let part = rest.prefix(remaining)
                if content.count < TLSAlert.size { content += part.prefix(TLSAlert.size - content.count) }
                rest = rest.dropFirst(part.count)
                remaining -= part.count
                if remaining == 0 { finish(current) }
            } else {
                let part = rest.prefix(TLSRecordHeader.size - header.count)
                header += part
                rest = rest.dropFirst(part.count)
                if header.count == TLSRecordHeader.size { begin() }
            }
        }
    }

    private mutating func begin() {
        guard let record = try? TLSRecordHeader(decoding: header[...]) else {
            isOver = true
            return
        }
        header = []
        content = []
        remaining = Int(record.length)
        current = remaining > 0 ? record : nil
    }

    private mutating func finish(_ record: TLSRecordHeader) {
        current = nil
        switch record.contentType {
        case .alert:
            // A longer one is encrypted.
            guard Int(record.length) == TLSAlert.size, let alert = try? TLSAlert(decoding: content[...]) else { return }
            self.alert = (alert, record.version)
        case .changeCipherSpec, .applicationData:
            isOver = true
        case .handshake, .heartbeat:
            break
        }
    }
}
