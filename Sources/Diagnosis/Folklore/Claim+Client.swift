/// Claims about the user's machine and its programs, and about luck.
extension Claim {
    static let forceTCP = Claim(
        17, "Switch UDP off on the client, first of all", .unproven,
        why:
            "UDP begins only once there is a session over TCP. It can help with sessions that freeze or drop, not with "
            + "one that never begins.",
        source: "MS-RDPEMT", visible: "whether UDP is answered.", refutedBy: \.stopsBeforeUDP)

    static let windowsUpgrade = Claim(
        20, "The upgrade to Windows 11 causes it", .unproven,
        why: "The known faulty updates bring sessions that freeze and prompts that fail. None of them names this pair.",
        visible: "the server's build; the client's it does not see.")

    static let clearSettings = Claim(
        29, "Delete Default.rdp and the saved credentials", .unproven,
        why: "Stale settings, such as a gateway or a user name, can matter. Wrong credentials show 0x807.")

    static let refreshPolicy = Claim(
        30, "Run gpupdate /force", .unproven,
        why: "It applies a policy that somebody has put right. By itself it repairs nothing.")

    static let disableAntivirus = Claim(
        33, "Switch off the antivirus or another vendor's firewall", .unproven, isHarmful: true,
        why:
            "Such programs can reset connections, but nothing ties them to these codes, and a machine without protection "
            + "is a high price for a guess.",
        visible: "a reset after the first bytes.", refutedBy: \.allPasses)

    static let thirtyMinutes = Claim(
        43, "Whoever follows the guide is done within 30 minutes", .unproven, why: "Nobody has measured it.")
}
