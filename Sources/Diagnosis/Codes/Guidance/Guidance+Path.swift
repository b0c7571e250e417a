import FleetModel

/// The way to the server.
extension Guidance {
    static let name = Guidance(
        .layers([.dns]),
        sees: "rdptop asks the name servers of this machine, or those of the fleet file. The user's may answer "
            + "otherwise, at home and without the VPN above all.",
        isNot: ["It is no matter of ports, certificates or passwords: the client did not get as far."],
        next: [
            Remedy(
                .check, at: .client, "resolve the name where the user sits, exactly as the user types it",
                run: "Resolve-DnsName {server}"),
            .checkServer,
        ])

    static let reaching = Guidance(
        .layers([.dns, .ping, .tcp]),
        sees: "rdptop sees whether the port answers, refuses or is silent, from its own place in the network.",
        isNot: [
            "It is no matter of TLS, certificates, NLA or passwords: there was no connection to bring them up on.",
            "It is not the documented sign of a server that ends a connection: that is 0x904.",
        ],
        next: [
            .checkServer,
            Remedy(
                .check, at: .client, "try the port where the user sits", run: "Test-NetConnection {server} -Port {port}"
            ),
        ])

    static let closed = Guidance(
        .layers([.tcp, .x224, .tls, .nla]),
        sees: "rdptop climbs the same steps and sees the first at which the other end closes or resets.",
        isNot: ["It does not say who ended the connection: the server, or something on the way to it."],
        next: [.traceServer, .clientEvents, .coreEvents])

    static let timeout = Guidance(
        .layers([.tcp, .x224, .tls, .nla]),
        sees: "rdptop sees which step gets no answer, and how long each takes; what comes after log-on it does not.",
        isNot: ["It does not say which step took too long."],
        next: [.traceServer, .clientEvents])
}
