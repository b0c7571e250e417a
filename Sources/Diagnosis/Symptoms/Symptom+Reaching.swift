import FleetModel

/// What users see when the client does not find the server, does not reach it, or is sent away before TLS.
///
/// The meanings of the codes are documented (IMsTscAxEvents::OnDisconnected). That they are likely and no more is because
/// users may have another name server, and another way to the server, than the machine that runs rdptop.
extension Symptom {
    /// `disconnectReasonDNSLookupFailed`, `disconnectReasonHostNotFound` and `disconnectReasonDNSLookupFailed2`.
    static let nameNotFound = Symptom(
        [UserCode(0x104), UserCode(0x208), UserCode(0x508)], "the client cannot find the computer by its name", .likely)

    /// What a record shows that leads to no machine, or to another one: a failed connect, or a warning of the client.
    static let nameLeadsAstray = Symptom(
        [UserCode(0x108), UserCode(0x204)], "who asks by name cannot connect, or meets another computer", .possible)

    /// `disconnectReasonConnectionTimedOut` and `disconnectReasonSocketConnectFailed`: nothing answered the SYN.
    static let connectTimedOut = Symptom(
        [UserCode(0x108), UserCode(0x204)], "the client waits, and then cannot connect to the computer", .likely)

    /// `disconnectReasonSocketConnectFailed`: somebody said no to the SYN.
    static let connectFailed = Symptom([UserCode(0x204)], "the client says at once that it cannot connect", .likely)

    /// `disconnectReasonSocketRecvFailed`: the connection broke while the client read from it.
    static let receiveFailed = Symptom([UserCode(0x404)], "the connection breaks while the client waits", .possible)

    /// `disconnectReasonTimeoutOccurred`: there was a connection, and nothing came over it.
    static let answerTimedOut = Symptom(
        [UserCode(0x704), UserCode(0x108)], "the client waits on an open connection, and gives up", .possible)

    /// The client's own protocol error, which has no documented symbol, and the closed socket that was seen where a host
    /// had been given to other software.
    static let notRDP = Symptom(
        [UserCode(0x1104), UserCode(0x904, extended: 0x7)], "the client gives up on an answer that is not RDP",
        .possible)

    /// A refusal of the negotiation that the client knows, or a middle box that closes because of it.
    static let negotiationRefused = Symptom(
        [], "the client says why it is refused, or that it cannot connect; which code it shows is not documented",
        .possible)

    /// What was observed through a bastion: the server answered with RDP_NEG_FAILURE 2, and the bastion dropped the
    /// client.
    static let droppedByBastion = Symptom(
        [UserCode(0x904, extended: 0x7)], "behind a bastion, the connection ends while it is being secured", .possible)

    /// A text of mstsc without a documented symbol: the server wants NLA, and the client has none.
    static let needsNLA = Symptom(
        [UserCode(0x0B09)], "a client without NLA says that the computer requires it", .likely)

    /// What is on only one of several addresses, ways or families.
    static func forSome(_ words: String) -> Symptom { Symptom([UserCode(0x108), UserCode(0x204)], words, .possible) }

    /// What shows no error: users notice it, or nobody does.
    static func withoutCode(_ words: String) -> Symptom { Symptom([], words, .likely) }
}
