import Logging
import StageKit
import Synchronization
import Testing

@testable import StageKit

private struct Shout: Stage {
    static let name = "shout"
    static let version = "2.1.0"
    struct Settings: Decodable, Sendable { var mark: String }
    let settings: Settings
    let context: StageContext

    static func command(_ arguments: [String]) async throws -> Int32? { arguments.first == "whisper" ? 7 : nil }

    init(settings: Settings, context: StageContext) {
        self.settings = settings
        self.context = context
    }

    func handle(_ delivery: Received, _ outcome: inout OutcomeBuilder) async throws {
        let words: String = try delivery.data()
        let hash = try await context.blobs.put(Array(words.utf8))
        #expect(try await context.blobs.get(hash) == Array(words.utf8))
        outcome.say("a", to: ["ann@example.com"], purpose: "answer", text: words.uppercased() + settings.mark)
    }
}

@Suite struct OnceTests {
    private func run(_ input: JSON) async -> (Int32, JSON?) {
        var written: JSON?
        let code = await Once<Shout>(input: input.bytes).run { written = $0 }
        return (code, written)
    }

    private var delivery: JSON { get throws { try JSON(encoding: Delivery.sample()) } }

    @Test func oneDeliveryIsWorkedWithoutABroker() async throws {
        let (code, written) = try await run(["delivery": delivery, "bodies": ["\"hi\""], "settings": ["mark": "!"]])
        #expect(code == 0)
        #expect(written?["done"]?["say"]?.array?.first?["body"] == "HI!")
    }

    @Test func aFailureIsWrittenToo() async throws {
        let (code, written) = try await run(["delivery": delivery, "bodies": [3], "settings": ["mark": "!"]])
        #expect(code == ExitCode.failed)
        #expect(written?["fail"]?["kind"] == "permanent")
    }

    @Test func settingsAreCheckedAsTheBrokerWouldNot() async throws {
        #expect(try await run(["delivery": delivery]).0 == ExitCode.config)
        #expect(await run(["deliveries": []]).0 == ExitCode.data)
    }

    @Test func bytesThatAreNoTextTravelAsBase64() {
        #expect(JSON(body: [255, 0]) == ["base64": "/wA="])
        #expect((["base64": "/wA="] as JSON).asBody == [255, 0])
        #expect(JSON(body: Array("hello".utf8)) == "hello")
        #expect((["a": 1] as JSON).asBody == Array(#"{"a":1}"#.utf8))
    }
}

@Suite struct ProgramTests {
    @Test(arguments: [
        ([], Options.Mode.serve), (["--once"], .once), (["--describe"], .describe), (["--help"], .help),
        (["-h"], .help), (["--version"], .version), (["--socket", "ipc:///a"], .serve),
    ]) func theOptionsEveryStageHas(arguments: [String], mode: Options.Mode) throws {
        #expect(try Options(arguments).mode == mode)
    }

    @Test func argumentsGoBeforeEnvironment() throws {
        let environment = ["CASEWIRE_SOCKET": "ipc:///a", "CASEWIRE_STAGE": "louder", "CASEWIRE_INSTANCE": "s-1"]
        let identity = try Identity(name: "shout", options: Options(["--socket=ipc:///b"]), environment: environment)
        #expect(identity?.endpoint == "ipc:///b")
        #expect(identity?.stage == "louder" && identity?.instance == "s-1")
    }

    @Test func anUnknownArgumentIsAUsageError() async {
        #expect(await Shout.perform(["--louder"], environment: [:]) == ExitCode.usage)
        #expect(await Shout.perform([], environment: [:]) == ExitCode.usage)
        #expect(throws: Options.Unknown.self) { try Options(["--socket"]) }
    }

    @Test func aStagesOwnCommandGoesFirst() async {
        #expect(await Shout.perform(["whisper", "--once"], environment: [:]) == 7)
    }

    @Test func aStageDescribesItself() {
        #expect(Shout.description["name"] == "shout")
        #expect(Shout.description["protocol"] == 1)
        #expect(Shout.description["concurrency"] == 4)
    }

    @Test func aLogLineIsOneJSONObject() throws {
        let lines = Mutex<[[UInt8]]>([])
        var logger = Logger(label: "a") { _ in JSONLines(level: .info) { line in lines.withLock { $0.append(line) } } }
        logger[metadataKey: "case"] = "CW-7K3F9QX"
        logger.info("two\nlines", metadata: ["code": "\"x\""])
        logger.debug("not this")
        let written = lines.withLock { $0 }
        #expect(written.count == 1)
        let line = try JSON(bytes: written[0])
        #expect(line["message"] == "two\nlines")
        #expect(line["case"] == "CW-7K3F9QX")
        #expect(line["code"] == "\"x\"")
        #expect(line["level"] == "info")
        #expect(line["at"]?.string.flatMap { Timestamp($0) } != nil)
    }
}
