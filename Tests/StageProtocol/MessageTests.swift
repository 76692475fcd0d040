import StageProtocol
import Testing

private let lease = Lease(delivery: 7, epoch: "3.12")
private let moment = Timestamp(milliseconds: 1_795_000_000_123)

private let admit = Admit(
    role: .customer, match: [Match(key: "ref:CW-7K3F9QX", participant: "ann@example.com")], index: ["mid:a@b"],
    participants: ["ann@example.com"], customer: "ann@example.com", subject: "Hello", dedupe: "d", entry: 0,
    set: [SetSection(name: "contact", schema: "contact/1", base: 0, body: 1)], output: "contact", deadline: moment)

private let say = Say(
    name: "answer-1", to: ["ann@example.com"], purpose: "answer", answers: true, subject: "Re", language: "en",
    author: "sam", body: 0, details: ["articles": ["returns"]])

/// An outcome that uses every field.
private var fullOutcome: Outcome {
    var outcome = Outcome(lease)
    outcome.append = [Append(kind: "noted", body: 0)]
    outcome.set = [SetSection(name: "care", schema: "care/1", base: 3, body: 1)]
    outcome.emit = [Emit(output: "said", body: 2, deadline: moment), Emit(output: "bare")]
    outcome.timers = [SetTimer(name: "t", type: "clock.due", at: moment, body: 0)]
    outcome.cancel = ["u"]
    outcome.say = [say]
    outcome.verdicts = [
        Verdict(say: 1, hash: "ab", pass: true, findings: [], final: 2, message_id: "m@x", index: ["mid:m@x"])
    ]
    outcome.results = [
        SayResult(say: 1, sent: true, detail: "ok", recipients: [.init(address: "a@b", taken: true, detail: "250")])
    ]
    outcome.promise = [MakePromise(name: "p", what: "w", due: moment, authority: "sam", evidence: "e")]
    outcome.keep = ["p"]
    outcome.withdraw = ["q"]
    outcome.owner = "sam"
    outcome.resolve = Resolve(reason: "answered")
    outcome.reopen = Resolve(reason: "asked again")
    outcome.admit = admit
    outcome.park = Park(code: "malformed", reason: "no header")
    return outcome
}

private var fullDelivery: Delivery {
    Delivery(
        delivery: 7, epoch: "3.12", attempt: 2, now: moment, lease_ms: 30_000,
        message: Message(
            id: "7", source: "/intake", type: "case.contact", subject: "CW-7K3F9QX", time: moment,
            traceparent: "00-1-1-01",
            deadline: moment),
        data: 0,
        case: CaseHead(
            ref: "CW-7K3F9QX", status: .open, heard: 2, opened: moment, subject: "Hello", owner: "sam", linked: "CW-1",
            history: [.init(ref: "CW-1", status: .resolved, owner: nil, opened: moment)], load: ["sam": 3]),
        log: 1, sections: [SectionHead(name: "care", schema: "care/1", version: 3, body: 2)],
        submission: SubmissionHead(
            submission: 9, via: "send", name: "a.eml", at: moment, blob: "ab", size: 3, raw: 3, media: "message/rfc822"),
        say: SayHead(
            say: 1, state: .ready, proposal: say, by: "responder", hash: "ab", heard: 2, message_id: "m@x", final: 4,
            findings: nil, in_doubt: true))
}

@Suite struct MessageTests {
    static let fromStage: [StageMessage] = [
        .hello(Hello(stage: "triage", instance: "t1", pid: 1, software: "x 1", credit: 4)), .credit(Credit(credit: 2)),
        .started(lease), .extend(Extension(lease, seconds: 1.5)), .done(fullOutcome, bodies: [[1], [], [0, 255]]),
        .done(Outcome(lease), bodies: []), .fail(Failure(lease, kind: .config, code: "c", message: "m")),
        .submit(
            Submission(id: "i", via: "form", name: "n", to: "intake", raw: 0, media: "text/plain", admit: admit),
            bodies: [[1]]),
        .submit(Submission(id: "i", via: "form", blob: "ab"), bodies: []), .begin(Begin(lease, say: 1)),
        .put(Put(hash: "ab", size: 5, offset: 4), chunk: [9]), .get(Get(hash: "ab", offset: 0)),
        .ask(Ask(id: "q", what: "status", arguments: ["n": 1.5])), .ping(Ping(sent: 3)), .bye,
    ]

