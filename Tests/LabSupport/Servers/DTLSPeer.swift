/// A running `openssl s_server` on a UDP port: it wants its cookie back, and then shows its certificate.
///
/// It serves one client; another needs another peer.
package struct DTLSPeer: Sendable {
    /// The only version that it speaks.
    package enum Version: Sendable {
        case dtls10
        case dtls12

        var options: [String] {
            switch self {
            // SHA-1, which the version needs, is below the library's usual level.
            case .dtls10: ["-dtls1", "-cipher", "ALL:@SECLEVEL=0"]
            case .dtls12: ["-dtls1_2"]
            }
        }
    }

    /// The process.
    package let process: LabProcess

    private let folder: ScratchFolder

    /// Starts it and returns when it listens.
    ///
    /// - Parameters:
    ///   - version: the only version that it speaks.
    ///   - endpoint: where, by UDP.
    ///   - certificate: what it presents.
    /// - Returns: the listening peer.
    /// - Throws: ``LabError`` when it does not start, with the last lines of its output.
    package static func start(
        _ version: Version, on endpoint: LoopbackEndpoint, certificate: IssuedCertificate
    ) async throws -> DTLSPeer {
        let folder = try ScratchFolder()
        let options =
            version.options + [
                "-listen", "-mtu", "1400", "-accept", "\(endpoint)", "-cert", certificate.leaf, "-key", certificate.key,
            ]
        // It ends when its input does; a FIFO that it has open for both ways never ends.
        let process = try await LabProcess.start(
            .shell,
            arguments: [
                "-c", #"mkfifo "$0" && exec "$@" 0<>"$0""#, folder["input"], LabProgram.openssl.path(), "s_server",
            ] + options
        )
        _ = try await process.waitForLine(containing: "ACCEPT")
        return DTLSPeer(process: process, folder: folder)
    }

    /// Ends it.
    package func stop() async { await process.stop() }
}
