// swift-tools-version: 6.2
import PackageDescription

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

let package = Package(
    name: "casewire",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "StageKit", targets: ["StageKit"]),
        .executable(name: "casewire", targets: ["casewire"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        // C libraries, from Debian's -dev packages.
        .systemLibrary(name: "CZeroMQ"),
        .systemLibrary(name: "CGMime", pkgConfig: "gmime-3.0"),
        .systemLibrary(name: "CCurl"),
        .systemLibrary(name: "CLinear"),
        .systemLibrary(name: "CIcal"),

        // The ground floor: libraries without a word about Casewire's pipeline.
        .target(name: "ZeroMQ", dependencies: ["CZeroMQ"]),
        .target(name: "Calendars"),
        .target(name: "Holidays", dependencies: ["Calendars", "CIcal"]),
        .target(name: "Language", dependencies: ["CLinear"]),
        .target(name: "Mail", dependencies: ["CGMime", crypto]),
        .target(name: "SMTP", dependencies: ["CCurl", "Mail"]),
        .target(name: "IMAP", dependencies: ["CCurl", "Mail"]),

        // What is said on the wire, what is written in the files, what a case is about.
        .target(name: "StageProtocol"),
        .target(name: "Casework", dependencies: ["Calendars", "StageProtocol", crypto]),
        .target(name: "Clocks", dependencies: ["Calendars", "Casework", "StageProtocol"]),
        .target(name: "Pipeline", dependencies: ["Calendars", "StageProtocol", yams]),
        .target(name: "Knowledge", dependencies: [grdb, yams]),
        .target(name: "Reports", dependencies: ["Calendars", "Casework", "Clocks", "Pipeline", "StageProtocol"]),

        // The broker: a pure core, a store, and a thin shell with the sockets.
        .target(
            name: "Broker",
            dependencies: [
                "StageProtocol", crypto,
                .product(name: "HeapModule", package: "swift-collections"),
            ]),
        .target(
            name: "SQLiteStore",
            dependencies: [
                "Broker", "StageProtocol", crypto, grdb, .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        .target(
            name: "Simulation",
            dependencies: [
                "Broker", "StageKit", "StageProtocol",
                .product(name: "DequeModule", package: "swift-collections"),
            ]),
        .executableTarget(
            name: "simulate",
            dependencies: ["Simulation", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
        .target(
            name: "BrokerService",
            dependencies: [
                "Broker", "Calendars", "Mail", "Pipeline", "SQLiteStore", "StageProtocol", "ZeroMQ", crypto, logging,
            ]),

        // What is seen of a pipeline from outside, in the formats of those who watch.
        .target(name: "Telemetry", dependencies: ["StageProtocol"]),

        // What a stage is written with.
        .target(
            name: "StageKit",
            dependencies: [
                "StageProtocol", "ZeroMQ", crypto,
                logging,
            ]),

        // Whether a program is a good stage.
        .target(name: "Conformance", dependencies: ["Pipeline", "StageProtocol", "ZeroMQ"]),

        // The operator's command.
        .target(
            name: "CasewireCommands",
            dependencies: [
                "Broker", "BrokerService", "Calendars", "Casework", "Clocks", "Conformance", "Holidays", "Knowledge",
                "Language", "Mail", "Pipeline", "Reports", "SQLiteStore", "StageKit", "StageProtocol", "Telemetry",
                "ZeroMQ",
                .product(name: "ArgumentParser", package: "swift-argument-parser"), crypto,
                .product(name: "Hummingbird", package: "hummingbird"),
                logging,
                .product(name: "Subprocess", package: "swift-subprocess"),
            ]),
        .executableTarget(name: "casewire", dependencies: ["CasewireCommands"]),

        // The stages, on the public StageKit like everybody's.
        stage(
            "intake", dependencies: ["IMAP", "Mail", crypto, .product(name: "Hummingbird", package: "hummingbird")]),
        stage("triage", dependencies: ["Language"]),
        stage("responder", dependencies: ["Calendars", "Knowledge", "Language", "Mail", "SMTP", crypto]),
        stage("escalation", dependencies: ["Calendars", "Clocks", "Language", crypto]),
        stage("survey", dependencies: ["Calendars", "Language", crypto]),
        stage("lookout", dependencies: ["Calendars"]),

        // What "make bench" measures with: floors, a trivial stage, a load, a filled store.
        .executableTarget(
            name: "casewire-bench",
            dependencies: [
                "CZeroMQ", "Calendars", "Mail", "SQLiteStore", "StageKit", "StageProtocol", "ZeroMQ",
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ], path: "Benchmarks/Sources"),

        // Tests mirror Sources.
        .target(
            name: "FaultyDisk", path: "Tests/FaultyDisk", linkerSettings: [.linkedLibrary("sqlite3")]),
        .target(name: "TestSupport", dependencies: ["StageProtocol"], path: "Tests/Support"),
        tests("ZeroMQ"),
        tests("Calendars"),
        tests("Holidays", dependencies: ["Calendars"]),
        tests("Language", exclude: ["Fixtures"]),
        tests("Mail", exclude: ["Fixtures"]),
        tests("SMTP", dependencies: ["Mail"], exclude: ["tls_server.py"]),
        tests("IMAP"),
        tests("StageProtocol"),
        tests("Casework", dependencies: ["Calendars", "StageProtocol", crypto], exclude: ["Gate/Texts"]),
        tests("Clocks", dependencies: ["Calendars", "Casework", "StageProtocol"]),
        tests("Pipeline", dependencies: ["Calendars", "StageProtocol"]),
        tests("Knowledge", dependencies: ["Language"]),
        tests("Reports", dependencies: ["Calendars", "Casework", "Clocks", "Pipeline", "StageProtocol"]),
        tests("Broker", dependencies: ["SQLiteStore", "StageProtocol", crypto]),
        tests(
            "BrokerService",
            dependencies: ["Broker", "Pipeline", "SQLiteStore", "StageKit", "StageProtocol", "ZeroMQ", grdb, logging],
            exclude: ["thief.py"]),
        tests("Simulation", exclude: ["mutants.py"]),
        .testTarget(
            name: "StoreTests",
            dependencies: [
                "Broker", "FaultyDisk", "SQLiteStore", "Simulation", "StageProtocol", "TestSupport", "casewire", crypto,
                grdb,
            ],
            path: "Tests/Store"),
        tests("Telemetry", dependencies: ["StageProtocol"]),
        tests("StageKit", dependencies: ["StageProtocol", "ZeroMQ", logging]),
        stageTests("intake", dependencies: ["IMAP", "Mail", "StageProtocol", crypto]),
        stageTests("triage", dependencies: ["Language"]),
        stageTests("responder", dependencies: ["Calendars", "Mail", crypto]),
        stageTests("escalation", dependencies: ["Calendars", "Clocks", crypto]),
        stageTests("survey"),
        stageTests("lookout"),
        tests(
            "Conformance",
            dependencies: [
                "Pipeline", "StageProtocol", "casewire", "intake", "triage", "responder", "escalation", "lookout",
                "survey",
            ],
            exclude: ["stage.py", "stage.yaml", "conform.yaml", "topics.csv"]),
        .testTarget(
            name: "CommandsTests",
            dependencies: [
                "Calendars", "CasewireCommands", "Casework", "Clocks", "Conformance", "Holidays", "Knowledge",
                "Language", "Mail", "Pipeline", "Reports", "StageProtocol", "TestSupport", "casewire", crypto,
            ],
            path: "Tests/Commands", exclude: ["Export/kubernetes.json", "Export/validate.py"]),
        .testTarget(
            name: "ChainTests",
            dependencies: [
                "CasewireCommands", "Pipeline", "Reports", "SQLiteStore", "TestSupport", "StageProtocol", "casewire",
                "intake", "triage", "responder", "escalation", "lookout", "survey", grdb,
            ], path: "Tests/Chain", exclude: ["smtp_server.py", "flood.py", "Recordings", "Web/inspect.js"]),
    ]
)

/// A stage executable: its sources stand in its own folder under `plugins/`, beside its `stage.yaml`.
func stage(_ name: String, dependencies: [Target.Dependency]) -> Target {
    .executableTarget(
        name: name, dependencies: ["StageKit", "Casework"] + dependencies, path: "plugins/\(name)",
        exclude: ["README.md", "conform.yaml", "stage.yaml"], sources: ["Sources"])
}

/// The tests of one target.
func tests(_ name: String, dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies, path: "Tests/\(name)",
        exclude: exclude)
}

/// The tests of one stage, beside those of the libraries.
func stageTests(_ name: String, dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(name.prefix(1).uppercased() + name.dropFirst())Tests",
        dependencies: [.byName(name: name), "Casework", "StageKit", "TestSupport"] + dependencies,
        path: "Tests/\(name)")
}

// Input that is made up and mutated, for "make fuzz" alone: it needs -sanitize=fuzzer, which brings its own main function.
if Context.environment["CASEWIRE_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "casewire-fuzz", dependencies: ["Broker", "Mail", "Pipeline", "Simulation", "StageProtocol"],
            path: "Tests/Fuzz/Sources", swiftSettings: [.unsafeFlags(["-parse-as-library"])],
            // libFuzzer brings a main function; ours is to be used.
            linkerSettings: [.unsafeFlags(["-use-ld=lld", "-Xlinker", "--allow-multiple-definition"])]))
}

// With the names of test targets in CASEWIRE_ONLY, they and what they need are all that is there: short to build, for
// "make sanitize" and whoever works at one corner.
if let only = Context.environment["CASEWIRE_ONLY"] {
    var open = only.split(separator: " ").map(String.init)
    var needed = Set(open)
    while let name = open.popLast() {
        for case .byNameItem(let other, _) in package.targets.first(where: { $0.name == name })?.dependencies ?? [] {
            if needed.insert(other).inserted { open.append(other) }
        }
    }
    package.targets.removeAll { !needed.contains($0.name) }
    package.products.removeAll()
}

let touchesC: Set<String> = ["ZeroMQ", "Holidays", "Language", "Mail", "SMTP", "IMAP", "SQLiteStore"]
for target in package.targets where target.type != .system {
    target.swiftSettings =
        (target.swiftSettings ?? []) + [
            .swiftLanguageMode(.v6),
            .enableUpcomingFeature("ExistentialAny"),
            .enableUpcomingFeature("InternalImportsByDefault"),
            .enableUpcomingFeature("MemberImportVisibility"),
            .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
            .treatAllWarnings(as: .error),
        ] + (touchesC.contains(target.name) ? [.strictMemorySafety()] : [])
}
