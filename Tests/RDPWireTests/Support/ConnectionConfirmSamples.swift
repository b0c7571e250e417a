@testable import RDPWire

private let windowsFlags = NegotiationResponse.Flags(rawValue: 0x1F)
private let shadowFlags: NegotiationResponse.Flags = [.extendedClientDataSupported, .graphicsPipelineSupported]

private func selected(
    _ selectedProtocol: SecurityProtocols, _ flags: NegotiationResponse.Flags
) -> ConnectionConfirm.Negotiation {
    .response(NegotiationResponse(selectedProtocol: selectedProtocol, flags: flags))
}

/// Connection Confirms of Windows, xrdp, FreeRDP's shadow server, GNOME and VirtualBox.
let connectionConfirmSamples: [Sample<ConnectionConfirm>] = [
    Sample(
        "Windows selects HYBRID_EX", "03 00 00 13 0e d0 00 00 12 34 00 02 1f 08 00 08 00 00 00",
        ConnectionConfirm(negotiation: selected(.hybridEx, windowsFlags))),
    Sample(
        "Windows selects HYBRID", "03 00 00 13 0e d0 00 00 12 34 00 02 1f 08 00 02 00 00 00",
        ConnectionConfirm(negotiation: selected(.hybrid, windowsFlags))),
    Sample(
        "Windows selects SSL", "03 00 00 13 0e d0 00 00 12 34 00 02 1f 08 00 01 00 00 00",
        ConnectionConfirm(negotiation: selected(.ssl, windowsFlags))),
    Sample(
        "Standard RDP Security selected", "03 00 00 13 0e d0 00 00 12 34 00 02 00 08 00 00 00 00 00",
        ConnectionConfirm(negotiation: selected(.standardRDP, []))),
    Sample(
        "NLA required", "03 00 00 13 0e d0 00 00 12 34 00 03 00 08 00 05 00 00 00",
        ConnectionConfirm(negotiation: .failure(.hybridRequiredByServer))),
    Sample(
        "TLS not allowed", "03 00 00 13 0e d0 00 00 12 34 00 03 00 08 00 02 00 00 00",
        ConnectionConfirm(negotiation: .failure(.sslNotAllowedByServer))),
    Sample(
        "Windows 2003 without negotiation", "03 00 00 0b 06 d0 00 00 12 34 00",
        ConnectionConfirm(negotiation: .absent)),
    Sample(
        "old xrdp", "03 00 00 0b 06 d0 00 00 00 00 00",
        ConnectionConfirm(sourceReference: 0, negotiation: .absent)),
    Sample(
        "GNOME Remote Desktop", "03 00 00 13 0e d0 00 00 00 00 00 02 03 08 00 02 00 00 00",
        ConnectionConfirm(sourceReference: 0, negotiation: selected(.hybrid, shadowFlags))),
    Sample(
        "VirtualBox", "03 00 00 0b 06 d0 00 00 34 12 00",
        ConnectionConfirm(sourceReference: 0x3412, negotiation: .absent)),
    Sample(
        "xrdp selects SSL", "03 00 00 13 0e d0 00 00 12 34 00 02 01 08 00 01 00 00 00",
        ConnectionConfirm(negotiation: selected(.ssl, .extendedClientDataSupported))),
    Sample(
        "xrdp requires TLS", "03 00 00 13 0e d0 00 00 12 34 00 03 00 08 00 01 00 00 00",
        ConnectionConfirm(negotiation: .failure(.sslRequiredByServer))),
    Sample(
        "freerdp-shadow requires NLA", "03 00 00 13 0e d0 00 00 00 00 00 03 00 08 00 05 00 00 00",
        ConnectionConfirm(sourceReference: 0, negotiation: .failure(.hybridRequiredByServer))),
    Sample(
        "freerdp-shadow selects SSL", "03 00 00 13 0e d0 00 00 00 00 00 02 03 08 00 01 00 00 00",
        ConnectionConfirm(sourceReference: 0, negotiation: selected(.ssl, shadowFlags))),
    Sample(
        "a failure code nobody has documented", "03 00 00 13 0e d0 00 00 12 34 00 03 00 08 00 ef be ad de",
        ConnectionConfirm(negotiation: .failure(.unknown(0xDEAD_BEEF)))),
]

/// What xrdp sends instead of a ServerHello when its certificate or key is unusable.
let xrdpUltimatum = hex("03 00 00 09 02 f0 80 21 80")

/// X.224 Disconnect Request: connection negotiation failed.
let disconnectRequest = hex("03 00 00 0b 06 80 00 00 12 34 82")

/// X.224 Error: invalid TPDU type, with the refused TPDU as parameter 0xC1.
let tpduError = hex("03 00 00 0d 08 70 00 00 02 c1 02 0e e0")
