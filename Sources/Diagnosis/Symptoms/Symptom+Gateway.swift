import FleetModel

/// What users see who come through a gateway.
///
/// The numbers are those of a table of the client's messages on Microsoft's TechNet wiki (page 37870). That table says
/// what a number means and not what brings it about, so none of them is more than likely.
extension Symptom {
    static let gatewayUnreachable = Symptom(
        [UserCode(0x300_000C)], "the gateway is said to be unreachable, or its address wrong", .likely)
    static let gatewayUnavailable = Symptom(
        [UserCode(0x300_000C), UserCode(0x300_000D)],
        "the gateway is said to be unreachable, or unavailable for the moment", .likely)
    static let gatewayEndsEarly = Symptom(
        [UserCode(0x300_000D), UserCode(0x300_000C)],
        "the gateway is said to be unavailable for the moment, before a password is checked", .possible)
    static let gatewayCutsOff = Symptom(
        [UserCode(0x300_0009), UserCode(0x300_000A), UserCode(0x300_000D)],
        "the exchange of data with the gateway fails", .possible)
    static let gatewayRefusesRequest = Symptom(
        [UserCode(0x300_0023), UserCode(0x300_000D)],
        "the gateway is said not to know the request, or to be unavailable", .possible)
    static let gatewayCertificateEnded = Symptom(
        [UserCode(0x300_0007), UserCode(0x300_0003)], "the gateway's certificate is said to be expired", .likely)
    static let gatewayNotVerified = Symptom(
        [UserCode(0x300_0003), UserCode(0x300_0005)], "the gateway is said not to be verifiable", .likely)
    static let gatewayPerhapsNotVerified = Symptom(
        [UserCode(0x300_0003), UserCode(0x300_0005)],
        "the gateway is said not to be verifiable, by clients that do not take its certificate", .possible)
    static let gatewayNameDiffers = Symptom(
        [UserCode(0x300_0006), UserCode(0x300_0003), UserCode(0x300_0005)],
        "the gateway's address is said not to match its certificate", .likely)
    static let gatewayAsksOtherwise = Symptom(
        [UserCode(0x300_0037)], "the gateway is said to expect another way of logging on", .possible)
    static let gatewayProxyAsks = Symptom([UserCode(0x300_0020)], "a web proxy is said to ask for log-on", .likely)
    static let gatewayProxySettings = Symptom(
        [UserCode(0x300_0044)], "the settings of a forward proxy are said to be in the way", .possible)
    /// SEC_E_BAD_BINDINGS and STATUS_BAD_BINDINGS.
    static let channelBindings = Symptom(
        [UserCode(0x8009_0346), UserCode(0xC000_035B)], "log-on at the gateway fails though the password is right",
        .possible)
    /// SEC_E_TIME_SKEW.
    static let gatewayTime = Symptom([UserCode(0x8009_0324)], "log-on fails because of the time", .possible)
    /// Of a certificate that ends, and has not.
    static let gatewayNothingYet = Symptom([], "nothing until it ends, and from then on nobody gets through", .likely)
    /// Where UDP at the gateway fails.
    static let gatewayWithoutUDP = Symptom([], "no message; pictures may lag on lines that lose packets", .possible)
    /// Where the trouble is on the machine that runs rdptop.
    static let gatewayNotConcerned = Symptom([], "perhaps nothing, since the trouble is on this machine", .possible)
}
