extension Scenario {
    /// An SSH server on the RDP port: it speaks first (RFC 4253, 4.2).
    package static let sshServer = Scenario(
        "ssh-server", "An SSH server listens on the port",
        arrival: .doing(.sending(Array("SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n".utf8))), datagrams: .closed)
}
