import Foundation
import LabSupport
import Testing

@Suite("make install")
struct InstallTests {
    @Test("puts program, manual, completions and example where they are looked for")
    func files() async throws {
        #expect(
            try await Installed.shared.value.files == [
                "755 bin/rdptop", "644 share/bash-completion/completions/rdptop",
                "644 share/doc/rdptop/hosts.example.yaml", "644 share/fish/vendor_completions.d/rdptop.fish",
                "644 share/man/man1/rdptop.1.gz", "644 share/man/man5/rdptop-config.5.gz",
                "644 share/man/man5/rdptop-hosts.5.gz", "644 share/zsh/site-functions/_rdptop",
            ])
    }

    @Test("leaves a program that runs")
    func runs() async throws {
        let folder = try await Installed.shared.value.folder
        // The libraries of the toolchain are not installed with a debug build, which finds them by their place.
        let version = try await RdptopBinary(path: folder["bin/rdptop"]).run(["--version"])
        #expect(version.standardOutput == (try await RdptopBinary().run(["--version"]).standardOutput))
        #expect(version.status == 0)
    }

    @Test("is taken back by make uninstall, which leaves the files of others")
    func uninstall() async throws {
        let installed = try await Installed()
        try FileManager.default.createDirectory(
            atPath: installed.folder["share/doc/other"], withIntermediateDirectories: true)
        try installed.folder.write("", to: "share/doc/other/file")
        try await Installed.script("uninstall", [installed.folder.path])
        #expect(try installed.files == ["644 share/doc/other/file"])
        #expect(!FileManager.default.fileExists(atPath: installed.folder["share/doc/rdptop"]))
    }

    @Test("tells whose work is in the program, for the package")
    func copyright() async throws {
        let text = try await Installed.script("copyright", []).standardOutput
        for part in ["swift-nio-ssl", "Yams", "JP Simard", "BoringSSL", "Apache-2.0"] {
            #expect(text.contains(part), "\(part)")
        }
    }
}
