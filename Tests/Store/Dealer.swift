import Broker
import StageProtocol
import TestSupport

/// Deals operations at random, from few values, so that they meet: numbers that are there and some that are not, texts
/// that differ in case or in their bytes alone, moments that coincide.
struct Dealer {
    private var random: Seeded
    private let canReopen: Bool

    init(seed: UInt64, canReopen: Bool) {
        random = Seeded(seed: seed)
        self.canReopen = canReopen
    }

    mutating func steps(_ count: Int) -> [Step] { (0..<count).map { _ in step() } }

    private mutating func step() -> Step {
        switch number(0...19) {
        case 0 where canReopen: .reopen
        case 0...4: .read(operations())
        case let draw: .transaction(operations(), givesUp: draw > 16)
        }
    }

    private mutating func operations() -> [Operation] {
        (0..<number(1...8)).map { _ in
            switch number(0...9) {
            case 0...4: writing()
            case 5, 6: asking()
            default: finding()
            }
        }
    }

    // Values.

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    mutating func id() -> Int64 { Int64(number(0...6)) }
    mutating func moment() -> Timestamp { Timestamp(milliseconds: Int64(number(-2...12)) * 1000) }
    mutating func limit() -> Int { pick([0, 1, 2, 5, 100]) }
    mutating func pick<T>(_ values: [T]) -> T { values[number(0...(values.count - 1))] }
    mutating func maybe<T>(_ value: (inout Dealer) -> T) -> T? { number(0...2) == 0 ? nil : value(&self) }

    static let names = [
        "a", "b", "A", "", "\u{E9}", "e\u{301}", "z", "%", "o'hara; --", "a\0b", "\u{1F4EE}", "\u{FB01}",
    ]
    static let addresses = [
        "eva@example.com", "Eva@Example.com", "bo@example.com", "\u{C9}VA@example.com", "\u{E9}va@example.com",
    ]
    static let offsets = [0, 4, 8]

    mutating func name() -> String { pick(Self.names) }
    mutating func address() -> String { pick(Self.addresses) }
    mutating func stage() -> String { pick(["intake", "triage", "survey"]) }
    mutating func bytes() -> Frame {
        pick([
            [], [0], [0, 255, 128, 10], Array("{}".utf8), Array(repeating: 7, count: 40),
            Array(#"{"of":"CW-1","more":["CW-2",{"ref":"CW-3"},{"text":"see CW-4"}],"n":1}"#.utf8),
            Array("as CW-1 says".utf8),
        ])
    }
    mutating func json() -> JSON {
        // Objects of one member, since more would have no order in words.
        pick([true, ["a": 1], ["z": [1, "\u{E9}", nil, ["b": 0.5]]], "text", [], [:], ["a": ["see CW-2"]]])
    }
    mutating func caseStatus() -> CaseStatus { pick([.open, .resolved]) }
    mutating func submissionState() -> SubmissionState {
        pick([.received, .opened, .followed_up, .duplicate, .parked, .discarded])
    }
    mutating func sayState() -> SayState { pick([.proposed, .ready, .sending, .sent, .failed]) }
    mutating func messageState() -> MessageRow.State { pick([.waiting, .waiting, .done, .dead]) }

    // Rows.

    mutating func caseRow() -> CaseRow {
        CaseRow(
            id: id(), ref: "CW-\(number(1...9))", status: caseStatus(), heard: number(0...3), entries: number(0...9),
            opened: moment(), updated: moment(), resolved: maybe { $0.moment() }, customer: maybe { $0.address() },
            subject: maybe { $0.name() }, owner: maybe { $0.pick(["rosa", "Rosa", "olek"]) },
            linked: maybe { $0.name() }, kind: maybe { $0.name() }, trace: name())
    }

    mutating func messageRow() -> MessageRow {
        MessageRow(
            id: id(), caseID: maybe { $0.id() }, stage: stage(), type: name(), source: name(), at: moment(),
            deadline: moment(), notBefore: moment(), state: messageState(), rank: id(), attempts: number(0...3),
            putBacks: number(0...3), timer: maybe { $0.name() }, data: maybe { $0.bytes() }, say: maybe { $0.id() },
            submission: maybe { $0.id() }, customer: maybe { $0.address() }, trace: name(), epoch: maybe { $0.name() },
            error: maybe { $0.name() }, finished: maybe { $0.moment() })
    }

    mutating func submissionRow() -> SubmissionRow {
        SubmissionRow(
            id: id(), key: name(), via: name(), name: maybe { $0.name() }, source: stage(), at: moment(),
            state: submissionState(), caseID: maybe { $0.id() }, code: maybe { $0.name() }, reason: maybe { $0.name() },
            blob: maybe { $0.name() }, size: maybe { $0.number(0...9) }, media: maybe { $0.name() },
            settled: maybe { $0.moment() })
    }

    mutating func sayRow() -> SayRow {
        let to = (0..<number(0...3)).map { _ in address() }
        let proposal = Say(
            name: name(), audience: pick([.customer, .staff]), to: to, purpose: name(), answers: number(0...1) == 0,
            subject: maybe { $0.name() }, body: number(0...2), details: maybe { $0.json() })
        return SayRow(
            id: id(), caseID: id(), proposal: proposal, by: stage(), text: bytes(), hash: name(), heard: number(0...3),
            state: sayState(), at: moment(), final: maybe { $0.bytes() }, messageID: maybe { $0.name() },
            findings: maybe { $0.json() }, result: maybe { $0.json() }, sent: maybe { $0.moment() })
    }

    mutating func promiseRow() -> PromiseRow {
        let promise = MakePromise(name: name(), what: name(), due: moment(), authority: name(), evidence: name())
        return PromiseRow(
            caseID: id(), promise: promise, by: stage(), at: moment(), kept: maybe { $0.moment() },
            withdrawn: maybe { $0.moment() })
    }
}
