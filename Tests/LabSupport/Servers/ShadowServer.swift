internal import FoundationEssentials

/// A running freerdp-shadow: the only server here that speaks NLA.
///
/// It takes 40 to 55 ms for its X.224 answer, and waits 6 s and more for a client that says nothing.
package struct ShadowServer: Sendable {
    /// What it offers, with its answers to requestedProtocols (MS-RDPBCGR 2.2.1.1.1).
    package enum Security: Sendable {
        /// Selects HYBRID, otherwise fails with HYBRID_REQUIRED_BY_SERVER.
        case nla
        /// Selects TLS, otherwise fails with SSL_REQUIRED_BY_SERVER.
        case tls
        /// Selects standard RDP security, otherwise fails with SSL_NOT_ALLOWED_BY_SERVER.
        case rdp
        /// Selects the strongest of what the mask offers.
        case any

        var arguments: [String] {
            switch self {
            case .nla: ["/sec:nla", "+auth"]
            case .tls: ["/sec:tls", "-auth"]
            case .rdp: ["/sec:rdp", "-auth"]
            case .any: ["+sec-nla", "+sec-tls", "+sec-rdp", "+auth"]
            }
        }
    }

    /// Where it listens.
    package let endpoint: LoopbackEndpoint
    /// The process.
    package let process: LabProcess

    private let folder: ScratchFolder

    /// Starts freerdp-shadow and returns when it listens.
    ///
    /// - Parameters:
    ///   - security: what it offers.
    ///   - certificate: what it presents; without one it makes its own, self-signed.
    ///   - endpoint: where to listen; a free address with port 3389 by default.
    ///   - hostName: what it calls itself in the NTLM challenge; needs the right to make a UTS namespace (root).
    ///   - clockOffset: by how many seconds its clock is wrong; positive is ahead.
    /// - Returns: the listening server.
    /// - Throws: ``LabError`` when it does not start, with the last lines of its output.
    package static func start(
        _ security: Security,
        certificate: IssuedCertificate? = nil,
        on endpoint: LoopbackEndpoint? = nil,
        hostName: String? = nil,
        clockOffset: Int = 0
    ) async throws -> ShadowServer {
        let endpoint = try endpoint ?? .free()
        let folder = try ScratchFolder()
        let own = try folder.makeFolder(".config/freerdp/shadow")
        if let certificate {
            try FileManager.default.copyItem(atPath: certificate.chain, toPath: "\(own)/shadow.crt")
            try FileManager.default.copyItem(atPath: certificate.key, toPath: "\(own)/shadow.key")
        }
        // User "lab" with the NT hash of "LabPass1"; nobody logs on, but NLA does not start without a user file.
        let users = try folder.write("lab:::4c8daf648d2c279035b91006e187a9e2:::\n", to: "users.sam")
        var environment = [
            "HOME": folder.path,
            "XDG_CONFIG_HOME": folder[".config"],
            "DISPLAY": try await VirtualDisplay.shared().name,
        ]
        if clockOffset != 0 {
            // The library itself instead of the faketime command, which would stay between us and the server.
            environment["LD_PRELOAD"] = try faketimeLibrary()
            environment["FAKETIME"] = clockOffset < 0 ? "\(clockOffset)s" : "+\(clockOffset)s"
        }
        let arguments =
            ["/bind-address:\(endpoint.address)", "/port:\(endpoint.port)", "/sam-file:\(users)"] + security.arguments
        let shadow = try LabProgram.shadow.path()
        let process =
            if let hostName {
                try await LabProcess.start(
                    .unshare,
                    arguments: ["--uts", "sh", "-c", #"hostname "$0" && exec "$@""#, hostName, shadow] + arguments,
                    environment: environment
                )
            } else {
                try await LabProcess.start(executable: shadow, arguments: arguments, environment: environment)
            }
        try await process.waitUntilListening(on: endpoint)
        return ShadowServer(endpoint: endpoint, process: process, folder: folder)
    }

    private static func faketimeLibrary() throws -> String {
        let folders = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib")) ?? []
        let candidates = folders.sorted().map { "/usr/lib/\($0)/faketime/libfaketimeMT.so.1" }
        guard let library = candidates.first(where: { FileManager.default.fileExists(atPath: $0) }) else {
            throw LabError.programMissing(LabProgram("faketime", debianPackage: "faketime"))
        }
        return library
    }

    /// Ends it.
    package func stop() async { await process.stop() }
}
