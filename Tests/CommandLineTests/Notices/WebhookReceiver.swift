import Foundation
import LabSupport

/// A web server that keeps what is posted to it, and answers by the path: well, badly, late, or not at all.
struct WebhookReceiver: Sendable {
    /// What arrived.
    struct Request: Decodable, Sendable {
        let path: String
        /// By their names in lower case.
        let headers: [String: String]
        let body: String
    }

    /// Where it listens, on 127.0.0.1.
    let port: Int
    private let folder: ScratchFolder
    private let process: LabProcess

    /// Starts it; returns when it listens.
    ///
    /// - Parameter certificate: What it presents by TLS; nil for plain HTTP.
    /// - Returns: The running server.
    /// - Throws: `LabError` when it does not listen.
    static func start(certificate: IssuedCertificate? = nil) async throws -> WebhookReceiver {
        let folder = try ScratchFolder()
        let process = try await LabProcess.start(
            .python,
            arguments: ["-c", script, folder.path] + (certificate.map { [$0.chain, $0.key] } ?? []))
        let port: Int? = try await poll(every: .milliseconds(20)) {
            Int(process.standardOutput.prefix { $0 != "\n" })
        }
        guard let port else {
            throw LabError.deadlinePassed(waitingFor: "a port", limit: .patience, seen: process.lastLines)
        }
        return WebhookReceiver(port: port, folder: folder, process: process)
    }

    /// What has arrived so far, in its order.
    func requests() throws -> [Request] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }
        return try names.sorted().map { name in
            try JSONDecoder().decode(Request.self, from: Data(text(ofFile: folder[name]).utf8))
        }
    }

    private static let script = """
        import http.server, json, os, ssl, sys, threading, time
        folder, lock, count = sys.argv[1], threading.Lock(), 0
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                global count
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                with lock:
                    count += 1
                    name = os.path.join(folder, "%04d" % count)
                    with open(name, "w") as file:
                        headers = {key.lower(): value for key, value in self.headers.items()}
                        json.dump({"path": self.path, "headers": headers, "body": body}, file)
                    os.rename(name, name + ".json")
                    number = count
                path = self.path.split("?")[0]
                if path == "/slow": time.sleep(60)
                elif path == "/garbage": self.wfile.write(b"SSH-2.0-hello\\r\\n")
                elif path == "/flood":
                    self.answer(200, None)
                    try:
                        while True: self.wfile.write(b"x" * 65536)
                    except OSError: pass
                elif path == "/moved": self.answer(302, b"", ("Location", "/ok"))
                elif path == "/error": self.answer(500, b"out \\x1b[2Jof order\\nsecond line")
                elif path == "/denied": self.answer(403, b"no such token")
                elif path == "/echo":
                    said = "nothing at %s for %s" % (self.path, self.headers.get("X-Key"))
                    self.answer(200 if "key" in self.headers.get("X-Key", "") else 404, said.encode())
                elif path.startswith("/unknown"): self.answer(404, ("no " + self.path).encode())
                elif path == "/abrupt":
                    self.answer(200, None)
                    self.wfile.write(b"thanks")
                elif path == "/flaky": self.answer(503 if number == 1 else 200, b"")
                else: self.answer(200, b"thanks")
            def answer(self, status, body, *fields):
                self.send_response(status)
                if body is not None: self.send_header("Content-Length", str(len(body)))
                for name, value in fields: self.send_header(name, value)
                self.end_headers()
                if body: self.wfile.write(body)
            def log_message(self, *arguments): pass
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        if len(sys.argv) > 2:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(sys.argv[2], sys.argv[3])
            server.socket = context.wrap_socket(server.socket, server_side=True)
        print(server.server_address[1], flush=True)
        server.serve_forever()
        """
}
