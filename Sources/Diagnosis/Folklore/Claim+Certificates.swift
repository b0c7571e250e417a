/// Claims about certificates, keys, ciphers and TLS versions.
extension Claim {
    private static let azure = "Microsoft support, Azure VM articles on RDP certificates"

    static let mismatchedCiphers = Claim(
        9, "Client and server have no cipher suite in common", .partly,
        why:
            "It is possible (Schannel event 36874 on the server). A server that says so by an alert makes clients show "
            + "0x80090326 or 0x80090331.",
        source: "Microsoft win32 docs, Schannel error codes", visible: "the version and suite that are agreed on.",
        refutedBy: \.tlsWorks)

    static let expiredCertificate = Claim(
        10, "The self-signed certificate has expired, and the client refuses it", .partly,
        why:
            "A client shows 0x1B07 for an expired certificate, and the server renews a self-signed one by itself. What "
            + "breaks connections is one that cannot be read or made anew (Schannel event 36870).",
        source: azure, visible: "the dates of the certificate, and whether TLS is cut.", refutedBy: \.certificateIsValid
    )

    static let noRenewal = Claim(
        11, "The self-signed certificate does not renew by itself", .partly,
        why: "It does, about every six months (event 1056). It does not when the service may not touch its key file "
            + "(events 1057 and 1058).",
        source: azure, visible: "a self-signed certificate that is past its end.")

    static let deleteCertificate = Claim(
        12, "Delete the certificate and restart the service \"termserv\"", .partly,
        why: "The procedure exists, the service of that name does not. It is TermService, and Microsoft restarts "
            + "SessionEnv, which makes the certificate.",
        source: azure, visible: "afterwards a certificate with a new beginning and serial number.",
        refutedBy: { seen in
            seen.nothingIsWrongWithTheCertificate.map { "\($0) A new one repairs nothing that can be seen." }
        })

    static let renameMachineKeys = Claim(
        13, "Rename the whole MachineKeys folder", .wrong, isHarmful: true,
        why:
            "Microsoft repairs the rights of the folder and deletes the one certificate. The folder has the keys of web "
            + "sites, WinRM and SQL Server as well; renamed, all of them break.",
        source: azure, visible: "whether the server can use its key: then TLS comes up.",
        refutedBy: { seen in seen.keyWorks.map { "\($0) The folder is not what is broken." } })

    static let untrustedCertificates = Claim(
        38, "Certificates are not set up, or not trusted", .partly,
        why:
            "A certificate that is not trusted makes clients warn and ask. One without a usable key makes the server cut "
            + "TLS.",
        source: azure, visible: "chain, names, dates, key and usage.", refutedBy: \.certificateIsTrusted)

    static let oldTLS = Claim(
        42, "The server is stuck on an old SSL or TLS version", .partly,
        why: "It happens: Windows Server 2008 R2 offers TLS 1.0 alone unless it is set otherwise.",
        source: "Microsoft win32 docs, protocols in Schannel", visible: "the versions that the server accepts.",
        refutedBy: \.tlsWorks)
}
