/// Claims about security layers, NLA and the settings of the host.
extension Claim {
    static let rdpSecurityLayer = Claim(
        26, "Set the security layer to RDP", .wrong, isHarmful: true,
        why: "The server then refuses TLS (negotiation failure 2) and no longer proves who it is. At a bastion it was "
            + "seen to cause this very pair of codes.",
        source: "MS-RDPBCGR 2.2.1.2.2; tp4a/teleport issue 280", visible: "the protocol that the server chooses.",
        refutedBy: { $0.choosesTLS ?? $0.refusesTLS })

    static let disableNLA = Claim(
        27, "Disable NLA to see whether it helps", .partly, isHarmful: true,
        why: "It does show whether CredSSP is the place. Meanwhile anybody who reaches the port reaches the log-on "
            + "screen, so it has to be set back.",
        visible: "whether NLA is required, and whether it answers.", refutedBy: \.nlaAnswers)

    static let toggleNLA = Claim(
        28, "Switch NLA off and on again", .unproven,
        why: "It writes one registry value (UserAuthentication) twice. No source says what that should repair.",
        visible: "whether NLA answers.", refutedBy: \.nlaAnswers)

    static let authenticationLevel = Claim(
        36, "Change what the client does when server authentication fails, so that it negotiates otherwise", .wrong,
        why:
            "The setting only decides whether the client goes on, asks or stops when it cannot verify the server. What "
            + "is negotiated stays the same.",
        source: "Microsoft win32 docs, AuthenticationLevel", visible: "whether the certificate is trusted.",
        refutedBy: \.stopsBeforeTheCertificate)

    static let latencyOfNLA = Claim(
        37, "NLA on a slow line gives 0x7", .unproven, why: "No source was found.",
        visible: "the round trip times from here, and whether NLA answers.")

    static let hostMisconfigured = Claim(
        39, "The Remote Desktop host is not set up correctly", .partly,
        why:
            "Drain mode, the security layer or a certificate that is set and missing can be it; the claim does not say "
            + "which.",
        source: "MS-RDPBCGR 2.2.1.2.2", visible: "a refusal in X.224, and the handshake.")

    static let securingPhase = Claim(
        40, "It fails while the client says that it secures the connection", .partly,
        why: "That fits what was observed: the close came while security was agreed on, or right after TLS.",
        source: "tp4a/teleport issue 280; lamco-admin/wayland-rdp", visible: "at which layer the connection ends.")
}
