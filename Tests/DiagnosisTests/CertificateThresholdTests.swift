import FleetModel
import Testing

@testable import Diagnosis

@Suite struct CertificateThresholdTests {
    @Test func `The rules that a threshold names exist`() {
        let known = Set(RuleTable.rules.map(\.head.id) + GatewayRuleTable.rules.map(\.head.id))
        for threshold in CertificateThreshold.allCases {
            #expect(threshold.rules.isSubset(of: known), "\(threshold)")
        }
    }
}
