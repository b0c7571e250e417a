/// A step that is often advised and that rdptop does not offer as a repair.
package struct DiscouragedStep: Sendable, Hashable {
    /// What is advised.
    package let text: String
    /// What it does, in a sentence.
    package let why: String
    /// How to take it back once it was done.
    package let wayBack: String

    /// The step in one paragraph.
    package var line: String { "\(text): \(why) If it was done: \(wayBack)" }

    /// All of them.
    package static let all: [DiscouragedStep] = [
        DiscouragedStep(
            text: "Renaming the MachineKeys folder",
            why:
                "It has the private keys of the whole machine, not of Remote Desktop alone; web sites, WinRM, SQL Server "
                + "and others lose theirs.",
            wayBack: "give the old folder its name back, with its rights as they were, and restart."),
        DiscouragedStep(
            text: "Setting SecurityLayer to 0",
            why: "TLS is refused, so the server no longer proves who it is, and bastions and current clients drop it.",
            wayBack: "set SecurityLayer to 2, or to 1 as before, or remove the policy."),
        DiscouragedStep(
            text: "Disabling NLA for good",
            why: "Anybody who reaches the port reaches the log-on screen, and every fault before log-on.",
            wayBack: "set UserAuthentication to 1, or the policy that requires NLA."),
        DiscouragedStep(
            text: "netsh winsock reset and netsh int ip reset",
            why:
                "Static addresses, routes, and what VPN clients have set up are lost, and no part of these codes points "
                + "there.",
            wayBack: "enter the addresses again; install VPN clients anew if they fail."),
        DiscouragedStep(
            text: "AllowEncryptionOracle 2 for good",
            why:
                "The client accepts servers that can be attacked (CVE-2018-0886). It is for the hour until the server is "
                + "updated.",
            wayBack: "delete the value, and update the side that is old."),
        DiscouragedStep(
            text: "Disabling the antivirus",
            why: "The machine is without protection for a guess; an exception for one program shows as much.",
            wayBack: "switch it on again."),
        DiscouragedStep(
            text: "Setting EnforceChannelBinding to 0",
            why: "A gateway no longer notices that something between intercepts TLS and passes the log-on on.",
            wayBack: "delete the value, and exempt the gateway from interception instead."),
    ]
}
