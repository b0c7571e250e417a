import FleetModel

extension GatewayCase {
    /// What hints at a device between that terminates TLS, one line for each sign (MS-TSGU; none of them proves it).
    var interceptionSigns: [String] {
        // Another issuer and lost trust are one sign: a certificate that was replaced has both.
        [issuerSign ?? trustSign, authenticationSign, proxySign].compactMap { $0 }
    }

    /// The certificate is not from whom it should be.
    private var issuerSign: String? {
        guard let certificate = climb.certificate, let snapshot else { return nil }
        let issuer = CleanText.clean(certificate.leaf.issuer, limit: 100)
        if climb.has(.pinMismatch) { return "not the pinned certificate, issuer \(issuer)" }
        if !gateway.policy.authorities.isEmpty, climb.isUntrusted {
            return "not from an authority of the fleet file, issuer \(issuer)"
        }
        guard let earlier = snapshot.earlierIssuer, earlier != certificate.leaf.issuer else { return nil }
        let before = CleanText.clean(earlier, limit: 100)
        return "issuer is \(issuer), and was \(before) earlier, since rdptop was started"
    }

    /// The certificate was trusted here, and is not any more.
    private var trustSign: String? {
        guard climb.certificate != nil, snapshot?.hasLostTrust == true else { return nil }
        return "an earlier certificate was trusted here, this one is not"
    }

    /// The answer asks for log-on, and not in the ways of Windows.
    private var authenticationSign: String? {
        guard let transport, transport.status == 401, !transport.asksForWindowsAuthentication else { return nil }
        let schemes = transport.schemes.isEmpty ? "nothing" : transport.schemes.prefix(4).joined(separator: ", ")
        return "the 401 asks for \(CleanText.clean(schemes, limit: 80)), and not for Negotiate or NTLM"
    }

    /// A proxy has left its headers in the answer.
    private var proxySign: String? {
        guard let header = transport?.proxyHeaders.first else { return nil }
        return "a proxy's header: \(CleanText.clean(header, limit: 100))"
    }
}
