import Diagnosis
import FleetModel
import Foundation
import TestSupport
import Testing

@Suite struct RuleTableTests {
    @Test func `the folder and the tables have the same rules`() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/Diagnosis/Rules").resolvingSymlinksInPath()
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
            .compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
        let inFolder = files.map { $0.deletingPathExtension().lastPathComponent.lowercased() }.sorted()
        let inTables = allRules.map { $0.id.replacing("-", with: "") }.sorted()
        #expect(inFolder == inTables)
    }

    @Test func `no two rules have the same identifier`() {
        #expect(Set(allRules.map(\.id)).count == allRules.count)
    }

    @Test func `worse rules come first`() {
        for severities in [RuleTable.rules.map(\.head.severity), GatewayRuleTable.rules.map(\.head.severity)] {
            #expect(severities == severities.sorted())
        }
    }

    @Test func `every rule has a sample`() {
        let seen = Set(allFindings.map(\.finding.rule))
        #expect(allRules.map(\.id).filter { !seen.contains($0) } == [])
    }

    @Test func `headlines are short, plain, and without a full stop`() {
        for (title, finding) in allFindings {
            #expect((3...22).contains(finding.short.count), "\(title): \(finding.short)")
            #expect((3...38).contains(finding.medium.count), "\(title): \(finding.medium)")
            for text in [finding.short, finding.medium] {
                #expect(!text.hasSuffix("."), "\(title): \(text)")
                #expect(text.utf8.allSatisfy { (0x20...0x7E).contains($0) }, "\(title): \(text)")
            }
        }
    }

    @Test func `no headline of a rule with a text of its own is cut`() {
        let quoting = ["x224-http", "x224-ssh", "x224-text", "tls-alert-other", "nla-failed"]
        for (title, finding) in allFindings where !quoting.contains(finding.rule) {
            #expect(!finding.short.contains("~") && !finding.medium.contains("~"), "\(title): \(finding.medium)")
        }
    }

    @Test func `the long text is one to three plain sentences`() {
        for (title, finding) in allFindings {
            #expect((20...400).contains(finding.long.count), "\(title): \(finding.long)")
            #expect(finding.long.hasSuffix("."), "\(title): \(finding.long)")
            #expect(finding.long.utf8.allSatisfy { (0x20...0x7E).contains($0) }, "\(title): \(finding.long)")
        }
    }

    @Test func `every finding has evidence, except of what cannot be seen`() {
        for (title, finding) in allFindings where finding.rule != "gateway-not-probed" {
            #expect(!finding.evidence.isEmpty, "\(title): \(finding.rule)")
        }
    }

    @Test func `evidence is clean and on one line each`() {
        for (title, finding) in allFindings {
            for line in finding.evidence {
                #expect(CleanText.clean(line) == line, "\(title): \(line)")
            }
        }
    }

    @Test func `every finding has one to six remedies that hold nothing from the network`() {
        for (title, finding) in allFindings {
            #expect((1...6).contains(finding.remedies.count), "\(title): \(finding.rule)")
            for line in finding.remedies.map(\.line) {
                #expect(line.utf8.allSatisfy { (0x20...0x7E).contains($0) }, "\(title): \(line)")
                #expect(!line.contains("evil"), "\(title): \(line)")
            }
        }
    }

    @Test func `what follows a colon in a remedy is a command`() {
        let commands = [
            "ipconfig", "Clear-DnsClientCache", "qwinsta", "Start-Service", "Restart-Service", "Set-ItemProperty",
            "(Get-ItemProperty", "Enable-NetFirewallRule", "Get-NetConnectionProfile", "netstat", "tasklist", "reg",
            "(Get-WmiObject", "Get-WmiObject", "Get-WinEvent", "Remove-Item", "Get-Service", "icacls",
            "Get-TlsCipherSuite", "Enable-TlsCipherSuite", "gpupdate", "Set-WmiInstance", "w32tm", "mstsc", "ping",
            "rdptop", "ip", "ulimit", "rsop.msc", "winver", "Test-ComputerSecureChannel", "Get-NetFirewallRule",
            "Get-WindowsFeature", "Import-Module", "netsh", "nslookup",
            "cat", "uptime", "sudo", "systemctl", "journalctl", "grep", "Resolve-DnsName", "Test-NetConnection",
            "Get-NetUDPEndpoint", "ls", "nltest", "setspn", "Get-ChildItem",
            "Get-NetTCPConnection", "Install-WindowsFeature", "certlm.msc", "inetmgr", "openssl", "$key",
            "Get-NetAdapterStatistics", "New-NetFirewallRule",
        ]
        for (title, finding) in allFindings {
            for line in finding.remedies.map(\.line) {
                guard let colon = line.range(of: ": ", options: .backwards) else { continue }
                let word = line[colon.upperBound...].prefix { $0 != " " }
                #expect(commands.contains(String(word)), "\(title): \(line)")
            }
        }
    }

    @Test func `what weakens security stands last, as a test or an emergency, with its risk and the way back`() {
        let weakening = ["SetUserAuthenticationRequired(0)", "AllowEncryptionOracle"]
        for (title, finding) in allFindings {
            for step in finding.remedies where weakening.contains(where: step.text(mentions:)) {
                #expect(step.rank == .weakening, "\(title): \(step.line)")
            }
            for (index, step) in finding.remedies.enumerated() where step.rank == .weakening {
                #expect(step.risk != nil && step.undo != nil, "\(title): \(step.line)")
                #expect(finding.remedies[index...].allSatisfy { $0.rank == .weakening }, "\(title): \(step.line)")
            }
        }
    }

    @Test func `no step is one that does harm or nothing`() {
        let folklore = [
            "SetSecurityLayer(0)", "SecurityLayer=0", "Rename-Item", "ren C:", "mv /", "winsock reset", "ip reset",
            "EnforceChannelBinding", "antivirus", "termserv ",
        ]
        for (title, finding) in allFindings {
            for step in finding.remedies {
                #expect(folklore.filter { step.text(mentions: $0) } == [], "\(title): \(step.line)")
            }
        }
    }

    /// Every rule of both tables, by its identifier and severity.
    private var allRules: [(id: String, severity: Severity)] {
        RuleTable.rules.map { ($0.id, $0.head.severity) } + GatewayRuleTable.rules.map { ($0.id, $0.head.severity) }
    }

    /// What every rule says of every sample.
    private var allFindings: [(title: String, finding: Finding)] {
        let ofServers = SampleFleet.scenarios.flatMap { sample in
            judge(sample.snapshot, of: sample.server, now: SampleFleet.now).findings.map { (sample.title, $0) }
        }
        return ofServers
            + LayerSample.all.flatMap { sample in sample.judgement.findings.map { (sample.title, $0) } }
            + GatewaySample.all.flatMap { sample in sample.judgement.findings.map { (sample.title, $0) } }
            + Situation.ofServers.flatMap { row in row.facts.judgement.findings.map { (row.name, $0) } }
            + Situation.ofGateways.flatMap { row in row.facts.judgement.findings.map { (row.name, $0) } }
    }
}

extension Remedy {
    /// Whether any of its texts has these words; the way back of a step that weakens undoes it, and does not count.
    fileprivate func text(mentions words: String) -> Bool {
        [text, command, risk, rank == .weakening ? nil : undo].contains {
            $0?.localizedCaseInsensitiveContains(words) ?? false
        }
    }
}
