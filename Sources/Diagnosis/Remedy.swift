/// Steps that several rules share. A command follows the last `: `; what it risks stands before it.
enum Remedy {
    static let checkName = "Compare the name in the fleet file with the name that users type"
    static let registerName = "On the server, register its name again: ipconfig /registerdns"
    static let forgetAnswers = "On clients, once the record is right: Clear-DnsClientCache"

    static let listener = "On the server, rdp-tcp must be in state Listen: qwinsta"
    static let startService = "If rdp-tcp is not there, start the service: Start-Service TermService"
    static let allowConnections =
        "If Remote Desktop is switched off (this opens remote access): "
        + #"Set-ItemProperty 'HKLM:\SYSTEM\CurrentControlSet\Control\Terminal Server' fDenyTSConnections 0"#
    static let portNumber =
        "See which port it is set to: "
        + #"(Get-ItemProperty 'HKLM:\SYSTEM\CurrentControlSet\Control\Terminal Server\WinStations\RDP-Tcp').PortNumber"#

    static let firewallRule =
        "On the server (opens 3389 in that profile; limit it with -RemoteAddress): "
        + "Enable-NetFirewallRule -Name RemoteDesktop-UserMode-In-TCP,RemoteDesktop-UserMode-In-UDP"
    static let networkProfile = "See which firewall profile is active: Get-NetConnectionProfile"
    static let pathFirewall = "Check the firewalls and security groups between here and the server"

    static let listenerLog = "On the server, look for System event 1006 and in the RemoteConnectionManager log"
    static let restartService =
        "From a console, not over RDP (ends all RDP sessions): Restart-Service TermService -Force"
    static let inspection =
        "Exempt the server's address from inspection on devices between (IPS, proxy, TLS inspection)"

    static let portOwner = "On the server, find the program that owns the port: netstat -a -o"
    static let portOwnerName = "Look its process number up: tasklist /svc"
    static let rightPort = "Correct the port in the fleet file, or use the client that belongs to that service"

    static let saveListener =
        "Save the state first: "
        + #"reg export "HKLM\SYSTEM\CurrentControlSet\Control\Terminal Server\WinStations\RDP-Tcp" C:\rdp-tcp.reg /y"#
    static let requireTLS =
        "Require TLS (locks out clients without it): "
        + #"(Get-WmiObject -Class Win32_TSGeneralSetting -Namespace root\cimv2\terminalservices "#
        + #"-Filter "TerminalName='RDP-Tcp'").SetSecurityLayer(2)"#
    static let securityPolicy =
        #"Or by Group Policy, under Remote Desktop Session Host\Security, "#
        + "\"Require use of specific security layer for remote (RDP) connections\""

    static let schannelEvents =
        "On the server, look for Schannel events 36870, 36871 and 36874: "
        + "Get-WinEvent -FilterHashtable @{LogName='System'; ProviderName='Schannel'} -MaxEvents 20"
    static let newSelfSigned =
        "If it uses its own self-signed certificate, delete that one in PowerShell: " + deleteSelfSigned
    static let deleteEnded = "Delete the certificate that ended, in PowerShell: " + deleteSelfSigned
    private static let deleteSelfSigned =
        #"Remove-Item -Path ('Cert:\LocalMachine\Remote Desktop\' + "#
        + #"(Get-ChildItem 'Cert:\LocalMachine\Remote Desktop').Thumbprint)"#
    static let restartSessionEnv =
        "Let the server make a new one (clients see a new certificate once): Restart-Service SessionEnv"
    static let sessionEnvEnabled = "Make sure the service is not disabled: Get-Service SessionEnv"
    static let keyAccess =
        "If it comes back unusable, NETWORK SERVICE must be able to read the private key; save the rights first: "
        + #"icacls C:\ProgramData\Microsoft\Crypto\RSA\MachineKeys /t /c > C:\temp\BeforeScript_permissions.txt"#

    static let enableTLS12 =
        #"On the server, under SCHANNEL\Protocols\TLS 1.2\Server, set Enabled=1 and DisabledByDefault=0, then reboot"#
    static let oldWindows = "On Windows Server 2008 R2 install KB3080079 first"
    static let cipherSuites = "On the server, see what is enabled: Get-TlsCipherSuite"
    static let enableSuite =
        "Enable a current suite (affects every TLS service of the host; reboot): "
        + "Enable-TlsCipherSuite -Name TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"
    static let cipherPolicy = "Remove a Group Policy \"SSL Cipher Suite Order\" that is too narrow"

