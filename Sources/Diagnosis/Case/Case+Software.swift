import FleetModel

extension Case {
    /// What the server runs, as far as its answers prove it; nil when they do not.
    ///
    /// Only Windows says a version of Windows in its NTLM challenge, apart from FreeRDP, which says one certain version.
    /// What a current xrdp says in X.224 and TLS, Windows may say as well; its package's own certificate, and the confirm
    /// of old versions, it does not.
    var software: ServerSoftware? {
        if let build = snapshot?.nla?.facts?.build, !build.isOfFreeRDP { return .windows }
        return hasCertificateOfXrdp || confirmsAsOldXrdp ? .xrdp : nil
    }

    /// The software whose steps may help: what the server is known to run; where it chose NLA, Windows, as xrdp has no
    /// NLA; nil when both may.
    var softwareOfSteps: ServerSoftware? {
        if let software { return software }
        return failure(at: .x224) == nil && negotiation?.selected?.offersNLA == true ? .windows : nil
    }

    /// Whether it shows the certificate that packages of xrdp make: `O=xrdp, CN=www.xrdp.org`, signed by itself.
    private var hasCertificateOfXrdp: Bool {
        guard let leaf = certificate?.leaf, leaf.isSelfSigned else { return false }
        return leaf.commonName == "www.xrdp.org" && leaf.subject.contains("O=xrdp")
    }

    /// Whether it confirms without negotiation data and with a SRC-REF of 0, as xrdp before 0.9 (libxrdp, xrdp_iso.c);
    /// that of Windows is 0x1234 (MS-RDPBCGR 3.3.5.3.2).
    private var confirmsAsOldXrdp: Bool {
        failure(at: .x224) == nil && negotiation?.answer == .withoutNegotiation && negotiation?.sourceReference == 0
    }
}

extension WindowsBuild {
    /// Whether this is what FreeRDP says on systems that are not Windows (winpr, GetVersionEx: Windows 7 SP1).
    var isOfFreeRDP: Bool { major == 6 && minor == 1 && build == 7601 }
}
