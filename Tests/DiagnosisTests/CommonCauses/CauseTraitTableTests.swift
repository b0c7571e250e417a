import FleetModel
import Foundation
import Testing

@testable import Diagnosis

@Suite struct CauseTraitTableTests {
    @Test func `The folder and the table have the same traits`() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Sources/Diagnosis/CommonCauses/Traits").resolvingSymlinksInPath()
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(files.count == CauseTraitTable.traits.count)
        #expect(files.allSatisfy { $0.hasSuffix("Trait.swift") })
        #expect(Set(CauseTraitTable.traits.map(\.trait)) == Set(SharedCause.Trait.allCases))
    }
}

@Suite struct ChanceTests {
    @Test(arguments: [1.0, 2, 0.5, 10, 1e-300, 12_345.678, 1e300])
    func `The logarithm is that of the C library`(x: Double) {
        #expect(abs(naturalLogarithm(x) - log(x)) <= 1e-13 * max(1, abs(log(x))))
    }

    @Test func `There is none of nothing`() {
        #expect(naturalLogarithm(0) == -.infinity)
        #expect(naturalLogarithm(-1) == -.infinity)
    }

    /// A table of Fisher's, and its chance as a fraction.
    struct Table: Sendable {
        let failing: (with: Int, of: Int)
        let healthy: (with: Int, of: Int)
        let chance: (Double, of: Double)
    }

    /// The first is Fisher's own, of the lady who tasted tea; all are fractions of binomials, worked out by hand.
    private static let tables: [Table] = [
        Table(failing: (4, of: 4), healthy: (0, of: 4), chance: (1, of: 70)),
        Table(failing: (3, of: 4), healthy: (1, of: 4), chance: (17, of: 70)),
        Table(failing: (3, of: 3), healthy: (0, of: 3), chance: (1, of: 20)),
        Table(failing: (0, of: 5), healthy: (3, of: 5), chance: (1, of: 1)),
        Table(failing: (2, of: 3), healthy: (0, of: 3), chance: (1, of: 5)),
    ]

    @Test(arguments: tables)
    func `The chance of a separation is Fisher's`(_ table: Table) {
        let chance = Chance(upTo: 20).ofSeparation(
            failingCarriers: table.failing.with, failing: table.failing.of, healthyCarriers: table.healthy.with,
            healthy: table.healthy.of)
        #expect(abs(exp(chance) - table.chance.0 / table.chance.of) < 1e-12)
    }

    @Test func `It neither vanishes nor overflows in a large fleet`() {
        let chance = Chance(upTo: 10_000).ofSeparation(
            failingCarriers: 5_000, failing: 5_000, healthyCarriers: 0, healthy: 5_000)
        #expect(chance < -6_900 && chance > -7_000)
    }

    @Test func `All at once in an hour is rare, and likely when there is but that time`() {
        let chance = Chance(upTo: 20)
        #expect(abs(exp(chance.ofBurst(3, of: 3, within: 60, of: 3_600)) - 3 * (1.0 / 60) * (1.0 / 60)) < 1e-9)
        #expect(chance.ofBurst(3, of: 3, within: 60, of: 60) == 0)
        #expect(chance.ofBurst(2, of: 20, within: 600, of: 3_600) == 0)
    }
}