    static let listBinding =
        "On the server, see which certificate is set: "
        + #"Get-WmiObject -Class Win32_TSGeneralSetting -Namespace root\cimv2\terminalservices "#
        + #"-Filter "TerminalName='RDP-Tcp'" | fl SSLCertificateSHA1Hash,SSLCertificateSHA1HashType"#
    static let enrol =
        "Enrol a new certificate from the template, whose name must equal its display name: gpupdate /force"
    static let bindCertificate =
        "Set it, with its thumbprint for THUMBPRINT (a wrong one brings back the self-signed certificate): "
        + #"Set-WmiInstance -Path (Get-WmiObject -Class Win32_TSGeneralSetting -Namespace root\cimv2\terminalservices "#
        + #"-Filter "TerminalName='RDP-Tcp'").__PATH -Arguments @{SSLCertificateSHA1Hash="THUMBPRINT"}"#
    static let unbindCertificate =
        "Or go back to the self-signed certificate until then (clients will warn of it): "
        + #"reg delete "HKLM\SYSTEM\CurrentControlSet\Control\Terminal Server\WinStations\RDP-Tcp" "#
        + "/v SSLCertificateSHA1Hash /f"
    static let trustAuthority =
        "If the authority is yours, put its certificate in the clients' Root store, and under ca in the fleet file"
    static let intermediates =
        "On the server, install the intermediate certificates in its Intermediate Certification Authorities store"
    static let clock = "On the server, check its clock: w32tm /query /status"
    static let ourClock = "Check the clock of the machine that runs rdptop"
    static let requireNLA =
        "On the server, require NLA (locks out clients without it): "
        + #"(Get-WmiObject -Class Win32_TSGeneralSetting -Namespace root\cimv2\terminalservices "#
        + #"-Filter "TerminalName='RDP-Tcp'").SetUserAuthenticationRequired(1)"#

    static let seeEveryStep = "See every step and byte: rdptop trace SERVER"
    static let ntlmPolicy =
        "On the server, see whether the policies \"Network security: Restrict NTLM\" forbid NTLM: rsop.msc"
    static let secureChannel =
        "On the server, see whether its domain still trusts it: Test-ComputerSecureChannel -Verbose"
    static let securityEvents =
        "On the server, look for what the security subsystem says: "
        + "Get-WinEvent -FilterHashtable @{LogName='System'; ProviderName='LsaSrv'} -MaxEvents 20"

    static let udpFirewallRule =
        "On the server, see whether its firewall lets UDP in: Get-NetFirewallRule -Name RemoteDesktop-UserMode-In-UDP"
    static let udpPath =
        "Let UDP pass on the way, between users and server only, since open to the Internet it reflects floods"
    static let udpPolicy =
        "On the server, see whether the policy \"Select RDP transport protocols\" allows UDP: rsop.msc"

    static let gatewayService = "On the gateway, its service must be running: Get-Service TSGateway"
    static let startGatewayService = "If the service is stopped, start it: Start-Service TSGateway"
    static let gatewayPort = "On the gateway, see whether anything listens on its port: netstat -a -o"
    static let gatewayPath = "Check the firewalls and load balancers between here and the HTTPS port of the gateway"
    static let gatewayBinding = "On the gateway, see which certificate is bound to its port: netsh http show sslcert"
    static let gatewayCertificate =
        "On the gateway, see which certificate is set: "
        + #"Import-Module RemoteDesktopServices; Get-Item RDS:\GatewayServer\SSLCertificate\Thumbprint"#
    static let setGatewayCertificate =
        "Set it, with its thumbprint for THUMBPRINT (ends the sessions through the gateway): "
        + #"Import-Module RemoteDesktopServices; "#
        + #"Set-Item -Path RDS:\GatewayServer\SSLCertificate\Thumbprint -Value THUMBPRINT; Restart-Service TSGateway"#
    static let gatewayRole = "On the gateway, see whether the role is installed: Get-WindowsFeature RDS-Gateway"
    static let gatewayHost = "Compare host and port of the gateway in the fleet file with what clients are set to"
}
