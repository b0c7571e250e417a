import FleetModel
import TestSupport
import Testing

@testable import Diagnosis

@Suite struct AnswerToCodeTests {
    private func row(
        _ name: String, _ state: ServerState, _ symptoms: [Symptom], rule: String = "rule", at: Instant? = nil
    ) -> ServerStatus {
        let server = Server(name: name)
        let finding = Finding(
            rule: rule, layer: .tls, severity: .down, confidence: .likely, short: "short", medium: "it was cut",
            long: "Long.", at: at, symptoms: symptoms)
        return ServerStatus(
            server: server,
            snapshot: ServerSnapshot(server: server.id, began: SampleFleet.probed, ended: SampleFleet.probed),
            judgement: Judgement(state: state, cells: .unknown, findings: symptoms.isEmpty ? [] : [finding]))
    }

    private let closed = Symptom([UserCode(0x904, extended: 7), UserCode(0x904, extended: 0)], "it ends", .likely)
    private let closedPerhaps = Symptom([UserCode(0x904)], "it may end", .possible)
    private let noName = Symptom([UserCode(0x104)], "no such computer", .certain)

    private func answered(_ text: String, _ rows: [ServerStatus]) throws -> CodeAnswer {
        try #require(answer(toCode: text, in: rows, at: SampleFleet.now))
    }

    @Test func `the servers that would show a code come surest first, the others with what they would show`() throws {
        let rows = [
            row("possible", .down, [closedPerhaps]), row("name", .down, [noName]), row("likely", .down, [closed]),
            row("well", .ok, []), ServerStatus(server: Server(name: "new")),
        ]
        let answer = try answered("0x904 0x7", rows)
        #expect(answer.fitting.map(\.server) == [rows[2].server.id, rows[0].server.id])
        #expect(answer.fitting.map(\.confidence) == [.likely, .possible])
        #expect(answer.fitting[0].reason == "it was cut: it ends")
        #expect(answer.others.map(\.reason) == ["it was cut: users would see 0x104", "not probed yet"])
        let summary = try #require(answer.sections.first)
        #expect(summary.title == "In this fleet")
        #expect(summary.lines.joined().contains("1 server would not show it now, as far as a probe from here sees"))
    }

    @Test func `what has no code is told by what users see, and of several codes the last comes after an or`() throws {
        let quiet = Symptom([], "no message at all", .likely)
        let three = Symptom([UserCode(0x104), UserCode(0x208), UserCode(0x508)], "no such computer", .likely)
        let answer = try answered("0x904", [row("quiet", .warning, [quiet]), row("three", .down, [three])])
        #expect(
            answer.others.map(\.reason) == [
                "it was cut: no message at all", "it was cut: users would see 0x104, 0x208 or 0x508",
            ])
    }

    @Test(
        arguments: [
            ("0x904", 1), ("0x904 0x7", 1), ("0x904 0x0", 1), ("0x904 0x100", 0), ("0x104", 0), ("2308", 1), ("904", 1),
            ("0x7", 1), ("0x0", 0), ("Extended error code: 0x7", 1), ("Extended error code: 0x8", 0),
        ])
    func `a code fits when its number does and its extended code says nothing else`(text: String, count: Int) throws {
        #expect(try answered(text, [row("ts07", .down, [closed])]).fitting.count == count)
    }

    @Test func `a symptom without an extended code fits any`() throws {
        #expect(try answered("0x904 0x100", [row("ts07", .down, [closedPerhaps])]).fitting.count == 1)
    }

    @Test func `the surest of several findings is the reason, and its age is told`() throws {
        var status = row("ts07", .down, [closedPerhaps], at: SampleFleet.now - .seconds(42))
        status.judgement.findings[0].symptoms.append(closed)
        let match = try #require(try answered("0x904", [status]).fitting.first)
        #expect(match.confidence == .likely)
        #expect(match.reason == "it was cut, 42s ago: it ends")
    }

    @Test func `a code that is made after log-on rules no server out`() throws {
        let answer = try answered("0x807", [row("well", .ok, [])])
        #expect(answer.fitting.isEmpty && answer.others.isEmpty)
        #expect(answer.sections[0].lines.joined().contains("no server can be ruled out"))
    }

    @Test func `without servers it says nothing of a fleet, and without a code nothing at all`() throws {
        #expect(try answered("0x904", []).sections.first?.title == "In short")
        #expect(answer(toCode: "ts07", in: [row("ts07", .down, [closed])], at: SampleFleet.now) == nil)
    }

    @Test func `a sample of the fleet is answered in full`() throws {
        let rows = LayerSample.all.map { sample in
            ServerStatus(server: sample.server, snapshot: sample.snapshot, judgement: sample.judgement)
        }
        let answer = try answered("0x904 0x7", rows)
        let fits = rows.map { row in
            row.judgement.findings.flatMap(\.symptoms).flatMap(\.codes).contains {
                $0.number == 0x904 && [nil, 7].contains($0.extended)
            }
        }
        #expect(answer.fitting.count == fits.count { $0 })
        #expect(answer.others.count == zip(rows, fits).count { row, fits in !fits && row.judgement.state != .ok })
        #expect((answer.fitting + answer.others).allSatisfy { !$0.reason.isEmpty && $0.reason.count < 300 })
    }
}
