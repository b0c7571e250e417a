/// What each place means at which the other end may close a connection: how to get from 0x904 to a cause.
///
/// The code says that a connection was there and was closed, not why; the first step that fails says more.
enum CloseLadder {
    /// What is seen, and what it means for a user who was shown 0x904.
    struct Step: Sendable, Hashable {
        /// What a probe sees.
        let seen: String
        /// What that means, in a sentence or two.
        let means: String
    }

    /// In the order in which a client climbs; the first that is seen decides.
    static let steps: [Step] = [
        Step(
            seen: "DNS: the name does not resolve",
            means: "Not this code: users would see 0x104. Look at the name that was typed."),
        Step(
            seen: "TCP: the port refuses, or is silent",
            means:
                "Not this code: users would see 0x204 or 0x108. It has changed since, or the user's way to the server "
                + "is not yours."),
        Step(
            seen: "X.224: closed or silent after the first request",
            means: "Something ends the connection before security is agreed on: a Remote Desktop service that hangs, "
                + "another program on the port, a limit on connections, or a filter on the way."),
        Step(
            seen: "X.224: closed only with a cookie in the request, or only without",
            means: "Something on the way reads the cookie, such as a load balancer; a server does not care."),
        Step(
            seen: "X.224: negotiation failure 2",
            means:
                "The server is set to the encryption that RDP had before TLS. Bastions, gateways and hardened clients "
                + "drop such a connection."),
        Step(
            seen: "X.224: negotiation failure 3",
            means: "The server has no certificate that it can use for TLS."),
        Step(
            seen: "TLS: every kind of ClientHello is cut, or answered by alert 80 or 40",
            means: "The server most likely cannot use the private key of its certificate; Schannel's events 36870 and "
                + "36871 say so. With an alert, users would rather see 0x8009...."),
        Step(
            seen: "TLS: the modern offer is cut, older versions or ciphers pass",
            means: "Client and server have no version or cipher in common; Schannel's event 36874 says so."),
        Step(
            seen: "TLS: cut only with a server name, only with TLS 1.3, or only from one place",
            means: "Something on the way looks into TLS, and does not like what it sees."),
        Step(
            seen: "Certificate: self-signed and expired",
            means:
                "The server does not renew it. A client that connects directly would show 0x1B07, so this is likely, "
                + "not proven."),
        Step(
            seen: "NLA: closed at the first message",
            means: "The server's log-on service (LSA, CredSSP) has trouble, or NTLM is blocked there."),
        Step(
            seen: "NLA: the clock differs, or the computer has another name",
            means: "Kerberos will not work, or the name leads to another machine."),
        Step(
            seen: "All passes, but not every time",
            means: "The way there is unstable: look at loss and resets over some time."),
        Step(
            seen: "All passes, always",
            means: "The reason cannot be seen from outside: rights, licences, sessions, the client itself, or packets "
                + "that are too large on the user's way."),
    ]

    /// The answer for those who read no further.
    static let summary = [
        "A connection to the server was there, and the other end, or something between, closed it before there was a "
            + "session. The numbers say where it broke, and not why. The first step that fails says more: rdptop climbs "
            + "the same steps and shows it."
    ]

    /// What was observed elsewhere with this pair of codes, with the source of each.
    static let observations: [String] = [
        "0x904 / 0x7 through a bastion: the server itself answered negotiation failure 2, and the bastion dropped the "
            + "client (tp4a/teleport, issue 280).",
        "0x904 / 0x7 with a server that is not Windows: TLS 1.3 was set up, the user accepted the certificate, then the "
            + "server closed without a line in its log (lamco-admin/wayland-rdp).",
        "A code like 0x904 with 0x7, Windows Server 2016 and later, through the same bastion (tp4a/teleport, issue 301).",
        "0x904 / 0x7, Windows Server: gone after a restart of TermService. The author blames the self-signed "
            + "certificate, and shows no evidence of it (a blog, July 2026).",
        "0x904 / 0x7: the host had been moved to NoMachine, and mstsc was the wrong client (somebody's notes).",
        "0x904 / 0x0, not 0x7: after the password, because of other software on the server (rustdesk, issue 10125).",
    ]

    /// What 0x904 is taken for and is not.
    static let isNot: [String] = [
        "The name did resolve: else users see 0x104 or 0x208.",
        "The port did answer: a server that is off, or a port that is closed or filtered, shows 0x204 or 0x108. A "
            + "filter that lets TCP through and cuts later can be it.",
        "It is no wrong password (0x807), no NLA that the client cannot do (0xB09), no certificate that the client found "
            + "expired (0x1B07), and no bad certificate of a gateway (0x3000002 to 0x3000007).",
    ]

    /// What extended 7 is taken for and is not.
    static let extendedIsNot: [String] = [
        "7 is not the Windows error 7 (ERROR_ARENA_TRASHED, about memory): that is another number space.",
        "7 does not prove that the server sent anything: it was seen with servers that only closed the socket. How the "
            + "client chooses it is not documented.",
        "No document ties 0x904 with 0x7 to one cause. It says where it broke, after TCP and before there was a session, "
            + "and not why.",
    ]
}
