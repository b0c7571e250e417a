/// Claims about the network between client and server.
extension Claim {
    private static let codes = "Microsoft win32 docs, IMsTscAxEvents::OnDisconnected"

    static let unstableNetwork = Claim(
        8, "The network is unstable: bandwidth, VPN, Wi-Fi", .partly,
        why: "The client's own text for 0x904 speaks of network trouble, and it can be that. A connection that fails "
            + "every time at the same step is something else.",
        source: "TechNet wiki 37870", visible: "loss, jitter, resets, and whether it is the same layer each time.",
        refutedBy: \.failsEveryTime)

    static let connectByAddress = Claim(
        14, "Connect by IP address instead of the name", .partly,
        why:
            "It avoids DNS and nothing else. It also changes how Kerberos and the certificate's name are checked, so it "
            + "proves nothing about 0x904.",
        visible: "every address of the name, and whether another computer answers there.", refutedBy: \.nameIsResolved)

    static let testThePort = Claim(
        15, "Test the port with Test-NetConnection -Port 3389", .true,
        why: "True, and weak: it shows TCP alone, which with 0x904 has worked already.",
        visible: "the same, and all that comes after it.",
        refutedBy: { seen in seen.stopsAboveTCP.map { "\($0) The test of the port would succeed, and say no more." } })

    static let publicProfile = Claim(
        21, "The network profile is Public, and Windows blocks Remote Desktop there", .partly,
        why: "The profile decides whether TCP gets through at all. Blocked, users see 0x204 or 0x108, not a close "
            + "afterwards.",
        source: codes, visible: "whether the port is open or filtered.", refutedBy: \.portIsReached)

    static let webSocketRule = Claim(
        22, "Allow \"Remote Desktop (WebSocket)\" in the firewall", .wrong,
        why: "Those rules belong to Windows' own web transport on ports of its own. mstsc uses 3389.",
        visible: "whether the port is open.", refutedBy: \.portIsReached)

    static let allowClient = Claim(
        23, "Allow mstsc.exe through the firewall of the client", .wrong,
        why: "What a client's firewall blocks never becomes a connection, and users see 0x204.", source: codes)

    static let flushDNS = Claim(
        25, "Flush the DNS cache", .wrong,
        why: "A name that does not resolve has codes of its own: 0x104, 0x208, 0x508.", source: codes,
        visible: "what the name servers answer here.",
        refutedBy: { seen in
            seen.nameIsResolved.map { "\($0) Flushing changes nothing, unless the user's machine has an old answer." }
        })

    static let computerIsOff = Claim(
        31, "The remote computer is off, asleep or without network", .wrong,
        why: "Then no connection comes about, and users see 0x204 or 0x108.", source: codes,
        visible: "whether the port answers.", refutedBy: \.portIsReached)

    static let firewallBlocks = Claim(
        32, "A firewall blocks port 3389", .wrong,
        why: "A blocked port shows 0x108 or 0x204. The exception is a filter that lets TCP through and resets the "
            + "connection later.",
        source: codes, visible: "whether the port is open, and whether a reset comes after the first bytes.",
        refutedBy: { seen in
            seen.portIsReached.map { "\($0) A firewall that blocks the port is not it, at least not on this path." }
        })

    static let overlappingNetworks = Claim(
        34, "The VPN routes wrongly, or two networks overlap", .wrong,
        why: "Without a route, users see 0x204. With overlapping networks another machine may answer, and that can be "
            + "seen.",
        source: codes, visible: "the name that the machine gives itself.", refutedBy: \.isTheRightMachine)

    static let resetNetworkStack = Claim(
        35, "Update network drivers, netsh winsock reset, netsh int ip reset", .wrong, isHarmful: true,
        why:
            "It rests on reading 7 as a Windows error. Nothing shows the client's network stack at fault, and the resets "
            + "take away static addresses and what other programs have set up.",
        visible: "whether TCP works, from here.",
        refutedBy: { seen in seen.stopsAboveTCP.map { "\($0) A reset of the network stack does not reach that." } })

    static let wakeUp = Claim(
        41, "Remote Desktop cannot wake a computer that sleeps", .true,
        why: "Microsoft says so. But users would then see 0x204 or 0x108.",
        source: "Microsoft support, remote-desktop-disconnected", visible: "whether the port answers.")
}
