import FleetModel

/// Steps about the certificate of a gateway that several rules share.
extension Remedy {
    static let gatewayCertificate = Remedy(
        .check, at: .gateway, "On the gateway, see which certificate is set",
        run: #"Import-Module RemoteDesktopServices; Get-Item RDS:\GatewayServer\SSLCertificate\Thumbprint"#)
    static let gatewayCertificateShown = Remedy(
        .check, at: .client, "From another network, see whether it shows the same certificate there",
        run:
            "openssl s_client -connect {gateway}:{port} -servername {gateway} </dev/null | openssl x509 -noout -issuer -enddate -fingerprint -sha256",
        in: .sh)
    static let renewGatewayCertificate = Remedy(
        .fix, at: .gateway,
        "On the gateway, get a certificate for {gateway} from an authority that the clients know, with its private key, into the store Personal of the computer",
        run: "certlm.msc")
    static let gatewayIntermediates = Remedy(
        .fix, at: .gateway,
        "On the gateway, install the missing certificate in the store Intermediate Certification Authorities of the computer",
        run: "certlm.msc", undo: "delete it from that store")
    static let setGatewayCertificate = Remedy(
        .disruptive, at: .gateway, "On the gateway, set the new certificate, with its thumbprint for THUMBPRINT",
        run:
            #"Import-Module RemoteDesktopServices; Set-Item -Path RDS:\GatewayServer\SSLCertificate\Thumbprint -Value THUMBPRINT; Restart-Service TSGateway"#,
        risk: "ends the sessions through it", undo: "the same with the thumbprint that was set before")
    static let trustGatewayAuthority = Remedy(
        .fix, at: .client,
        "If the authority is yours, put its certificate into the clients' Root store, and under ca in the fleet file",
        risk: "clients then trust whatever it signs", undo: "take it out of the store again")
}
