import RDPWire

/// Watches the server's TLS records for an alert in the clear, also after the ServerHello.
///
/// Reads the records' headers (RFC 8446, 5.1) and the alerts only, and keeps at most four bytes of what was cut. Up to
/// TLS 1.2 everything until ChangeCipherSpec is in the clear, and a server may still refuse after its ServerHello.
struct AlertWatch {
    /// The alert that ended the handshake, else the last warning, and the version of its record.
    private(set) var alert: (TLSAlert, recordVersion: TLSVersion)?

    /// The beginning of a header or an alert that was cut.
    private var beginning: [UInt8] = []
    /// The version of the record whose content is an alert and comes next; nil when a header does.
    private var alertVersion: TLSVersion?
    /// How many bytes of a record that is of no interest come before that.
    private var passing = 0
    private var isOver = false

    /// Takes in the next bytes.
    mutating func receive(_ bytes: ArraySlice<UInt8>) {
        var rest = bytes
        while !isOver {
            let passed = min(passing, rest.count)
            rest = rest.dropFirst(passed)
            passing -= passed
            let size = alertVersion == nil ? TLSRecordHeader.size : TLSAlert.size
            guard let next = take(size, from: &rest) else { return }
            if let alertVersion {
                note(next, recordVersion: alertVersion)
            } else {
                begin(next)
            }
        }
    }

    /// The next bytes when all of them are there; what there is of them is kept until they are.
    private mutating func take(_ count: Int, from rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let part = rest.prefix(count - beginning.count)
        rest = rest.dropFirst(part.count)
        // Hardly any is cut: then nothing is copied.
        if part.count == count { return part }
        beginning += part
        guard beginning.count == count else { return nil }
        defer { beginning = [] }
        return beginning[...]
    }

    private mutating func begin(_ header: ArraySlice<UInt8>) {
        guard let record = try? TLSRecordHeader(decoding: header) else {
            isOver = true
            return
        }
        switch record.contentType {
        // A longer one is encrypted.
        case .alert where Int(record.length) == TLSAlert.size: alertVersion = record.version
        case .alert, .handshake, .heartbeat: passing = Int(record.length)
        case .changeCipherSpec, .applicationData: isOver = true
        }
    }

    private mutating func note(_ content: ArraySlice<UInt8>, recordVersion: TLSVersion) {
        alertVersion = nil
        guard let alert = try? TLSAlert(decoding: content) else { return }
        self.alert = (alert, recordVersion)
        isOver = alert.endsHandshake
    }
}
