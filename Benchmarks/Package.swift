// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that a measurement is a release build of a few pure targets and not of the whole program.
// The targets under Sources/ are symbolic links: `package` access does not reach across packages.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "Benchmarks",
    targets: [
        .target(name: "FleetModel", swiftSettings: strict),
        .target(name: "ErrorCodes", resources: [.embedInCode("error-codes.csv")], swiftSettings: strict),
        .target(name: "Diagnosis", dependencies: ["FleetModel", "ErrorCodes"], swiftSettings: strict),
        .target(name: "Drawing", swiftSettings: strict),
        .target(name: "Dashboard", dependencies: ["FleetModel", "Drawing"], swiftSettings: strict),
        .executableTarget(
            name: "ScreenBenchmark", dependencies: ["FleetModel", "Drawing", "Dashboard"], swiftSettings: strict,
            // Rounding; nothing else here brings the C library's mathematics along.
            linkerSettings: [.linkedLibrary("m")]),
        .target(name: "Reports", dependencies: ["FleetModel"], swiftSettings: strict),
        .executableTarget(
            name: "ReportBenchmark", dependencies: ["FleetModel", "Diagnosis", "Reports"], swiftSettings: strict),
        .executableTarget(
            name: "CauseBenchmark", dependencies: ["FleetModel", "Diagnosis"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
