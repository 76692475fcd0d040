import StageProtocol
import Testing

/// Random numbers that are the same at every run.
private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

private func frames(_ command: String, _ header: String, _ bodies: [Frame] = []) -> [Frame] {
    [Wire.signature, Array(command.utf8), Array(header.utf8)] + bodies
}

private func code(_ frames: [Frame], limits: WireLimits = WireLimits()) -> String? {
    do {
        _ = try StageMessage(frames: frames, limits: limits)
        return nil
    } catch {
        return error.code
    }
}

@Suite struct RubbishTests {
    @Test(
        arguments: [
            ([], "malformed"), ([Wire.signature, Array("PING".utf8)], "malformed"),
            ([Array("CASEWIRE/2".utf8), Array("PING".utf8), Array("{}".utf8)], "version"),
            (frames("JUMP", "{}"), "unknown-command"), (frames("HELLO", "{}"), "malformed"),
            (frames("HELLO", "not json"), "malformed"), (frames("CREDIT", #"{"credit":"two"}"#), "malformed"),
            (frames(String(repeating: "A", count: 17), "{}"), "malformed"),
            ([Wire.signature, [0xFF, 0xFE], Array("{}".utf8)], "malformed"),
            (frames("PUT", #"{"hash":"a","size":1,"offset":0}"#), "malformed"),
        ] as [([Frame], String)]) func eachKindOfRubbishHasItsCode(frames: [Frame], expected: String)
    {
        #expect(code(frames) == expected)
    }

    /// Said again it would be no better, and its message would be in work for ever.
    @Test(arguments: [
        #"{"delivery":7,"epoch":"1.2","timers":[{"name":"t","type":"x","at":"tomorrow"}]}"#,
        #"{"delivery":7,"epoch":"1.2","timers":[{"name":"t","type":5}]}"#,
        #"{"delivery":7,"epoch":"1.2","resolve":"a\u0000b"}"#,
    ])
    func anOutcomeThatCannotBeReadIsTheFailureOfItsDelivery(header: String) throws {
        guard case .fail(let failure) = try StageMessage(frames: frames("DONE", header)) else {
            Issue.record("it was taken")
            return
        }
        #expect(failure.delivery == 7 && failure.epoch == "1.2" && failure.kind == .permanent)
        #expect(failure.code == "malformed" && failure.message.contains("header of DONE"))
    }

    @Test(arguments: [#"{"delivery":7}"#, #"{"epoch":"1.2"}"#, #"{"delivery":7,"epoch":"a\u0000"}"#, "DONE"])
    func anOutcomeOfNobodyKnowsWhatIsRubbish(header: String) {
        #expect(code(frames("DONE", header)) == "malformed")
    }

    @Test func aHeaderNestedTooDeepIsRefusedBeforeItIsBuilt() {
        func header(_ depth: Int) -> String {
            let open = String(repeating: "[", count: depth), close = String(repeating: "]", count: depth)
            return #"{"id":"a","what":"status","arguments":{"a":\#(open)\#(close)}}"#
        }
        #expect(code(frames("ASK", header(62))) == nil)
        #expect(code(frames("ASK", header(63))) == "malformed")
        // Deep enough to overflow the stack of a reader that goes down with it, and still below the limit of a header.
        #expect(code(frames("ASK", header(500_000))) == "malformed")
    }

    @Test(arguments: [
        #"{"id":"a\u0000b","what":"x","arguments":{}}"#, #"{"id":"a","what":"x","arguments":{"\u0000":1}}"#,
    ])
    func aTextThatWouldEndEarlyElsewhereIsRefused(header: String) throws {
        let error = #expect(throws: ProtocolError.self) { try StageMessage(frames: frames("ASK", header)) }
        #expect(error?.message.contains("U+0000") == true)
        // A backslash before it makes it six plain characters.
        #expect(code(frames("ASK", header.replacing(#"\u"#, with: #"\\u"#))) == nil)
    }

    @Test func aMissingFieldIsNamed() {
        let error = #expect(throws: ProtocolError.self) {
            try StageMessage(frames: frames("BEGIN", #"{"delivery":1,"epoch":"a"}"#))
        }
        #expect(error?.message.contains("\"say\"") == true)
    }

    @Test func limitsHoldToTheByte() {
        var limits = WireLimits()
        limits.frames = 4
        limits.headerBytes = 2
        limits.messageBytes = 20
        let ping = frames("PING", "{}")
        #expect(code(ping + [[1, 2, 3, 4]], limits: limits) == nil)
        #expect(code(ping + [[1, 2, 3, 4, 5]], limits: limits) == "too-large")
        #expect(code(ping + [[], []], limits: limits) == "too-large")
        #expect(code(frames("PING", "{ }"), limits: limits) == "too-large")
    }

    @Test func damagedMessagesAreReadOrRefusedButNeverCrash() {
        var dice = Dice(state: 7)
        var refused = 0
        for _ in 0..<4000 {
            var frames = (MessageTests.fromStage.randomElement(using: &dice) ?? .bye).frames
            for _ in 0..<Int.random(in: 1...4, using: &dice) {
                guard let index = frames.indices.randomElement(using: &dice) else { break }
                switch Int.random(in: 0...3, using: &dice) {
                case 0: frames.remove(at: index)
                case 1:
                    frames.insert(
                        (0..<Int.random(in: 0...8, using: &dice)).map { _ in UInt8.random(in: 0...255, using: &dice) },
                        at: index)
                case 2: frames[index] = Array(frames[index].prefix(Int.random(in: 0...40, using: &dice)))
                default:
                    if let place = frames[index].indices.randomElement(using: &dice) {
                        frames[index][place] = UInt8.random(in: 0...255, using: &dice)
                    }
                }
            }
            if code(frames) != nil { refused += 1 }
            _ = try? BrokerMessage(frames: frames)
        }
        #expect(refused > 1000)
    }
}

@Suite struct ValueTests {
    private static func random(_ depth: Int, _ dice: inout Dice) -> JSON {
        switch Int.random(in: 0...(depth > 0 ? 6 : 4), using: &dice) {
        case 0: .null
        case 1: .bool(Bool.random(using: &dice))
        case 2: .int(Int64.random(in: .min ... .max, using: &dice))
        case 3: .double(Double(Int.random(in: -1000...1000, using: &dice)) + 0.25)
        case 4: .string(String(decoding: (0..<5).map { _ in UInt8.random(in: 0...255, using: &dice) }, as: UTF8.self))
        case 5: .array((0..<3).map { _ in random(depth - 1, &dice) })
        default:
            .object(Dictionary((0..<3).map { ("k\($0)", random(depth - 1, &dice)) }, uniquingKeysWith: { $1 }))
        }
    }

    @Test func anyJSONValueIsReadBackAsItWas() throws {
        var dice = Dice(state: 11)
        for _ in 0..<500 {
            let value = Self.random(3, &dice)
            #expect(try JSON(bytes: value.bytes) == value)
            #expect(JSONSyntax.isValid(value.bytes))
        }
    }

    @Test func everyMomentIsReadBackAsItWas() {
        var dice = Dice(state: 13)
        for _ in 0..<2000 {
            let moment = Timestamp(
                milliseconds: Int64.random(in: -62_135_596_800_000...253_402_300_799_999, using: &dice))
            #expect(Timestamp(moment.description) == moment)
        }
    }

    @Test(
        arguments: [
            ("2026-11-22T02:30:49.123Z", 1_795_314_649_123), ("2026-11-22T03:30:49.123999+01:00", 1_795_314_649_123),
            ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59.999Z", -1), ("2024-02-29t00:00:00z", 1_709_164_800_000),
        ] as [(String, Int64)]) func timesAreReadInEveryFormOfTheRFC(text: String, milliseconds: Int64)
    {
        #expect(Timestamp(text)?.milliseconds == milliseconds)
    }

    @Test(arguments: [
        "", "2026-11-22", "2025-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-11-22T24:00:00Z", "2026-11-22T02:30:49",
        "2026-11-22T02:30:49Zx",
    ])
    func whatIsNoTimeIsNotRead(text: String) {
        #expect(Timestamp(text) == nil)
    }
}
