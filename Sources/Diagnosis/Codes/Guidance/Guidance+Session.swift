import FleetModel

/// The session itself, and what is on the user's machine.
extension Guidance {
    static let nothing = Guidance(
        .unknown,
        sees: "There is nothing to look for in this number; the other number of the pair says more.",
        next: [.checkServer, .clientEvents])

    static let ended = Guidance(
        .afterLogOn,
        sees: "rdptop sees no sessions. It can say whether the server takes connections now.",
        isNot: ["It is no failure to connect: there was a session, and somebody or a limit ended it."],
        next: [
            Remedy(.check, at: .server, "see the sessions of the server, and their state", run: "qwinsta"),
            Remedy(
                .check, at: .server, "see who ended sessions, and when",
                run:
                    "Get-WinEvent -LogName Microsoft-Windows-TerminalServices-LocalSessionManager/Operational -MaxEvents 20"
            ),
            .checkServer,
        ])

    static let licensing = Guidance(
        .afterLogOn,
        sees: "rdptop sees nothing of licences: they are dealt with after log-on.",
        isNot: ["It is no fault of network, TLS or certificate: the session was nearly there."],
        next: [
            Remedy(.check, at: .server, "run the licensing diagnoser of the server", run: "lsdiag.msc"),
            Remedy(
                .check, at: .server, "read the events about licences: 1068 and 1069 of the Remote Desktop service",
                run: "Get-WinEvent -FilterHashtable @{LogName='System'; "
                    + "ProviderName='Microsoft-Windows-TerminalServices-RemoteConnectionManager'} -MaxEvents 20"),
        ])

    static let session = Guidance(
        .afterLogOn,
        sees: "rdptop sees no sessions; only that the server answers up to the NLA challenge.",
        isNot: ["It is no fault of DNS, port, TLS or certificate: all of them had worked."],
        next: [
            Remedy(.check, at: .server, "see the sessions of the server, and their state", run: "qwinsta"),
            .coreEvents, .checkServer,
        ])

    static let broker = Guidance(
        .afterLogOn,
        sees: "rdptop sees nothing of the broker; it can probe the server that the broker would choose.",
        isNot: ["It does not say that the target is down: the broker could not hand the user on to it."],
        next: [
            Remedy(
                .check, at: .server, "read the broker's log, on the connection broker",
                run: "Get-WinEvent -LogName Microsoft-Windows-TerminalServices-SessionBroker/Operational -MaxEvents 20"),
            Remedy(
                .check, at: .here, "probe all servers of the collection", run: "rdptop check hosts.yaml", in: .sh),
        ])

    static let remoteApp = Guidance(
        .afterLogOn,
        sees: "rdptop sees nothing of RemoteApp; only that the server answers up to the NLA challenge.",
        isNot: ["It is no fault of network or certificate."],
        next: [
            Remedy(
                .check, at: .client, "try a plain desktop of the same server, without the .rdp file",
                run: "mstsc /v:{server}"),
            .coreEvents,
        ])

    static let rdpMessages = Guidance(
        .afterLogOn,
        sees: "rdptop ends its connection before these messages begin.",
        isNot: [
            "It is no fault of the network as such, or of a certificate: one side could not make sense of the other."
        ],
        next: [
            .coreEvents,
            Remedy(
                .check, at: .client, "try the same server with another client, and without the .rdp file",
                run: "mstsc /v:{server}"),
            .checkServer,
        ])

    static let client = Guidance(
        .client,
        sees: "rdptop can say that the server is well; the user's machine it does not see.",
        isNot: ["It is no fault of the server, as far as the code goes."],
        next: [
            .clientEvents,
            Remedy(
                .check, at: .client, "try another user's machine, and this one without the .rdp file",
                run: "mstsc /v:{server}"),
            .checkServer,
        ])

    static let unspecific = Guidance(
        .unknown,
        sees: "The number names no cause. rdptop can say which layers work, and so what it is not.",
        next: [.checkServer, .clientEvents, .failedLogOns])

    static let unknown = Guidance(
        .unknown,
        sees: "rdptop can say which layers work, and so what it is not.",
        next: [
            .checkServer, .clientEvents,
            Remedy(
                .check, at: .client, "ask a Windows client for its own words; the numbers are decimal or 0x",
                run: "(New-Object -ComObject MsTscAx.MsTscAx).GetErrorDescription(ERROR, EXTENDED)"),
        ])
}
