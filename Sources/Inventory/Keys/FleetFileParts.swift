import FleetModel

/// All that may stand in a fleet file.
package enum FleetFileParts {
    /// From the outside in.
    package static let all = [file, defaults, gateway, group, host, certificate, expectations]

    static let file = FilePart(
        "a fleet file", "The file itself.",
        [
            FileKey("defaults", "settings", "For all servers; the nearer setting wins: host, group, defaults."),
            FileKey(
                "resolvers", "a list of addresses",
                "Name servers to ask, each with a port if need be, in place of those of /etc/resolv.conf."),
            FileKey("gateways", "a list", "The RD Gateways that groups and hosts refer to."),
            FileKey("groups", "a list", "Hosts with settings in common."),
            FileKey("hosts", "a list", "Hosts that belong to no group."),
        ])

    static let defaults = FilePart(
        "defaults", "Under `defaults:`. A group may override them for its hosts, and a host for itself.",
        [
            FileKey("port", "a port", "Where RDP listens.", standard: String(Server.defaultPort)),
            FileKey("owner", "a name", "Who looks after the servers."),
            FileKey("runbook", "a link", "What to read when one fails; shown beside the verdict."),
            FileKey("tags", "a list of words", "Words to filter by. Those of defaults, group and host add up."),
            FileKey("gateway", "a name", "The gateway in front of them, by its name under gateways."),
            FileKey(
                "path", words(AccessPath.self), "How users reach them; gateway and both need the key gateway.",
                standard: AccessPath.direct.rawValue),
            FileKey("expect", "expectations", "What should be so; see below."),
        ] + probing)

    static let gateway = FilePart(
        "a gateway", "An item of the list `gateways:`.",
        [
            FileKey("name", "a name", "What groups and hosts call it. Required."),
            FileKey(
                "address", "host:port",
                "Where it is; the port is 443 unless said. Its certificate is checked against this host.",
                standard: "the name"),
            FileKey(
                "connect", "an IP address",
                "Connect there and do not resolve the host; the certificate is still checked against the host."),
            FileKey(
                "udp", "a port, or false", "The port of its DTLS transport; with false nothing is sent there.",
                standard: String(Gateway.defaultDatagramPort)),
        ] + probing + [pin])

    static let group = FilePart(
        "a group", "An item of the list `groups:`.",
        [
            FileKey("name", "a name", "Required."),
            FileKey("hosts", "a list", "The group's servers. Required."),
            FileKey("site", "a name", "Where its servers stand.", standard: "the group's name"),
        ], andThoseOf: defaults)

    static let host = FilePart(
        "a host",
        """
        An item of a list `hosts:`, when more is to be said of it than its name. A name alone may have a port \
        (`ts07:3390`) and ranges: `rdsh-[001:040]` stands for forty servers.
        """,
        [
            FileKey("name", "a name", "A DNS name or an address, with a port if need be, or a range. Required."),
            FileKey(
                "address", "an IP address",
                "Connect there and do not resolve the name; the certificate is still checked against the name."),
            FileKey("site", "a name", "Where it stands.", standard: "the site of its group"),
            pin,
        ], andThoseOf: defaults)

    static let certificate = FilePart(
        "certificate",
        """
        Under `certificate:`. For certificates of an authority; those that Windows makes for itself renew themselves \
        and are judged by that.
        """,
        [
            FileKey(
                "warn", time, "With less than this left it is a warning.",
                standard: SpanText.text(of: standard.certificateWarning)),
            FileKey(
                "critical", time, "With less than this left it comes first among the warnings; at most warn.",
                standard: SpanText.text(of: standard.certificateCritical)),
        ])

    static let expectations = FilePart(
        "expect", "Under `expect:`. What is not so becomes a warning.",
        [
            FileKey("nla", words(NLAExpectation.self), "Whether Network Level Authentication is demanded of clients."),
            FileKey("udp", "true or false", "Whether RDP over UDP should answer."),
            FileKey(
                "certificate", words(CertificateExpectation.self),
                "With trusted, a self-signed certificate or an unknown issuer is a warning; with any, a note.",
                standard: "any"),
        ])

    // MARK: What several parts have in common

    private static let probing = [
        FileKey(
            "interval", time,
            "Between two probes of a healthy server; the shortest is "
                + "\(SpanText.text(of: ProbePolicy.intervalFloor)).",
            standard: SpanText.text(of: standard.interval)),
        FileKey(
            "timeout", time, "For one whole probe, counted from the first packet.",
            standard: SpanText.text(of: standard.timeout)),
        FileKey("certificate", "thresholds", "When a certificate that is about to end becomes a warning; see below."),
        FileKey(
            "ca", "a list of files",
            "Authorities to trust beside the system's, in PEM; a relative path starts at the folder of this file."),
    ]

    private static let pin = FileKey(
        "pin", "a SHA-256", "64 hexadecimal digits: the certificate that is expected. Another one is a warning.")

    private static let time = "a length of time"
    private static let standard = ProbePolicy()

    /// `required, offered, absent`
    private static func words<Word: RawRepresentable<String> & CaseIterable>(_ type: Word.Type) -> String {
        type.allCases.map(\.rawValue).joined(separator: ", ")
    }
}
