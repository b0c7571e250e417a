// swift-tools-version: 6.2
import PackageDescription

/// Settings of every target: what will be the default in a later language mode is on today.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

/// A library target under Sources/.
func layer(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The test target of a library target; Tests/NameTests.
func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: name + "Tests",
        dependencies: [.byName(name: name), "TestSupport"] + dependencies,
        exclude: goldenFolders[name] ?? [],
        swiftSettings: strict)
}

/// Recorded screens and reports, which tests read by their path and the build need not copy.
let goldenFolders = ["Reports": ["Golden"], "Dashboard": ["Golden", "Matrix/Golden"]]

let nioWithoutTLS: [Target.Dependency] = [
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOHTTP1", package: "swift-nio"),
    .product(name: "NIOPosix", package: "swift-nio"),
    .product(name: "NIOTLS", package: "swift-nio"),
]
let nio = nioWithoutTLS + [.product(name: "NIOSSL", package: "swift-nio-ssl")]
let x509: [Target.Dependency] = [
    .product(name: "X509", package: "swift-certificates"),
    .product(name: "SwiftASN1", package: "swift-asn1"),
    .product(name: "Crypto", package: "swift-crypto"),
]

/// The targets that need neither a TLS library nor a network; RDPTOP_PURE=1 builds and tests them alone, in seconds.
let pureTargets: [Target] = [
    // Level 0: values and bytes, which import nothing.
    layer("FleetModel"),
    layer("RDPWire"),
    layer("Drawing"),
    // Its table is compiled in: a resource bundle carries the path of the build, which an installed program has not.
    .target(name: "ErrorCodes", resources: [.embedInCode("error-codes.csv")], swiftSettings: strict),
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
    // Level 1: what facts mean, how they are written, where they come from.
    layer("Diagnosis", ["FleetModel", "ErrorCodes"]),
    layer("PacketCapture", ["FleetModel"]),
    layer("Reports", ["FleetModel"]),
    layer("Inventory", ["FleetModel", .product(name: "Yams", package: "Yams")]),
    layer("Dashboard", ["FleetModel", "Drawing"]),
    layer("TerminalIO", ["Drawing", "CNcurses"]),

    .target(name: "TestSupport", dependencies: ["FleetModel"], path: "Tests/TestSupport", swiftSettings: strict),
    tests("FleetModel"),
    tests("RDPWire"),
    tests("Drawing"),
    tests("ErrorCodes"),
    tests("Diagnosis", ["FleetModel", "ErrorCodes"]),
    tests("PacketCapture", ["FleetModel"]),
    tests("Reports", ["FleetModel", "Diagnosis"]),
    tests("Inventory", ["FleetModel"]),
    // Its screens are of a fleet that the real rules judge, and are also shown in the colours of the themes.
    tests("Dashboard", ["FleetModel", "Drawing", "Diagnosis", "TerminalIO", "CNcurses"]),
    // What the board costs on the wire.
    tests("TerminalIO", ["Drawing", "CNcurses", "FleetModel", "Dashboard"]),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
]

/// The targets that open sockets, and the program.
let networkTargets: [Target] = [
    .systemLibrary(name: "CAres", providers: [.apt(["libc-ares-dev"])]),
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(name: "COpenSSL", providers: [.apt(["libssl-dev"])]),
    layer("CertificateChecks", ["FleetModel"] + x509),
    layer(
        "SimulatedFleet",
        ["FleetModel", "RDPWire", .product(name: "_CryptoExtras", package: "swift-crypto")] + nio + x509),
    // Level 2: the only target that opens sockets to servers.
    layer("ProbeEngine", ["FleetModel", "RDPWire", "CertificateChecks", "CAres", "COpenSSL"] + nioWithoutTLS),
    // Who is told when something breaks, by HTTP.
    layer("Webhooks", ["FleetModel"] + nio),
    // Level 3: arguments, composition, exit codes.
    .executableTarget(
        name: "rdptop",
        dependencies: [
            "FleetModel", "ProbeEngine", "CertificateChecks", "Diagnosis", "Inventory", "PacketCapture", "Reports",
            "Drawing", "Dashboard", "TerminalIO", "SimulatedFleet", "Webhooks", "CMalloc",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ],
        swiftSettings: strict),

    .target(name: "LabSupport", path: "Tests/LabSupport", exclude: ["packages.txt"], swiftSettings: strict),
    tests("CertificateChecks", ["FleetModel"] + x509),
    tests("SimulatedFleet", ["FleetModel", "RDPWire"] + nio),
    tests(
        "ProbeEngine",
        [
            "FleetModel", "RDPWire", "CertificateChecks",
            .product(name: "NIOEmbedded", package: "swift-nio"),
        ]
            + nio + x509),
    // The engine at real servers.
    .testTarget(
        name: "EngineLabTests", dependencies: ["FleetModel", "ProbeEngine", "LabSupport"], swiftSettings: strict),
    .testTarget(name: "LabSupportTests", dependencies: ["LabSupport"], swiftSettings: strict),
    .testTarget(
        name: "rdptopTests",
        dependencies: [
            "rdptop", "Dashboard", "Drawing", "FleetModel", "LabSupport", "PacketCapture", "ProbeEngine", "Reports",
            "TerminalIO", "TestSupport",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ],
        swiftSettings: strict),
    // These know the program only as its users do: its arguments, its output, its screen.
    .testTarget(
        name: "CommandLineTests", dependencies: ["rdptop", "LabSupport"],
        exclude: ["HTMLReports/browse.py", "HTMLReports/picture.py"], swiftSettings: strict),
    .testTarget(
        name: "ScreenTests", dependencies: ["rdptop", "TrappingScreen", "LabSupport"], swiftSettings: strict),
    // A program that crashes in its own terminal, for the tests of what that leaves behind.
    .executableTarget(
        name: "TrappingScreen", dependencies: ["TerminalIO", "Drawing"], path: "Tests/TrappingScreen",
        swiftSettings: strict),
]

let yams: Package.Dependency = .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2")
let networkDependencies: [Package.Dependency] = [
    .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-certificates.git", from: "1.21.1"),
    .package(url: "https://github.com/apple/swift-asn1.git", from: "1.7.4"),
    .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
]
let isPure = Context.environment["RDPTOP_PURE"] != nil

let package = Package(
    name: "rdptop",
    products: isPure ? [] : [.executable(name: "rdptop", targets: ["rdptop"])],
    dependencies: [yams] + (isPure ? [] : networkDependencies),
    targets: pureTargets + (isPure ? [] : networkTargets),
    swiftLanguageModes: [.v6]
)
