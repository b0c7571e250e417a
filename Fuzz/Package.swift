// swift-tools-version: 6.2
import PackageDescription

// A package of its own, because a fuzzing executable has no main of its own and links only with --sanitize=fuzzer.
// Sources/RDPWire is a symbolic link: `package` access does not reach across packages.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "Fuzz",
    targets: [
        .target(name: "RDPWire", swiftSettings: strict),
        .executableTarget(
            name: "FuzzWire", dependencies: ["RDPWire"],
            swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]),
    ],
    swiftLanguageModes: [.v6]
)
