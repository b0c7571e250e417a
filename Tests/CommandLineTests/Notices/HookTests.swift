import Foundation
import LabSupport
import Testing

/// `rdptop hooks`, and what hooks get and do.
@Suite("rdptop hooks")
struct HookTests {
    /// A home with a configuration.
    private static func home(_ configuration: String) throws -> ScratchFolder {
        let folder = try ScratchFolder()
        try FileManager.default.createDirectory(
            atPath: folder[".config/rdptop"], withIntermediateDirectories: true)
        try folder.write(configuration, to: ".config/rdptop/config.yaml")
        return folder
    }

    private static func hooks(
        _ arguments: [String] = [], in home: ScratchFolder, _ environment: [String: String] = [:]
    ) async throws -> CommandResult {
        try await RdptopBinary().run(
            ["hooks"] + arguments, environment: environment.merging(["HOME": home.path]) { own, _ in own },
            workingDirectory: home.path)
    }

    /// A program of the shell.
    private static func sh(_ script: String) -> String {
        "[sh, -c, \"\(script.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\"]"
    }

    @Test("prints what came back from each program, whether it reads, floods, fails or hangs")
    func programs() async throws {
        let home = try Self.home(
            """
            notify:
              hooks:
                - {name: keeps, run: \(Self.sh("cat > kept; echo done"))}
                - {name: ignores, run: [true]}
                - {name: floods, run: \(Self.sh("head -c 30000000 /dev/zero | tr '\\0' x")), timeout: 60s}
                - {name: fails, run: \(Self.sh("printf 'no \\033[2J such number\\n' >&2; exit 3"))}
                - {name: hangs, run: \(Self.sh("sleep 600 & sleep 600")), timeout: 1s}
                - {name: absent, run: [/no/such/program]}
            """)
        let result = try await Self.hooks(["--test"], in: home)
        #expect(
            result.standardOutput.split(separator: "\n").map { $0.prefix(70) } == [
                "keeps: ok, ended with status 0: done", "ignores: ok, ended with status 0",
                ("floods: ok, ended with status 0: " + String(repeating: "x", count: 200)).prefix(70),
                "fails: failed, ended with status 3: no \u{FFFD}[2J such number",
                "hangs: failed, did not end within 1s and was killed",
                "absent: failed, cannot be run: No such file or directory",
            ], "\(result)")
        #expect(result.status == 1)
        #expect(result.standardError.isEmpty)
        let kept = text(ofFile: home["kept"])
        #expect(kept.contains(#""event":"test""#) && kept.hasSuffix("}\n"))
        #expect(kept.contains(#""hook":"keeps""#) && kept.contains("this is only a sample"))
        // With the program goes what it has started.
        #expect(try await Self.isEmpty(home))
    }

    @Test("ends the program that is being told when it is stopped")
    func stopped() async throws {
        let home = try Self.home(
            """
            notify:
              hooks:
                - {name: hangs, run: \(Self.sh("echo > begun; sleep 600")), timeout: 60s}
                - {name: next, run: [true]}
            """)
        let testing = try await RdptopBinary().start(
            ["hooks", "--test"], environment: ["HOME": home.path], workingDirectory: home.path)
        let begun: Bool? = try await poll {
            FileManager.default.fileExists(atPath: home["begun"]) ? true : nil
        }
        #expect(begun == true, "\(testing.lastLines)")
        testing.signal(SIGINT)
        // Before the time of the hook is over.
        #expect(try await testing.waitForEnd(within: .seconds(40)) == .exited(130))
        #expect(testing.standardOutput.isEmpty)
        #expect(try await Self.isEmpty(home))
    }

    @Test("gives no program the variables that have the secrets of others")
    func environment() async throws {
        let home = try Self.home(
            """
            notify:
              hooks:
                - {name: program, run: \(Self.sh("printf %s \"-$TOKEN-$CHAT_URL-$OTHER-\""))}
                - {name: chat, url: {env: CHAT_URL}, headers: {Authorization: {env: TOKEN}}}
            """)
        let variables = ["CHAT_URL": "http://127.0.0.1:1/", "TOKEN": "t0ken", "OTHER": "plain"]
        let result = try await Self.hooks(["--test", "program"], in: home, variables)
        #expect(result.standardOutput == "program: ok, ended with status 0: ---plain-\n", "\(result)")
    }

    /// Whether all programs that have this home end; those that are to be found sleep for longer than that is awaited.
    private static func isEmpty(_ home: ScratchFolder) async throws -> Bool {
        try await poll { try processes(withEnvironment: home.path).isEmpty ? true : nil } ?? false
    }

    @Test("prints what came back from each address, whether it answers, refuses, moves, floods or is silent")
    func addresses() async throws {
        let receiver = try await WebhookReceiver.start()
        let url = "http://127.0.0.1:\(receiver.port)"
        let home = try Self.home("")
        try home.write("\(url)/denied?token=s3cret\n", to: "url")
        try home.write(
            """
            notify:
              hooks:
                - {name: good, url: "\(url)/ok", headers: {X-Priority: high, Authorization: {env: TOKEN}}}
                - {name: error, url: "\(url)/error"}
                - {name: denied, url: {file: \(home["url"])}}
                - {name: moved, url: "\(url)/moved"}
                - {name: slow, url: "\(url)/slow", timeout: 1s}
                - {name: garbage, url: "\(url)/garbage"}
                - {name: flood, url: "\(url)/flood"}
                - {name: closed, url: "http://127.0.0.1:1/"}
            """, to: ".config/rdptop/config.yaml")
        let result = try await Self.hooks(["--test"], in: home, ["TOKEN": "Bearer t0ken"])
        #expect(
            result.standardOutput.split(separator: "\n").map { $0.prefix(60) }
                == [
                    "good: ok, answered 200",
                    "error: failed, answered 500: out \u{FFFD}[2Jof order",
                    "denied: failed, answered 403",
                    "moved: failed, answered 302, a redirection, which is not followed",
                    "slow: failed, no answer in time", "garbage: failed, what answers does not speak HTTP",
                    ("flood: ok, answered 200: " + String(repeating: "x", count: 60)).prefix(60),
                    "closed: failed, not reached: Connection refused",
                ].map { $0.prefix(60) }, "\(result)")
        #expect(result.status == 1)
        let requests = try receiver.requests()
        // Nobody followed the redirection.
        #expect(requests.map(\.path).count { $0 == "/ok" } == 1)
        let good = try #require(requests.first { $0.path == "/ok" })
        #expect(good.headers["content-type"] == "application/json" && good.headers["x-priority"] == "high")
        #expect(good.headers["authorization"] == "Bearer t0ken")
        #expect(good.headers["host"] == "127.0.0.1:\(receiver.port)")
        #expect(good.headers["user-agent"]?.hasPrefix("rdptop/") == true)
        #expect(good.body.contains(#""event":"test""#))
        #expect(!result.description.contains("t0ken") && !result.description.contains("s3cret"))
        let list = try await Self.hooks(in: home, ["TOKEN": "Bearer t0ken"])
        #expect(list.standardOutput.hasPrefix("good: \(url), on cause, recovered, certificate\n"))
        #expect(!list.description.contains("s3cret") && list.status == 0)
    }

    @Test("shows no answer that repeats the address or a field of the request, good or bad")
    func repeatedSecrets() async throws {
        let receiver = try await WebhookReceiver.start()
        let url = "http://127.0.0.1:\(receiver.port)"
        let home = try Self.home(
            """
            notify:
              hooks:
                - {name: path, url: "\(url)/unknown/s3cretPath"}
                - {name: query, url: "\(url)/echo?token=s3cretQuery"}
                - {name: field, url: "\(url)/echo", headers: {X-Key: s3cret-key}}
                - {name: other, url: "\(url)/denied"}
            """)
        let result = try await Self.hooks(["--test"], in: home)
        #expect(
            result.standardOutput == """
                path: failed, answered 404
                query: failed, answered 404
                field: ok, answered 200
                other: failed, answered 403: no such token

                """, "\(result)")
        #expect(try receiver.requests().count == 4)
    }

    @Test("sends nothing over TLS to whom it cannot trust")
    func trust() async throws {
        let authority = LabAuthority.shared
        let good = try await WebhookReceiver.start(certificate: authority.certificate(.valid(for: "localhost")))
        let other = try await WebhookReceiver.start(certificate: authority.certificate(.valid(for: "ts-1.lab.test")))
        let expired = try await WebhookReceiver.start(certificate: authority.certificate(.expired(for: "localhost")))
        let root = try await authority.rootCertificate()
        let home = try Self.home(
            """
            notify:
              hooks:
                - {name: good, url: "https://localhost:\(good.port)/ok", ca: \(root)}
                - {name: abrupt, url: "https://localhost:\(good.port)/abrupt", ca: \(root)}
                - {name: unknown, url: "https://localhost:\(good.port)/ok"}
                - {name: other, url: "https://localhost:\(other.port)/ok", ca: \(root)}
                - {name: address, url: "https://127.0.0.1:\(good.port)/ok", ca: \(root)}
                - {name: expired, url: "https://localhost:\(expired.port)/ok", ca: \(root)}
            """)
        let result = try await Self.hooks(["--test"], in: home)
        let lines = result.standardOutput.split(separator: "\n")
        #expect(lines.first == "good: ok, answered 200: thanks", "\(result)")
        // It ends without close_notify; its status was there.
        #expect(lines.dropFirst().first == "abrupt: ok, answered 200: thanks", "\(result)")
        #expect(
            lines.count == 6 && lines.dropFirst(2).allSatisfy { $0.contains(": failed, TLS failed: ") }, "\(result)")
        #expect(try good.requests().count == 2)
        #expect(try other.requests().isEmpty && expired.requests().isEmpty)
    }

    @Test("says which secret is missing before anything is sent, and never what it is")
    func secrets() async throws {
        let home = try Self.home("notify: {hooks: [{name: chat, url: {env: CHAT_URL}}]}")
        let missing = try await Self.hooks(in: home)
        #expect(missing.status == 78)
        #expect(missing.standardError == "rdptop: hook \"chat\": the environment variable \"CHAT_URL\" is not set\n")
        let wrong = try await Self.hooks(in: home, ["CHAT_URL": "ftp://s3cret"])
        #expect(wrong.standardError == "rdptop: hook \"chat\": url: an address begins with https:// or http://\n")
        let readable = try await Self.hooks(in: home, ["CHAT_URL": "http://chat.lab.test/s3cret"])
        #expect(readable.standardError == "rdptop: hook \"chat\": a secret is not sent over http://\n")
        #expect(try await Self.hooks(in: home, ["CHAT_URL": "http://127.0.0.1/s3cret"]).status == 0)
        let open = try Self.home(
            "notify: {hooks: [{name: a, url: {env: CHAT_URL}, headers: {X-Key: {env: KEY}}}]}")
        let clear = try await Self.hooks(in: open, ["CHAT_URL": "http://chat.lab.test/", "KEY": "s3cret"])
        #expect(clear.standardError == "rdptop: hook \"a\": a secret is not sent over http://\n")
        let nobody = try await Self.hooks(["--test", "b"], in: open, ["CHAT_URL": "http://127.0.0.1/", "KEY": "k"])
        #expect(nobody.status == 64 && nobody.standardError.contains("there is no hook \"b\""))
    }

    @Test("without any says so")
    func none() async throws {
        let result = try await Self.hooks(in: ScratchFolder())
        #expect(result.standardOutput == "There are no hooks in the configuration.\n" && result.status == 0)
    }

    // MARK: A server that fails and comes back

    private struct Document: Decodable {
        let event: String
        let id: String
        let title: String
        let text: String
        let count: Int
        let first_sight: Bool
    }

    private static func documents(_ lines: String) throws -> [Document] {
        try lines.split(separator: "\n").map { try JSONDecoder().decode(Document.self, from: Data($0.utf8)) }
    }

    @Test("are told by check --watch that a server fails and that it is back, and what was not taken at first")
    func watching() async throws {
        let receiver = try await WebhookReceiver.start()
        let home = try Self.home(
            """
            notify:
              gather: 1s
              hooks:
                - {name: file, run: \(Self.sh("cat >> told"))}
                - {name: web, url: "http://127.0.0.1:\(receiver.port)/flaky"}
                - {name: elsewhere, run: \(Self.sh("cat >> elsewhere")), only: "site:nowhere"}
                - {name: broken, run: [/no/such/program]}
            """)
        let endpoint = try LoopbackEndpoint.free()
        let server = try await XrdpServer.start(.tls, on: endpoint)
        let file = try home.write(
            "hosts:\n  - {name: ts07.lab.test, address: \(endpoint.address)}\nresolvers: [\"127.0.0.1:1\"]\n",
            to: "fleet.yaml")
        let watch = try await RdptopBinary().start(
            ["check", file, "--watch", "--format", "jsonl", "--interval", "5s", "--depth", "cycle"],
            environment: ["HOME": home.path], workingDirectory: home.path)
        let found: Bool? = try await poll(every: .milliseconds(50)) {
            watch.standardOutput.contains(#""type":"found""#) ? true : nil
        }
        #expect(found == true, "\(watch.lastLines)")

        await server.stop()
        let told: [Document]? = try await poll(every: .milliseconds(50)) {
            let documents = try Self.documents(text(ofFile: home["told"]))
            return documents.isEmpty ? nil : documents
        }
        let cause = try #require(told?.first, "\(watch.lastLines)")
        #expect(cause.event == "cause" && cause.count == 1)
        #expect(cause.title.hasPrefix("ts07.lab.test DOWN: TCP 3389 refused"))
        #expect(cause.text.hasPrefix("rdptop fleet: ts07.lab.test DOWN"))

        let again = try await XrdpServer.start(.tls, on: endpoint)
        let whole: [Document]? = try await poll(every: .milliseconds(50)) {
            let documents = try Self.documents(text(ofFile: home["told"]))
            return documents.count > 1 ? documents : nil
        }
        let end = try #require(whole?.last, "\(watch.lastLines)")
        #expect(end.event == "recovered" && end.id == cause.id)
        // The address refused the first one once.
        let web: [Document]? = try await poll(every: .milliseconds(50)) {
            let documents = try Self.documents(try receiver.requests().map(\.body).joined())
            return documents.count == 3 ? documents : nil
        }
        #expect(web?.map(\.event) == ["cause", "cause", "recovered"])
        await again.stop()
        watch.signal(SIGTERM)
        #expect(try await watch.waitForEnd() == .exited(143))
        #expect(!FileManager.default.fileExists(atPath: home["elsewhere"]))
        let complaint = "rdptop: hook broken was not told \"ts07.lab.test DOWN: TCP 3389 refused"
        #expect(watch.standardError.hasPrefix(complaint), "\(watch.standardError)")
        #expect(watch.standardError.contains("cannot be run: No such file or directory"))
    }

    @Test("are not even looked at with --no-hooks, nor by a single check, nor by the demo")
    func silent() async throws {
        let home = try Self.home("notify: {hooks: [{name: chat, url: {env: CHAT_URL}}]}")
        let address = try LoopbackEndpoint.free().address
        let environment = ["HOME": home.path]
        let watch = ["check", address, "--watch", "--format", "jsonl", "--depth", "cycle"]
        let wrong = try await RdptopBinary().run(watch, environment: environment)
        #expect(wrong.status == 78 && wrong.standardError.contains("CHAT_URL"))
        #expect(
            try await RdptopBinary().run(["check", address, "--depth", "cycle"], environment: environment).status == 2)
        let demo = try await RdptopBinary().run(["demo", "--plain"], environment: environment)
        #expect(demo.status == 0 && demo.standardOutput.contains("DEMO"), "\(demo)")
        let told = try await RdptopBinary().run(["demo", "--plain", "--hooks"], environment: environment)
        #expect(told.status == 78 && told.standardError.contains("CHAT_URL"))
        let quiet = try await RdptopBinary().start(watch + ["--no-hooks"], environment: environment)
        let down: Bool? = try await poll(every: .milliseconds(50)) {
            quiet.standardOutput.contains(#""state":"down""#) ? true : nil
        }
        #expect(down == true, "\(quiet.lastLines)")
    }
}
