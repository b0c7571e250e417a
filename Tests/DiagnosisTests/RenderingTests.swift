import ErrorCodes
import FleetModel
import TestSupport
import Testing

@testable import Diagnosis

/// Renders every text of every rule, over all samples and situations.
@Suite struct RenderingTests {
    @Test func `a heading names the server, the layer, the time, and how it was seen`() {
        for rendered in RenderedFinding.all {
            let finding = rendered.finding
            let parts = finding.heading(of: rendered.name).components(separatedBy: ", ")
            #expect(parts.first == rendered.name, "\(rendered)")
            #expect(parts.dropFirst().first == finding.layer.title, "\(rendered)")
            #expect(parts.last == finding.sighting.words, "\(rendered)")
            // Of a gateway that was never probed there is no time to say.
            guard let time = finding.at else {
                #expect(finding.rule == "gateway-not-probed", "\(rendered)")
                continue
            }
            #expect(parts.contains(time.iso8601), "\(rendered)")
        }
    }

    @Test func `headline and text fit their lengths, and none is empty or cut`() {
        // They quote a name or a banner from the network, which may be of any length.
        let quoting = ["x224-http", "x224-ssh", "x224-text", "tls-alert-other", "nla-failed"]
        for rendered in RenderedFinding.all {
            let finding = rendered.finding
            #expect((3...22).contains(finding.short.count), "\(rendered): \(finding.short)")
            #expect((3...38).contains(finding.medium.count), "\(rendered): \(finding.medium)")
            #expect((20...400).contains(finding.long.count), "\(rendered): \(finding.long)")
            #expect(!finding.long.hasSuffix("~"), "\(rendered): \(finding.long)")
            if !quoting.contains(finding.rule) {
                #expect(!finding.short.hasSuffix("~") && !finding.medium.hasSuffix("~"), "\(rendered)")
            }
            for text in [finding.short, finding.medium, finding.long] { #expect(text.isPlain, "\(rendered): \(text)") }
        }
    }

    @Test func `what users see is in plain words, with codes that are each said once`() {
        for rendered in RenderedFinding.all {
            let symptoms = rendered.finding.symptoms
            #expect(Set(symptoms).count == symptoms.count, "\(rendered): \(symptoms.map(\.line))")
            for symptom in symptoms {
                #expect((7...120).contains(symptom.words.count), "\(rendered): \(symptom.words)")
                #expect(symptom.words.isPlain && !symptom.words.hasSuffix("."), "\(rendered): \(symptom.words)")
                #expect(Set(symptom.codes).count == symptom.codes.count, "\(rendered): \(symptom.line)")
            }
        }
    }

    @Test func `every code that users see is one of those that clients show`() {
        // What only servers say among themselves, or in X.224, no client shows as its error code.
        let shown: [NumberSpace] = [.disconnect, .gateway, .ntstatus, .hresult]
        for rendered in RenderedFinding.all {
            for code in rendered.finding.symptoms.flatMap(\.codes) {
                let spaces = ErrorCodeTable.codes(code.number).map(\.space)
                #expect(spaces.contains(where: shown.contains), "\(rendered): \(code.text)")
                guard let extended = code.extended else { continue }
                #expect(ErrorCodeTable.code(extended, in: .extended) != nil, "\(rendered): \(code.text)")
            }
        }
    }

    @Test func `what it is not is said in plain, short sentences`() {
        for rendered in RenderedFinding.all {
            let sentences = rendered.finding.isNot
            #expect(Set(sentences).count == sentences.count, "\(rendered): \(sentences)")
            for sentence in sentences {
                #expect((10...160).contains(sentence.count), "\(rendered): \(sentence)")
                #expect(["Not ", "Hardly "].contains(where: sentence.hasPrefix), "\(rendered): \(sentence)")
                #expect(sentence.hasSuffix(".") && sentence.isPlain, "\(rendered): \(sentence)")
            }
        }
    }

    @Test func `everything worse than a note says what users see, or that they see nothing, and what it is not`() {
        let findings = RenderedFinding.all.filter { $0.finding.severity < .note }
        #expect(Set(findings.filter(\.finding.symptoms.isEmpty).map(\.finding.rule)) == [])
        #expect(Set(findings.filter(\.finding.isNot.isEmpty).map(\.finding.rule)) == [])
    }

    @Test func `there are one to six steps, those that only look first and those that weaken last`() {
        for rendered in RenderedFinding.all {
            let steps = rendered.finding.remedies
            #expect((1...6).contains(steps.count), "\(rendered): \(steps.map(\.line))")
            #expect(steps.map(\.rank) == steps.map(\.rank).sorted(), "\(rendered): \(steps.map(\.line))")
            #expect(Set(steps.map(\.line)).count == steps.count, "\(rendered): \(steps.map(\.line))")
        }
    }

    @Test func `a step that disrupts says its risk, and one that weakens its way back, too`() {
        for rendered in RenderedFinding.all {
            for step in rendered.finding.remedies {
                switch step.rank {
                case .check: #expect(step.risk == nil && step.undo == nil, "\(rendered): \(step.line)")
                case .fix: break
                case .disruptive: #expect(step.risk != nil, "\(rendered): \(step.line)")
                case .weakening: #expect(step.risk != nil && step.undo != nil, "\(rendered): \(step.line)")
                }
            }
        }
    }

    @Test func `a step is a sentence without its full stop that says where it is done, and every name is filled in`() {
        for rendered in RenderedFinding.all {
            for step in rendered.finding.remedies {
                #expect(step.text.first?.isUppercase == true && !step.text.hasSuffix("."), "\(rendered): \(step.line)")
                #expect((10...200).contains(step.text.count), "\(rendered): \(step.text)")
                for text in [step.text, step.command, step.risk, step.undo].compactMap({ $0 }) {
                    #expect(text.isPlain, "\(rendered): \(text)")
                    for placeholder in ["{server}", "{port}", "{target}", "{gateway}"] {
                        #expect(!text.contains(placeholder), "\(rendered): \(text)")
                    }
                }
            }
        }
    }

    @Test("Nothing that came from the network is part of a step or of what is said of it")
    func poison() {
        for row in Situation.ofServers {
            let judgement = row.facts.poisoned.judgement
            for finding in judgement.findings { #expect(!finding.hasPoison, "\(row.name): \(finding.rule)") }
        }
        for row in Situation.ofGateways {
            let judgement = row.facts.poisoned.judgement
            for finding in judgement.findings { #expect(!finding.hasPoison, "\(row.name): \(finding.rule)") }
        }
    }
}

extension String {
    /// Whether it is printable ASCII, and does not begin or end with a space.
    fileprivate var isPlain: Bool {
        utf8.allSatisfy { (0x20...0x7E).contains($0) } && !hasPrefix(" ") && !hasSuffix(" ") && !contains("  ")
    }

    fileprivate func components(separatedBy separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}

/// What must not come up where somebody copies text into a shell.
private let poisonText = "evil$(reboot)"

extension Finding {
    fileprivate var hasPoison: Bool {
        let steps = remedies.flatMap { [$0.text, $0.command, $0.risk, $0.undo].compactMap { $0 } }
        return (steps + isNot + symptoms.map(\.words)).contains { $0.contains("evil") }
    }
}

extension ServerFacts {
    /// The same with every text from the network replaced.
    fileprivate var poisoned: ServerFacts {
        var facts = self
        facts.snapshot.dns?.facts?.ipv4?.aliases = [poisonText]
        facts.snapshot.x224?.facts?.banner = poisonText
        facts.snapshot.certificate?.facts?.poison()
        facts.snapshot.nla?.facts?.targetName = poisonText
        facts.snapshot.nla?.facts?.computerName = poisonText
        facts.snapshot.nla?.facts?.domainName = poisonText
        facts.snapshot.nla?.facts?.dnsComputerName = poisonText
        facts.snapshot.nla?.facts?.dnsDomainName = poisonText
        return facts
    }
}

extension GatewayFacts {
    /// The same with every text from the network replaced.
    fileprivate var poisoned: GatewayFacts {
        var facts = self
        facts.snapshot?.dns?.facts?.ipv4?.aliases = [poisonText]
        facts.snapshot?.certificate?.facts?.poison()
        facts.snapshot?.transport?.facts?.server = poisonText
        facts.snapshot?.transport?.facts?.location = poisonText
        facts.snapshot?.transport?.facts?.body = poisonText
        facts.snapshot?.transport?.facts?.proxyHeaders = [poisonText]
        facts.snapshot?.earlierIssuer = poisonText
        return facts
    }
}

extension CertificateFacts {
    fileprivate mutating func poison() {
        leaf.subject = poisonText
        leaf.commonName = poisonText
        leaf.issuer = poisonText
        leaf.dnsNames = [poisonText]
        remarks = [poisonText]
    }
}
