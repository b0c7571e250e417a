import FleetModel

/// Steps about certificates and private keys that several rules share.
extension Remedy {
    static let schannelEvents = Remedy(
        .check, at: .server, "On the server, look for Schannel events 36870, 36871 and 36874",
        run: "Get-WinEvent -FilterHashtable @{LogName='System'; ProviderName='Schannel'} -MaxEvents 20")
    static let newSelfSigned = Remedy(
        .fix, at: .server, "If it uses its own self-signed certificate, delete that one in PowerShell",
        run:
            #"Remove-Item -Path ('Cert:\LocalMachine\Remote Desktop\' + (Get-ChildItem 'Cert:\LocalMachine\Remote Desktop').Thumbprint)"#
    )
    static let deleteEnded = Remedy(
        .fix, at: .server, "Delete the certificate that ended, in PowerShell",
        run:
            #"Remove-Item -Path ('Cert:\LocalMachine\Remote Desktop\' + (Get-ChildItem 'Cert:\LocalMachine\Remote Desktop').Thumbprint)"#
    )
    static let restartSessionEnv = Remedy(
        .fix, at: .server, "Let the server make a new one", run: "Restart-Service SessionEnv",
        risk: "clients see a new certificate once")
    static let sessionEnvEnabled = Remedy(
        .check, at: .server, "Make sure the service is not disabled", run: "Get-Service SessionEnv")
    static let keyAccess = Remedy(
        .check, at: .server,
        "If it comes back unusable, NETWORK SERVICE must be able to read the private key; save the rights first",
        run: #"icacls C:\ProgramData\Microsoft\Crypto\RSA\MachineKeys /t /c > C:\temp\BeforeScript_permissions.txt"#)
    static let listBinding = Remedy(
        .check, at: .server, "On the server, see which certificate is set",
        run:
            #"Get-WmiObject -Class Win32_TSGeneralSetting -Namespace root\cimv2\terminalservices -Filter "TerminalName='RDP-Tcp'" | fl SSLCertificateSHA1Hash,SSLCertificateSHA1HashType"#
    )
    static let enrol = Remedy(
        .fix, at: .server, "Enrol a new certificate from the template, whose name must equal its display name",
        run: "gpupdate /force")
    static let bindCertificate = Remedy(
        .fix, at: .server, "Set it, with its thumbprint for THUMBPRINT",
        run:
            #"Set-WmiInstance -Path (Get-WmiObject -Class Win32_TSGeneralSetting -Namespace root\cimv2\terminalservices -Filter "TerminalName='RDP-Tcp'").__PATH -Arguments @{SSLCertificateSHA1Hash="THUMBPRINT"}"#,
        risk: "a wrong one brings back the self-signed certificate")
    static let unbindCertificate = Remedy(
        .fix, at: .server, "Or go back to the self-signed certificate until then",
        run:
            #"reg delete "HKLM\SYSTEM\CurrentControlSet\Control\Terminal Server\WinStations\RDP-Tcp" /v SSLCertificateSHA1Hash /f"#,
        risk: "clients will warn of it")
    static let trustAuthority = Remedy(
        .fix, at: .here,
        "If the authority is yours, put its certificate in the clients' Root store, and under ca in the fleet file")
    static let intermediates = Remedy(
        .fix, at: .server,
        "On the server, install the intermediate certificates in its Intermediate Certification Authorities store")
}
