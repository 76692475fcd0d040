import StageProtocol

/// The broker's side of a session with one stage, as a state machine: what was heard goes in, what to say comes out.
struct DriveDialogue: Sendable {
    enum State: Sendable {
        case waiting, working, draining, over
    }

    private(set) var state = State.waiting
    /// What came of deliveries since it was last taken.
    var outcomes: [JSON] = []
    private(set) var failures = 0
    private let welcome: Welcome
    private var items: ArraySlice<DriveScript.Item>
    private var blobs: [String: Frame]
    private var credit = 0
    private var held: [Int64: DriveScript.Item] = [:]

    init(_ script: DriveScript, welcome: Welcome) {
        self.welcome = welcome
        items = script.items[...]
        blobs = script.blobs
    }

    mutating func hear(_ message: StageMessage) -> [BrokerMessage] {
        switch message {
        case .hello(let hello): return greet(hello)
        case .credit(let more):
            credit += more.credit
            return deliver()
        case .done(let outcome, let bodies):
            let header = (try? JSON(encoding: outcome)) ?? .null
            return close(outcome.delivery, outcome.epoch, ["done": header.inlining(bodies)])
        case .fail(let failure):
            failures += held[failure.delivery] == nil ? 0 : 1
            return close(failure.delivery, failure.epoch, ["fail": (try? JSON(encoding: failure)) ?? .null])
        case .begin(let begin): return [.go(Go(delivery: begin.delivery, say: begin.say, in_doubt: false))]
        case .submit(let submission, _):
            return [.accepted(Accepted(id: submission.id, submission: 1, state: .received))]
        case .put(let put, let chunk): return [store(put, chunk)]
        case .get(let get): return [fetch(get)]
        case .ask(let ask): return [ask.replyOfNothing]
        case .ping: return [.pong(Pong())]
        case .bye:
            state = .over
            return []
        case .started, .extend: return []
        }
    }

    /// A greeting again means that the stage began anew: what it held comes again.
    private mutating func greet(_ hello: Hello) -> [BrokerMessage] {
        items = (held.values.sorted { $0.delivery.delivery < $1.delivery.delivery } + items)[...]
        held = [:]
        credit = hello.credit ?? 0
        if state == .waiting { state = .working }
        return [.welcome(welcome)] + deliver()
    }

    private mutating func deliver() -> [BrokerMessage] {
        guard state == .working else { return [] }
        var messages: [BrokerMessage] = []
        while credit > 0, let item = items.popFirst() {
            credit -= 1
            held[item.delivery.delivery] = item
            messages.append(.deliver(item.delivery, bodies: item.bodies))
        }
        if items.isEmpty, held.isEmpty {
            state = .draining
            messages.append(.drain)
        }
        return messages
    }

    private mutating func close(_ delivery: Int64, _ epoch: String, _ outcome: JSON) -> [BrokerMessage] {
        guard let item = held[delivery], item.delivery.epoch == epoch else {
            let refusal = Refused(
                delivery: delivery, code: "stale", message: "there is no such delivery under this epoch")
            return [.refused(refusal)]
        }
        held[delivery] = nil
        outcomes.append(outcome)
        return [.committed(Lease(delivery: delivery, epoch: epoch))] + deliver()
    }

    // MARK: Blobs

    private mutating func store(_ put: Put, _ chunk: Frame) -> BrokerMessage {
        if blobs[put.hash, default: []].count == put.offset { blobs[put.hash, default: []] += chunk }
        return .stored(Stored(hash: put.hash, next: blobs[put.hash, default: []].count))
    }

    private func fetch(_ get: Get) -> BrokerMessage {
        guard let bytes = blobs[get.hash], (0..<max(1, bytes.count)).contains(get.offset) else {
            let message = "there is no blob \(get.hash); list it under \"blobs\""
            return .refused(Refused(id: get.hash, code: "no-blob", message: message))
        }
        let end = min(bytes.count, get.offset + welcome.limits.chunk)
        return .blob(Blob(hash: get.hash, size: bytes.count, offset: get.offset), chunk: Array(bytes[get.offset..<end]))
    }
}
