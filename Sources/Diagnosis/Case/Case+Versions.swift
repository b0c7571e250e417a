import FleetModel

extension Case {
    /// The build that the computer says it is, as a line of evidence.
    var buildEvidence: [String] {
        guard let build = provenBuild else { return [] }
        return ["NTLM: build \(build), \(WindowsReleases.productName(of: build))"]
    }

    /// Why the server has no TLS 1.2, as far as its build tells, as a clause that ends a sentence.
    ///
    /// Windows 8 and Server 2012 were the first to have it on by default (Schannel documentation, protocols per version).
    var whyNoTLS12: String {
        guard let build = provenBuild else { return "TLS 1.2 is probably switched off there, or missing." }
        let name = WindowsReleases.release(of: build)?.productName ?? "Windows of that build"
        if build < .firstWithTLS12 { return "\(name) has TLS 1.2 only once it is installed and switched on." }
        return "\(name) has TLS 1.2 on by default, so somebody switched it off, or a device between ends TLS."
    }

    /// Why current cipher suites beside old ones may be too much, as far as the build tells, as a sentence.
    var whyOldSuites: String {
        guard let build = provenBuild else {
            return "The server, or a device between that ends TLS, is probably too old for them."
        }
        let name = WindowsReleases.release(of: build)?.productName ?? "Windows of that build"
        if build < .firstWithGCMForRSA {
            return "\(name) has no newer ones, and passes them over; a device between may not."
        }
        return "\(name) has newer ones by default, so a device between that ends or inspects TLS is probably why."
    }

    /// What was negotiated and the Windows of this build does not have; nil when it fits, or no build is known.
    ///
    /// TLS 1.3 came with Server 2022 and Windows 11, ECDHE with RSA and GCM with Server 2016 (Schannel documentation,
    /// protocols and cipher suites per version).
    var tlsThatWindowsLacks: String? {
        guard credSSP != nil, let build = provenBuild, failure(at: .tls) == nil, let facts = handshake else {
            return nil
        }
        if facts.version == 0x0304, build < .firstWithTLS13 { return "TLS 1.3" }
        // TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 and TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384.
        if facts.cipherSuite == 0xC02F || facts.cipherSuite == 0xC030, build < .firstWithGCMForRSA {
            return "ECDHE with RSA and GCM"
        }
        return nil
    }

    /// The version of Windows that the computer said when CredSSP was last asked; nil when it never was, or when the
    /// computer says what FreeRDP says.
    private var provenBuild: WindowsBuild? {
        guard let build = snapshot?.nla?.facts?.build, !build.isOfFreeRDP else { return nil }
        return build
    }
}

extension WindowsBuild {
    /// Windows 8 and Server 2012.
    fileprivate static let firstWithTLS12 = WindowsBuild(major: 6, minor: 2, build: 9200)
    /// Windows 10: the tables begin with Server 2016, and say nothing of the two releases before it.
    fileprivate static let firstWithGCMForRSA = WindowsBuild(major: 10, minor: 0, build: 10240)
    /// Windows Server 2022.
    fileprivate static let firstWithTLS13 = WindowsBuild(major: 10, minor: 0, build: 20348)
}
