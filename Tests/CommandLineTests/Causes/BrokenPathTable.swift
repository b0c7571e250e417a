/// Healthy servers, and what is in the way to them.
enum BrokenPathTable {
    static let namedAndReset = BrokenPath(
        label: "named-and-reset", fault: "a device resets connections whose ClientHello names the server",
        device: .reset(on: Array("named-and-reset.".utf8)),
        cause: ExpectedCause(
            "variant-server-name", "likely", first: "Compare from a machine in the server's own network",
            code: "0x904 / 0x7", never: ["variant-all-fail", "variant-tls13"]))

    static let rows: [BrokenPath] = [
        BrokenPath(
            label: "cookie", fault: "a device resets connections whose request has the cookie mstshash",
            device: .reset(on: Array("Cookie: mstshash".utf8)),
            cause: ExpectedCause(
                "variant-cookie", "likely", first: "See whether a load balancer", code: "0x904 / 0x7",
                never: ["x224-reset"])),
        namedAndReset,
        BrokenPath(
            label: "named-and-lost", fault: "a device loses a ClientHello that names the server",
            device: .lose(Array("named-and-lost.l".utf8)),
            cause: ExpectedCause(
                "variant-server-name", "likely", first: "Compare from a machine in the server's own network",
                code: "0x704",
                never: ["variant-all-fail", "variant-tls13"])),
        BrokenPath(
            label: "new-tls", fault: "a device resets connections whose ClientHello offers TLS 1.3",
            device: .reset(on: [0x03, 0x04, 0x03, 0x03]),
            cause: ExpectedCause(
                "variant-tls13", "likely", first: "Compare from a machine in the server's own network",
                code: "0x904 / 0x7",
                never: ["variant-all-fail", "variant-server-name"])),
        BrokenPath(
            label: "any-tls", fault: "a device resets every TLS handshake",
            device: .reset(atBeginning: [0x16, 0x03]),
            cause: ExpectedCause(
                "variant-all-fail", "likely", first: "On the server, look for Schannel events", code: "0x904 / 0x7",
                never: ["variant-tls13", "variant-server-name"])),
        BrokenPath(
            label: "swallowed", fault: "a device lets connections through and swallows what is sent on them",
            device: .swallowing,
            cause: ExpectedCause(
                "x224-silent", "possible", first: "See every step and byte", code: "0x704",
                never: ["tcp-silent", "variant-cookie"])),
        BrokenPath(
            label: "small-packets", fault: "large packets from the server are lost (path MTU)", direction: .fromServer,
            device: .losing(longerThan: 600),
            cause: ExpectedCause(
                "tls-silent", "possible", first: "Try the size of packets on the way", code: "0x704",
                never: ["variant-all-fail", "variant-old-suites", "variant-obsolete"])),
        BrokenPath(
            label: "small-hellos", fault: "large packets to the server are lost (path MTU)",
            device: .losing(longerThan: 240),
            cause: ExpectedCause(
                "tls-silent", "possible", first: "Try the size of packets on the way", code: "0x704",
                never: ["variant-all-fail", "variant-old-suites", "variant-obsolete"])),
        BrokenPath(
            label: "old-family", fault: "a device on the way over IPv6 resets RDP; IPv4 works",
            direction: .toServerByIPv6, device: .reset(atBeginning: [0x03, 0x00]),
            cause: ExpectedCause("variant-other-family", "likely", first: "On the server", code: "0x904 / 0x7")),
        BrokenPath(
            label: "refused-family", fault: "IPv6 is refused; IPv4 works", state: "warning", direction: .toServerByIPv6,
            device: .closed,
            cause: ExpectedCause(
                "tcp-some-addresses", "certain", first: "On the server, compare its own addresses", code: "0x204",
                never: ["variant-other-family"])),
        BrokenPath(
            label: "every-other", fault: "every other connection is refused", state: "ok", device: .moody,
            cause: ExpectedCause(
                "server-second-try", "possible", first: "Check again a few times", code: "0x204",
                never: ["server-unsteady", "path-unstable", "tcp-refused"])),
    ]
}
