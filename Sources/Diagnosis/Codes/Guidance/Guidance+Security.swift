import FleetModel

/// What makes the connection safe: negotiation, TLS, certificates, NLA.
extension Guidance {
    static let negotiation = Guidance(
        .layers([.x224]),
        sees: "rdptop sees the server's answer itself, and asks again for TLS alone.",
        isNot: ["It is no network fault: the server was reached and answered."],
        next: [
            .checkServer,
            Remedy(
                .check, at: .server, "see which security layer the server is set to: 0 RDP, 1 negotiate, 2 TLS",
                run:
                    "Get-ItemProperty 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp' "
                    + "| Select-Object SecurityLayer, UserAuthentication"),
        ])

    static let tls = Guidance(
        .layers([.tls]),
        sees:
            "rdptop sees the handshake as its own TLS library makes it, and tries older versions when it fails. It is "
            + "not the user's client: what that one has switched off is not seen.",
        isNot: ["It is no matter of passwords: nobody has logged on yet when TLS is set up."],
        next: [
            .checkServer,
            Remedy(
                .check, at: .server, "read what Schannel says: 36870 key, 36871 credential, 36874 no common cipher",
                run: "Get-WinEvent -FilterHashtable @{LogName='System'; ProviderName='Schannel'} -MaxEvents 20"),
        ])

    static let certificate = Guidance(
        .layers([.tls, .certificate]),
        sees:
            "rdptop sees the certificate, its dates, names, key and chain. It does not ask whether it was revoked, and "
            + "trusts the authorities of this machine, not those of the user's.",
        isNot: ["It is no network fault and no wrong password: the certificate came, and was not accepted."],
        next: [
            .checkServer,
            Remedy(
                .check, at: .client, "look at the clock: a wrong one makes good dates bad",
                run: "w32tm /query /status"),
        ])

    static let key = Guidance(
        .layers([.tls]),
        sees: "rdptop sees a handshake that is cut, or no certificate at all; the key itself stays on the server.",
        next: [
            .checkServer,
            Remedy(
                .check, at: .server, "see whether Schannel could use the key: event 36870 with 0x8009030D says no",
                run: "Get-WinEvent -FilterHashtable @{LogName='System'; ProviderName='Schannel'; Id=36870} -MaxEvents 5"
            ),
            Remedy(
                .check, at: .server, "see who may read the key files of the machine, before any of it is changed",
                run: "icacls C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys /t /c"),
        ])

    static let credSSP = Guidance(
        .layers([.x224, .nla]),
        sees:
            "rdptop sees whether NLA is offered or required, and whether it answers the first message. What the user's "
            + "credentials lead to it cannot see.",
        isNot: ["It is no network fault: the server was reached, and TLS was set up."],
        next: [.checkServer, .clientEvents, .failedLogOns])

    static let identity = Guidance(
        .layers([.dns, .certificate, .nla]),
        sees:
            "rdptop sees the name that the server gives itself, in its certificate and in NLA, and compares it with the "
            + "name asked for. Which account has the SPN stands in the domain.",
        isNot: ["It is no wrong password: the ticket was for another machine or account."],
        next: [
            .checkServer,
            Remedy(
                .check, at: .server, "see which account has the server's SPN; it must be one, the server's own",
                run: "setspn -Q TERMSRV/{server}"),
        ])

    static let binding = Guidance(
        .layers([.tls, .certificate, .nla]),
        sees: "rdptop sees which certificate arrives here. If it is another than the server's own, something between "
            + "intercepts TLS; in the user's network that may be so, and here not.",
        isNot: ["It is no wrong password."],
        next: [
            .checkServer,
            Remedy(
                .check, at: .server, "compare with the fingerprint of the server's own certificate",
                run: "Get-ChildItem 'Cert:\\LocalMachine\\Remote Desktop', Cert:\\LocalMachine\\My "
                    + "| Select-Object Subject, NotAfter, Thumbprint"),
            Remedy(
                .check, at: .client, "see the NTLM level of the client, which must fit the server's",
                run:
                    "Get-ItemProperty HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Lsa | Select-Object LmCompatibilityLevel"
            ),
        ])

    static let encryption = Guidance(
        .layers([.x224]),
        sees:
            "rdptop sees whether the server chooses the encryption that RDP had before TLS; what happens under it, not.",
        isNot: ["It is no matter of certificates of today's kind: this encryption is used where TLS is not."],
        next: [.checkServer, .coreEvents])
}