    static let fromBroker: [BrokerMessage] = [
        .welcome(
            Welcome(
                pipeline: "shop", settings: ["a": nil], standards: ["b": [true]], people: nil, heartbeat_ms: 3000,
                limits: .init(message: 1, chunk: 2, blob: 3))),
        .deliver(fullDelivery, bodies: [[1], [2], [3], [4], [5]]), .committed(lease),
        .accepted(Accepted(id: "i", submission: 9, state: .followed_up, ref: "CW-1")),
        .later(Later(id: "i", after_ms: 5)),
        .go(Go(delivery: 7, say: 1, in_doubt: true)), .stop(Stop(delivery: 7, say: 1, code: "cap", message: "m")),
        .stored(Stored(hash: "ab", next: 5)), .blob(Blob(hash: "ab", size: 5, offset: 4), chunk: [9]),
        .reply(Reply(id: "q"), body: [123, 125]), .refused(Refused(delivery: 7, code: "stale", message: "m")),
        .refused(Refused(id: "i", code: "c", message: "m")), .drain, .pong(Pong(sent: 4)),
        .error(Refused(code: "malformed", message: "m")),
    ]

    @Test(arguments: fromStage) func whatAStageSaysIsReadBackAsItWas(message: StageMessage) throws {
        #expect(try StageMessage(frames: message.frames) == message)
    }

    @Test(arguments: fromBroker) func whatTheBrokerSaysIsReadBackAsItWas(message: BrokerMessage) throws {
        #expect(try BrokerMessage(frames: message.frames) == message)
    }

    @Test func theBytesAreThoseOfTheDocument() {
        let frames = StageMessage.begin(Begin(lease, say: 1)).frames.map { String(decoding: $0, as: UTF8.self) }
        #expect(frames == ["CASEWIRE/1", "BEGIN", #"{"delivery":7,"epoch":"3.12","say":1}"#])
        #expect(
            StageMessage.ping(Ping()).frames.map { String(decoding: $0, as: UTF8.self) } == [
                "CASEWIRE/1", "PING", "{}",
            ])
    }

    @Test func whatIsWrittenDirectlyHasTheBytesOfItsCodableType() throws {
        #expect(BrokerMessage.deliver(fullDelivery, bodies: []).frames[2] == (try JSONCoding.encode(fullDelivery)))
        #expect(BrokerMessage.committed(lease).frames[2] == (try JSONCoding.encode(lease)))
        #expect(StageMessage.done(fullOutcome, bodies: []).frames[2] == (try JSONCoding.encode(fullOutcome)))
        #expect(StageMessage.done(Outcome(lease), bodies: []).frames[2] == (try JSONCoding.encode(Outcome(lease))))
        var bare = fullDelivery
        bare.case = nil
        bare.submission = nil
        bare.say = nil
        bare.log = nil
        bare.sections = []
        let frames = BrokerMessage.deliver(bare, bodies: []).frames
        #expect(frames[2] == (try JSONCoding.encode(bare)))
        #expect(try BrokerMessage(frames: frames) == .deliver(bare, bodies: []))
    }

    @Test func aFieldThatIsMissingDeepInAHeaderIsNamed() {
        let header = String(decoding: BrokerMessage.deliver(fullDelivery, bodies: []).frames[2], as: UTF8.self)
            .replacing("\"traceparent\"", with: "\"other\"")
        let error = #expect(throws: ProtocolError.self) {
            try BrokerMessage(frames: [Wire.signature, Array("DELIVER".utf8), Array(header.utf8)])
        }
        #expect(error?.message.contains("\"traceparent\" is missing at message") == true)
    }

    @Test func unknownFieldsAreIgnored() throws {
        let frames = [Wire.signature, Array("CREDIT".utf8), Array(#"{"credit":2,"colour":"blue","more":{}}"#.utf8)]
        #expect(try StageMessage(frames: frames) == .credit(Credit(credit: 2)))
    }
}
