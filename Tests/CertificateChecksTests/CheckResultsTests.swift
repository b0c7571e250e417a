import FleetModel
import Testing

@testable import CertificateChecks

@Suite struct CheckResultsTests {
    @Test func tooManyRemarksAreCountedAndThoseOfProblemsStay() {
        let idle = (0..<30).map { CheckResult(nil, "oddity \($0)") }
        let weak = (0..<30).map { CheckResult(.weakKey, "weak \($0)") }
        let results = CheckResults(idle + weak + [CheckResult(.pinMismatch, "pin")], more: ["sent"])
        #expect(results.problems == [.weakKey, .pinMismatch])
        #expect(results.remarks.count == 20)
        #expect(Array(results.remarks.prefix(3)) == ["weak 0", "pin", "oddity 0"])
        #expect(results.remarks.last == "43 more remarks are left out.")
        let few = CheckResults(Array(idle.prefix(18)) + [CheckResult(.pinMismatch, "pin")], more: ["sent"])
        #expect(few.remarks.count == 20 && few.remarks.suffix(2) == ["pin", "sent"])
    }
}
