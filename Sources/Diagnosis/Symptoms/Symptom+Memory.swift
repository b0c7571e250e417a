import FleetModel

/// What users see of things that change from one probe to the next.
extension Symptom {
    /// No symbol is documented for 0x907; the client's text tells of a certificate that is not the expected one.
    static let certificateChanged = Symptom(
        [UserCode(0x907)], "the client stops at a certificate that is not the one it knew, or asks about it once",
        .possible)
    /// The client asks, and most users accept.
    static let certificateUntrusted = Symptom(
        [], "the client warns that the identity of the computer cannot be verified", .likely)
    /// `disconnectReasonConnectionTimedOut` and `disconnectReasonSocketConnectFailed`, depending on the moment.
    static let comesAndGoes = Symptom(
        [UserCode(0x108), UserCode(0x204)], "the connection works at one time and not at another", .possible)
}
