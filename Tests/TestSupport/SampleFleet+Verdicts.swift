package import FleetModel

extension SampleFleet {
    /// A verdict that has something to say under every label, with steps of every rank.
    package static let everyLabel = Finding(
        rule: "tls-cut", layer: .tls, severity: .down, confidence: .likely, short: "cut after ClientHello",
        medium: "cut after ClientHello, no alert",
        long: "The server agreed to TLS and ended the connection as soon as TLS began. The documented cause is a "
            + "certificate whose private key it cannot use.",
        at: probed, sighting: .variants,
        evidence: ["TLS: reset by the peer after 9.3 ms", "TLS: no ServerHello, 0 bytes received"],
        symptoms: [
            Symptom(
                [UserCode(0x904, extended: 0x7), UserCode(0x904, extended: 0x0)],
                "the connection ends while it is being set up", .likely),
            Symptom([], "macOS and Android clients say that they cannot connect", .possible),
        ],
        isNot: [
            "Not the network: the TCP connection stood, and X.224 was answered over it.",
            "Not the user's password: nobody was asked for one.",
        ],
        remedies: [
            Remedy(.check, at: .server, "On the server, see whether rdp-tcp listens", run: "qwinsta"),
            Remedy(
                .check, at: .server, "See which certificate is set",
                run:
                    #"Get-WmiObject -Class Win32_TSGeneralSetting -Namespace root\cimv2\terminalservices -Filter "TerminalName='RDP-Tcp'" | Format-List TerminalName, SSLCertificateSHA1Hash, SSLCertificateSHA1HashType, SecurityLayer"#
            ),
            Remedy(
                .check, at: .server, "See what its listener has logged",
                run:
                    #"Get-WinEvent -MaxEvents 20 -FilterHashtable @{LogName='System'; ProviderName='Microsoft-Windows-TerminalServices-RemoteConnectionManager'}"#
            ),
            Remedy(
                .fix, at: .server, "Set a certificate whose key can be used, with its thumbprint for THUMBPRINT",
                run:
                    #"Set-WmiInstance -Path (Get-WmiObject -Class Win32_TSGeneralSetting -Namespace root\cimv2\terminalservices).__PATH -Arguments @{SSLCertificateSHA1Hash="THUMBPRINT"}"#,
                risk: "a wrong one brings back the self-signed certificate",
                undo: "set the thumbprint that step 2 has shown"),
            Remedy(
                .disruptive, at: .server, "From a console, not over RDP", run: "Restart-Service TermService -Force",
                risk: "ends all RDP sessions"),
            Remedy(
                .weakening, at: .server, "Only to get in meanwhile: let the server do without TLS",
                run:
                    #"reg add "HKLM\SYSTEM\CurrentControlSet\Control\Terminal Server\WinStations\RDP-Tcp" /v SecurityLayer /t REG_DWORD /d 0 /f"#,
                risk: "anybody on the way can read along and change what is sent",
                undo:
                    #"reg add "HKLM\SYSTEM\CurrentControlSet\Control\Terminal Server\WinStations\RDP-Tcp" /v SecurityLayer /t REG_DWORD /d 2 /f"#
            ),
        ])

    /// A server whose verdict is ``everyLabel``.
    package static let cut: ServerStatus = {
        var status = ServerSample.tlsCut("rdsh-nyc-009.corp.example", "10.30.2.9").status
        status.judgement.findings = [everyLabel]
        return status
    }()
}
