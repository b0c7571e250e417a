/// Claims about what the two numbers mean.
extension Claim {
    private static let learn = "Microsoft win32 docs, OnDisconnected and ExtendedDisconnectReasonCode"

    static let noDefinition = Claim(
        1, "The codes have no public definition", .wrong,
        why: "Both numbers are in Microsoft's documentation, though in terse words.", source: learn)

    static let notReached = Claim(
        2, "0x904 means that the remote computer was not found or not reached", .wrong,
        why:
            "It means that a connection was there and was closed. Not found is 0x104 or 0x208, not reached is 0x108 or "
            + "0x204.",
        source: learn, visible: "whether the name has an address and the port takes the connection.",
        refutedBy: \.portIsReached)

    static let distinctFromAuthentication = Claim(
        3, "0x904 is another thing than a wrong password", .true,
        why: "A failed log-on has codes of its own, such as 0x807.", source: learn,
        visible: "whether NLA answers with a challenge.")

    static let storageBlocks = Claim(
        4, "0x7 is ERROR_ARENA_TRASHED, destroyed storage control blocks", .wrong,
        why:
            "That is number 7 of the Windows errors. The extended code 7 is of another number space: the server denied "
            + "the connection.",
        source: "Microsoft win32 docs, ExtendedDisconnectReasonCode; MS-RDPBCGR 2.2.5.1.1")

    static let authenticationState = Claim(
        5, "0x7 points at authentication or NLA", .unproven,
        why: "The documentation says only that the connection was denied, and 7 was observed without any log-on.",
        source: learn, visible: "which security protocol the server chooses, and any refusal in X.224.")

    static let resetBeforeSession = Claim(
        6, "0x7 means that something blocked or reset the connection before a session began", .partly,
        why:
            "That fits what was observed. The explanation that often comes with it, an access violation of Windows, does "
            + "not.",
        source: "tp4a/teleport issue 280; lamco-admin/wayland-rdp",
        visible: "at which layer the connection ends, and whether by a close or a reset.")

    static let securityMismatch = Claim(
        7, "0x904 points at a mismatch in TLS or CredSSP", .partly,
        why:
            "That is one place among several at which a server closes. When it says so in a TLS alert or an error code, "
            + "users see 0x8009.... instead.",
        source: "neutrinolabs/xrdp issue 1172", visible: "the handshake with several versions, and the NLA challenge.",
        refutedBy: \.securityWorks)
}
