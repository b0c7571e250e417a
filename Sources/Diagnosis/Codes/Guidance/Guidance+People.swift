import FleetModel

/// Who logs on: accounts, domains, rights, cards, clocks.
extension Guidance {
    static let domain = Guidance(
        .layers([.nla]),
        sees:
            "rdptop sees that NLA answers, and the domain that the server says it belongs to; the domain controllers, "
            + "and the trust in them, it does not.",
        isNot: ["It is no fault of the network between user and server, as a rule: it is one behind the server."],
        next: [
            Remedy(
                .check, at: .server, "see whether the server still trusts its domain",
                run: "Test-ComputerSecureChannel -Verbose"),
            Remedy(
                .check, at: .server, "see which domain controller the server finds", run: "nltest /dsgetdc:"),
            .checkServer,
        ])

    static let clock = Guidance(
        .layers([.nla]),
        sees: "rdptop sees the server's clock in the NLA challenge of Windows and compares it with the clock here; the "
            + "user's and the domain controller's it does not.",
        isNot: ["It is no wrong password, though it may be shown as one."],
        next: [
            .checkServer,
            Remedy(
                .check, at: .server, "see where the server has its time from", run: "w32tm /query /status"),
            Remedy(
                .check, at: .client, "see where the user's machine has it from", run: "w32tm /query /status"),
        ])

    static let credentials = Guidance(
        .afterLogOn,
        sees: "rdptop never logs on. It can say that all before it works, up to the NLA challenge.",
        isNot: ["It is no network fault, no TLS fault and no certificate fault: the server was reached and asked."],
        next: [.failedLogOns, .checkServer])

    static let account = Guidance(
        .afterLogOn,
        sees: "rdptop never logs on, and does not know accounts.",
        isNot: ["It is no fault of network, TLS or certificate: the server knew the account, and would not have it."],
        next: [
            Remedy(
                .check, at: .server, "look at the account, where the module for Active Directory is installed",
                run:
                    "Get-ADUser USER -Properties Enabled, LockedOut, PasswordExpired, AccountExpirationDate, LogonHours"
            ),
            .failedLogOns,
        ])

    static let policy = Guidance(
        .afterLogOn,
        sees: "rdptop sees neither rights nor policies; only that the server is there and asks.",
        isNot: ["It is no network fault."],
        next: [
            Remedy(
                .check, at: .server, "see who may log on: members of this group, and administrators",
                run: "Get-LocalGroupMember 'Remote Desktop Users'"),
            Remedy(.check, at: .client, "see which policies the user's machine has got", run: "gpresult /r"),
            .failedLogOns,
        ])

    static let smartCard = Guidance(
        .afterLogOn,
        sees: "rdptop sees nothing of cards, readers, or the certificates on them.",
        isNot: ["It is no fault of the network or of the server's own certificate."],
        next: [
            Remedy(
                .check, at: .client, "see whether reader, card and its certificates work on the user's machine",
                run: "certutil -scinfo"),
            .failedLogOns,
        ])
}
