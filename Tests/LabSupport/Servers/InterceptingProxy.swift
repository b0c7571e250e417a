internal import FoundationEssentials

/// A running mitmproxy: it ends TLS with certificates of an authority of its own, as an inspecting firewall does.
package struct InterceptingProxy: Sendable {
    /// Where it listens.
    package let endpoint: LoopbackEndpoint
    /// The process.
    package let process: LabProcess

    private let folder: ScratchFolder

    /// Where `make test-tools` installs it: `.build/test-tools/mitmproxy`, since Debian's own is too old for TLS 1.3.
    private static func executable() throws -> String {
        // .build/PLATFORM/CONFIGURATION/rdptop
        let build = URL(filePath: try RdptopBinary.builtPath()).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let path = build.appending(path: "test-tools/mitmproxy/bin/mitmdump").path
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw LabError.fileMissing(path, remedy: "make test-tools")
        }
        return path
    }

    /// Starts it in front of a server and returns when it listens.
    ///
    /// - Parameter server: whose requests it reads and passes on.
    /// - Returns: the listening proxy, on a free address with port 443.
    /// - Throws: ``LabError`` when it is not installed or does not start, with the last lines of its output.
    package static func start(inFrontOf server: LoopbackEndpoint) async throws -> InterceptingProxy {
        let endpoint = try LoopbackEndpoint.free(port: 443)
        let folder = try ScratchFolder()
        let process = try await LabProcess.start(
            executable: executable(),
            arguments: [
                "-q", "--set", "confdir=\(folder.path)", "--set", "ssl_insecure=true",
                "--set", "connection_strategy=lazy", "--listen-host", endpoint.address,
                "--listen-port", "\(endpoint.port)", "--mode", "reverse:https://\(server)",
            ],
            environment: ["HOME": folder.path]
        )
        // It makes its authority first, and Python takes its time.
        try await process.waitUntilListening(on: endpoint)
        return InterceptingProxy(endpoint: endpoint, process: process, folder: folder)
    }

    /// Ends it.
    package func stop() async { await process.stop() }
}
