extension PluginFiles {
    /// A stage in Swift, a package of its own on StageKit.
    static func swift(_ name: String, _ place: PluginPlace) throws -> [File] {
        guard let dependency = place.package else {
            throw CommandFailure(
                .usage,
                "a stage in Swift is built with Casewire's sources, and an installed Casewire has none: name a checkout, or "
                    + "a repository's address, with --casewire. One in Python needs nothing more: --lang python.")
        }
        let type = name.asTypeName
        return [
            ("stage.yaml", manifest(name)),
            ("Package.swift", package(name, dependency)),
            ("Sources/\(type).swift", source(name)),
            ("Tests/\(type)Tests.swift", test(of: name)),
            ("conform.yaml", conform("")),
            (
                "README.md",
                readme(
                    name, folder: place.folder, run: "\(place.folder)/.build/release/\(name)".quoted,
                    tests: "$ swift test && swift build -c release     # the first time takes minutes")
            ),
            (".gitignore", ".build/\n"),
        ]
    }

    private static func package(_ name: String, _ dependency: String) -> String {
        """
        // swift-tools-version: 6.2
        import PackageDescription

        let package = Package(
            name: "\(name)",
            platforms: [.macOS(.v15)],
            dependencies: [\(dependency)],
            targets: [
                .executableTarget(
                    name: "\(name)", dependencies: [.product(name: "StageKit", package: "casewire")], path: "Sources"),
                .testTarget(name: "\(name.asTypeName)Tests", dependencies: ["\(name)"], path: "Tests"),
            ])

        """
    }

    private static func source(_ name: String) -> String {
        """
        import StageKit

        /// Notices contacts with certain words.
        @main
        struct \(name.asTypeName): Stage {
            static let name = "\(name)"
            static let version = "1.0.0"

            struct Settings: Decodable, Sendable { var words: [String] }
            struct Contact: Decodable { var words: String }

            private let words: [String]

            init(settings: Settings, context: StageContext) { words = settings.words.map { $0.lowercased() } }

            func handle(_ delivery: Received, _ outcome: inout OutcomeBuilder) async throws {
                let contact: Contact = try delivery.data()
                let text = contact.words.lowercased()
                let found = words.filter { text.contains($0) }
                guard !found.isEmpty else { return }
                delivery.logger.info("noticed", metadata: ["words": "\\(found.count)"])
                try outcome.append("noted", ["noticed": found])
                try outcome.emit("noticed", ["words": found])
            }
        }

        """
    }

    private static func test(of name: String) -> String {
        let module = String(name.map { $0 == "-" ? "_" : $0 })
        return """
            import StageKit
            import Testing

            @testable import \(module)

            /// A handler is tested like any function: no broker is needed.
            @Suite struct \(name.asTypeName)Tests {
                private func outcome(_ words: String) async throws -> Outcome {
                    let delivery = try Received(
                        once: #"{"delivery": {"message": {"type": "case.contact"}}, "bodies": [{"words": "\\#(words)"}]}"#)
                    var outcome = OutcomeBuilder(for: delivery)
                    let stage = \(name.asTypeName)(settings: .init(words: ["Urgent"]), context: StageContext())
                    try await stage.handle(delivery, &outcome)
                    return outcome.outcome
                }

                @Test func aContactWithAWordIsNoticed() async throws {
                    #expect(try await outcome("This is URGENT.").emit?.first?.output == "noticed")
                }

                @Test func anyOtherContactIsLeftAlone() async throws {
                    #expect(try await outcome("Take your time.").emit == nil)
                }
            }

            """
    }
}
