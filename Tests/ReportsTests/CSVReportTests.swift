import FleetModel
import Reports
import TestSupport
import Testing

@Suite struct CSVReportTests {
    /// The fields of a text as RFC 4180 says.
    private static func rows(_ text: String) -> [[String]] {
        var rows: [[String]] = [[]]
        var field = ""
        var isQuoted = false
        var scalars = text.unicodeScalars.makeIterator()
        var next = scalars.next()
        while let scalar = next {
            next = scalars.next()
            switch (scalar, isQuoted) {
            case ("\"", true) where next == "\"":
                field.append("\"")
                next = scalars.next()
            case ("\"", _): isQuoted.toggle()
            case (",", false):
                rows[rows.count - 1].append(field)
                field = ""
            case ("\r", false): break
            case ("\n", false):
                rows[rows.count - 1].append(field)
                field = ""
                rows.append([])
            default: field.unicodeScalars.append(scalar)
            }
        }
        return rows.dropLast()
    }

    @Test func `every row has a cell for each column, and its server's own values`() throws {
        for report in [SampleReport.dozen, SampleReport.hostile, SampleReport.watched, SampleReport.poisoned] {
            let rows = Self.rows(CSVReport().text(of: report))
            #expect(Set(rows.map(\.count)) == [rows[0].count])
            #expect(Set(rows[0]).count == rows[0].count)
            #expect(rows.count == report.statuses.count + 1)
            let state = try #require(rows[0].firstIndex(of: "state"))
            #expect(rows.dropFirst().map { $0[state] } == report.statuses.map(\.judgement.state.rawValue))
        }
    }

    @Test func `no cell begins a formula, and numbers stay numbers`() throws {
        for report in [SampleReport.dozen, SampleReport.hostile, SampleReport.poisoned] {
            for cell in Self.rows(CSVReport().text(of: report)).joined() where Double(cell) == nil {
                #expect(!["=", "+", "-", "@", "\t", "\r"].contains(cell.prefix(1)), "\(cell.prefix(40))")
            }
        }
        let rows = Self.rows(CSVReport().text(of: SampleReport.dozen))
        let days = try #require(rows[0].firstIndex(of: "certificate_days_left"))
        #expect(rows.contains { $0[days].hasPrefix("-") })
    }

    @Test func `lines end with CR LF, and there is no other CR`() {
        let text = CSVReport().text(of: SampleReport.poisoned)
        #expect(text.unicodeScalars.count { $0 == "\r" } == text.unicodeScalars.count { $0 == "\n" })
        #expect(text.hasSuffix("\r\n"))
    }

    @Test func `a fleet without servers is its columns`() {
        #expect(Self.rows(CSVReport().text(of: SampleReport.empty)).count == 1)
    }
}
