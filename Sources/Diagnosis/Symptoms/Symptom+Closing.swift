import FleetModel

/// What users see when the other end closes, or resets, a connection that was there.
extension Symptom {
    /// `disconnectReasonAtClientWinsockFDCLOSE`: the socket was closed. That the extended code is 7 was observed, and
    /// nowhere documented.
    static let connectionClosed = Symptom(
        [UserCode(0x904, extended: 0x7), UserCode(0x904, extended: 0x0)],
        "the connection ends while it is being set up", .likely)
}
