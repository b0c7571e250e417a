/// Where a number comes from; the same number means different things in different spaces.
package enum NumberSpace: String, Sendable, Hashable, CaseIterable {
    /// `Error code` of a Windows client: why it was disconnected (IMsTscAxEvents::OnDisconnected).
    case disconnect
    /// `Extended error code` of a Windows client (ExtendedDisconnectReasonCode).
    case extended
    /// `Error code` of a Windows client for what failed at an RD Gateway, and the gateway's own codes (MS-TSGU 2.2.6).
    case gateway
    /// What a server tells of itself in a Set Error Info PDU (MS-RDPBCGR 2.2.5.1.1).
    case errinfo
    /// What a server says to the first request of a client (MS-RDPBCGR 2.2.1.2.2).
    case negfailure
    /// What the log-on of Windows says, on the server (MS-ERREF 2.3).
    case ntstatus
    /// What a Windows interface says, mostly security and certificates on the client (MS-ERREF 2.1).
    case hresult

    /// What it is called in a sentence, with its article: `a gateway code`.
    package var title: String {
        switch self {
        case .disconnect: "an error code of the client"
        case .extended: "an extended error code"
        case .gateway: "a gateway code"
        case .errinfo: "a server's ERRINFO code"
        case .negfailure: "a negotiation failure"
        case .ntstatus: "an NTSTATUS"
        case .hresult: "an HRESULT"
        }
    }

    /// Who makes it, in a sentence.
    package var origin: String {
        switch self {
        case .disconnect: "The client makes it, as its own view of why it was disconnected."
        case .extended:
            "The client makes it, often out of what the server said; the low numbers and those from 0x100 on "
                + "are nearly the same as ERRINFO."
        case .gateway: "The client, or the RD Gateway, makes it, about the way through the gateway."
        case .errinfo: "The server sends it within the connection, before it ends it (Set Error Info PDU)."
        case .negfailure: "The server sends it in its very first answer, in X.224, before TLS."
        case .ntstatus: "The log-on of Windows makes it, on the server or at the domain controller."
        case .hresult: "An interface of Windows makes it, mostly security and certificates on the client."
        }
    }

    /// Where people meet it, in a sentence.
    package var shownAs: String {
        switch self {
        case .disconnect:
            "Shown as \"Error code\" in the message, and as the reason in event 1026 of the client's log "
                + "TerminalServices-RDPClient/Operational."
        case .extended: "Shown as \"Extended error code\" in the message, beside the error code."
        case .gateway: "Shown as \"Error code\" in the message; the older forms stand in logs of the gateway."
        case .errinfo: "Shown in traces and in logs of other clients, seldom to users."
        case .negfailure: "Shown in traces, and by rdptop on the X.224 layer; users see the client's own code instead."
        case .ntstatus: "Shown in event 4625 of the server's Security log, and in messages of some clients."
        case .hresult: "Shown as the code of an authentication error or of a certificate warning, and in event logs."
        }
    }
}
