import FleetModel
import Foundation
import Testing

@Suite struct RemedyElsewhereTests {
    private static let invoke = "az vm run-command invoke --resource-group GROUP --name VM --command-id"

    @Test func `a command of PowerShell becomes one for the Azure CLI`() {
        let step = Remedy(.check, at: .server, "See", run: "qwinsta")
        #expect(step.throughAzure == "\(Self.invoke) RunPowerShellScript --scripts 'qwinsta'")
    }

    @Test func `a command of a Unix shell is run by one`() {
        let step = Remedy(.check, at: .server, for: .xrdp, "See", run: "systemctl status xrdp", in: .sh)
        #expect(step.throughAzure == "\(Self.invoke) RunShellScript --scripts 'systemctl status xrdp'")
    }

    @Test func `an argument that would be taken for a file name is not`() {
        let step = Remedy(.check, at: .server, "See", run: "@{a=1}")
        #expect(step.throughAzure?.hasSuffix("--scripts ' @{a=1}'") == true)
    }

    @Test(
        "What a shell hands on is the command, whatever quotes it has",
        arguments: [
            "qwinsta", #"(Get-WmiObject -Filter "TerminalName='RDP-Tcp'").SetSecurityLayer(2)"#, "'", "''", #"\'"#,
            #"'HKLM:\SYSTEM\Control'; "a$b`c!" 'd'"#, "a\nb", "$(touch x) `id` %PATH%",
        ])
    func quotes(_ command: String) throws {
        let line = try #require(Remedy(.check, at: .server, "See", run: command).throughAzure)
        // The same words with another program in front, which prints the last of them.
        let words = line.replacing("az vm", with: #"print() { for word; do :; done; printf %s "$word"; }; print vm"#)
        #expect(try output(ofShell: words) == command)
    }

    @Test func `a command of PowerShell becomes one for another computer`() {
        let step = Remedy(.fix, at: .server, "Start", run: #"Set-ItemProperty 'HKLM:\X Y' fDenyTSConnections 0"#)
        #expect(
            step.throughRemoting(RemedyNames(server: "ts07.corp.example", port: 3389))
                == #"Invoke-Command -ComputerName ts07.corp.example -ScriptBlock { Set-ItemProperty 'HKLM:\X Y' fDenyTSConnections 0 }"#
        )
        let hostile = step.throughRemoting(RemedyNames(server: "ts07; evil", port: 3389))
        #expect(hostile?.hasPrefix("Invoke-Command -ComputerName SERVER -ScriptBlock {") == true)
    }

    @Test func `what is done elsewhere, has no command, or needs a desktop is not sent to the server`() {
        let names = RemedyNames(server: "ts07", port: 3389)
        for step in [
            Remedy(.check, at: .here, "See", run: "rdptop trace ts07", in: .sh), Remedy(.check, at: .server, "See"),
            Remedy(.check, at: .server, "See", run: "rsop.msc"), Remedy(.check, at: .client, "See", run: "qwinsta"),
        ] {
            #expect(step.throughAzure == nil && step.throughRemoting(names) == nil, "\(step.line)")
        }
        #expect(Remedy(.check, at: .server, "See", run: "ss -ltnp", in: .sh).throughRemoting(names) == nil)
    }

    @Test(
        "A server and its port are one argument of a command",
        arguments: [
            ("ts07", 3389, "ts07"), ("ts07", 3390, "ts07:3390"), ("2001:db8::7", 3389, "2001:db8::7"),
            ("2001:db8::7", 3390, "'[2001:db8::7]:3390'"), ("a b", 3389, "SERVER"), ("a b", 3390, "SERVER:3390"),
        ] as [(String, UInt16, String)])
    func targets(_ name: String, _ port: UInt16, _ target: String) {
        let step = Remedy(.check, at: .here, "See", run: "rdptop check {target}", in: .sh)
        #expect(step.filled(RemedyNames(server: name, port: port)).command == "rdptop check \(target)")
    }

    /// What a shell prints when it is given one line.
    private func output(ofShell line: String) throws -> String {
        let shell = Process()
        let pipe = Pipe()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-c", line]
        shell.standardOutput = pipe
        try shell.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        shell.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
