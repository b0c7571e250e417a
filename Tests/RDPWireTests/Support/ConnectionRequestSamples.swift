@testable import RDPWire

private let modern: SecurityProtocols = [.ssl, .hybrid, .hybridEx]
private let correlation = try? CorrelationInfo(identifier: Array(0x11...0x20))

/// Connection Requests of the specification, of a captured client, and of xrdp's users.
let connectionRequestSamples: [Sample<ConnectionRequest>] = [
    Sample(
        "cookie, TLS and NLA",
        """
        03 00 00 2b  26 e0 00 00 00 00 00
        43 6f 6f 6b 69 65 3a 20 6d 73 74 73 68 61 73 68 3d 70 72 6f 62 65 0d 0a
        01 00 08 00 0b 00 00 00
        """,
        ConnectionRequest(routing: .cookie("probe"), negotiation: NegotiationRequest(requestedProtocols: modern))),
    Sample(
        "captured client without a cookie",
        "03 00 00 13 0e e0 00 00 00 00 00 01 00 08 00 0b 00 00 00",
        ConnectionRequest(negotiation: NegotiationRequest(requestedProtocols: modern))),
    Sample(
        "Standard RDP Security only",
        "03 00 00 13 0e e0 00 00 00 00 00 01 00 08 00 00 00 00 00",
        ConnectionRequest(negotiation: NegotiationRequest(requestedProtocols: .standardRDP))),
    Sample(
        "correlation identifier",
        """
        03 00 00 37 32 e0 00 00 00 00 00 01 08 08 00 0b 00 00 00
        06 00 24 00 11 12 13 14 15 16 17 18 19 1a 1b 1c 1d 1e 1f 20
        00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
        """,
        ConnectionRequest(
            negotiation: NegotiationRequest(requestedProtocols: modern, correlation: correlation))),
    Sample(
        "old client without negotiation",
        """
        03 00 00 23 1e e0 00 00 00 00 00
        43 6f 6f 6b 69 65 3a 20 6d 73 74 73 68 61 73 68 3d 70 72 6f 62 65 0d 0a
        """,
        ConnectionRequest(routing: .cookie("probe"))),
    Sample(
        "captured request with the cookie labuser",
        """
        03 00 00 2d 28 e0 00 00 00 00 00 43 6f 6f 6b 69 65 3a 20 6d 73 74 73 68 61 73 68 3d 6c 61 62 75
        73 65 72 0d 0a 01 00 08 00 03 00 00 00
        """,
        ConnectionRequest(
            routing: .cookie("labuser"), negotiation: NegotiationRequest(requestedProtocols: [.ssl, .hybrid]))),
    Sample(
        "routing token and Restricted Admin",
        """
        03 00 00 2b 26 e0 00 00 00 07 00
        43 6f 6f 6b 69 65 3a 20 6d 73 74 73 3d 31 2e 32 39 37 33 32 2e 30 0d 0a
        01 01 08 00 03 00 00 00
        """,
        ConnectionRequest(
            sourceReference: 7, routing: .routingToken("Cookie: msts=1.29732.0"),
            negotiation: NegotiationRequest(
                requestedProtocols: [.ssl, .hybrid], flags: .restrictedAdminModeRequired))),
    Sample(
        "routing token of a connection broker in place of the cookie",
        """
        03 00 00 41 3c e0 00 00 00 00 00
        74 73 76 3a 2f 2f 4d 53 20 54 65 72 6d 69 6e 61 6c 20 53 65 72 76 69 63 65 73 20 50 6c 75 67 69 6e 2e
        31 2e 44 65 73 6b 74 6f 70 73 0d 0a
        01 00 08 00 0b 00 00 00
        """,
        ConnectionRequest(
            routing: .routingToken("tsv://MS Terminal Services Plugin.1.Desktops"),
            negotiation: NegotiationRequest(requestedProtocols: modern))),
]
