import Broker
import DequeModule
import StageKit
import StageProtocol

/// A broker, its store, the processes around it, the people who write and the mailboxes they read: everything that a run
/// moves. The broker is the one that serves in production; only sockets, disk and clock are made up.
final class World {
    let store = MemoryStore()
    var heart: Heart
    var presence: Presence
    /// The broker's configuration, as it was told last.
    var plan: Plan
    /// The configuration that the broker is to take over in its next beat.
    var pending: Int?
    /// The wall clock, which may be set, and the steady one, which only passes.
    var now = Timestamp(milliseconds: 1_800_000_000_000)
    var steady = Duration.zero
    /// The wall clock has been set by so much since the broker looked.
    var jump: Duration = .zero
    /// Whether the store could not be taken over yet.
    var isDown = true
    /// Everybody's configuration of behaviour once faults are over.
    var isWindingUp = false
    let peers: [Peer]
    var letters: [String: Letter] = [:]
    /// Letters that are not accepted yet, oldest first.
    var spool: [String] = []
    /// Letters that are to be handed in later, and when.
    var later: [String: Duration] = [:]
    var outside = Outside()
    /// What colleagues have said by command so far.
    var words: Int64 = 0
    var oracle: Oracle
    var tally = Tally()
    /// The story as it goes on, where somebody wants to hear it.
    var tell: ((String) -> Void)?

    static let customers = 5
    static let stages = [
        "intake", "intake", "triage", "triage", "reader", "writer", "writer", "voice", "voice", "keeper", "steward",
        "control",
    ]

    init(seed: UInt64) {
        plan = .simulated(0)
        heart = Heart(plan: plan, store: store, seeds: SplitMix64(seed: seed))
        presence = Presence(heartbeat: plan.heartbeat)
        oracle = Oracle(store)
        peers = Self.stages.enumerated().map { Peer(stage: $1, instance: "\($1).\($0)") }
        for peer in peers { peer.start(at: steady) }
        recover()
    }

    func say(_ line: @autoclosure () -> String) { tell?(line()) }
}

// MARK: The broker

extension World {
    /// One round of the broker's shell: what arrived is read, decided, committed, and spoken.
    func beat(_ salt: UInt64) throws(Violation) {
        tally.beats += 1
        var random = SplitMix64(seed: salt)
        var events = arrivals(&random)
        for session in presence.forgetSilent(at: steady) { events.append(.lost(session)) }
        if jump != .zero {
            if jump < .zero { recover() }
            events.append(.clockJumped(jump))
            jump = .zero
        }
        if isDown { recover() }
        guard !isDown else { return }
        if let configuration = pending {
            say("  the broker is to take over configuration \(configuration)")
            events.insert(
                .reread(Rereading(plan: .simulated(configuration))),
                at: events.indices.randomElement(using: &random) ?? 0)
        }
        let commits = store.commits
        oracle.pass(to: now)
        do {
            try heart.beat(events, now: now) { actions in
                try lookAtStore()
                try speak(actions)
            }
            pending = nil
        } catch let violation as Violation {
            throw violation
        } catch {
            tally.failures += 1
            say("  the store fails: \(error)\(store.commits > commits ? " (and has committed)" : "")")
            try lookAtStore()
            return recover()
        }
        try Inspection.count(heart.core, in: store)
    }

    /// Takes what is on its way to the broker, connection by connection in any order.
    private func arrivals(_ random: inout SplitMix64) -> [Event] {
        var events: [Event] = []
        let takesAll = Int.random(in: 0..<3, using: &random) > 0
        var open = peers.indices.filter { !peers[$0].toBroker.isEmpty }
        while let place = open.indices.randomElement(using: &random) {
            let peer = peers[open[place]]
            if let frames = peer.toBroker.popFirst() { events += hear(frames, from: peer) }
            if peer.toBroker.isEmpty || !takesAll && Int.random(in: 0..<3, using: &random) == 0 {
                open.remove(at: place)
            }
        }
        return events
    }

    private func hear(_ frames: [Frame], from peer: Peer) -> [Event] {
        let id = peer.id
        let message: StageMessage
        do {
            message = try StageMessage(frames: frames)
        } catch {
            _ = presence.heard(id, .failure(error), at: steady)
            carry(.error(Refused(code: error.code, message: error.message)), to: peer)
            return []
        }
        say("  \(peer.instance) says \(brief(message))")
        switch presence.heard(id, .success(message), at: steady) {
        case .sound: return [.message(id, message)]
        case .answer(let pong):
            carry(.pong(pong), to: peer)
            return [.message(id, message)]
        case .torn: return (presence.forget(id) ? [.lost(id)] : []) + [.message(id, message)]
        }
    }

    /// A new mind from the store.
    func recover() {
        oracle.beginTime(at: now)
        do {
            try heart.recover(now: now)
            isDown = false
        } catch {
            isDown = true
        }
    }

    private func lookAtStore() throws(Violation) {
        try oracle.lookAtJournal(letters)
    }

    private func speak(_ actions: [Action]) throws(Violation) {
        for action in actions {
            follow(action)
            guard case .send(let session, let message) = action else { continue }
            try oracle.lookAt(message, to: session, plan: plan)
            guard let peer = peers.first(where: { $0.id == session }) else {
                _ = presence.forget(session)
                continue
            }
            if case .reply(let reply, let body) = message, let question = peer.question(reply.id) {
                try oracle.lookAt(answer: body, to: question, of: plan.stages[peer.stage])
            }
            if case .deliver = message { tally.delivered += 1 }
            if case .committed = message { tally.outcomes += 1 }
            say("  the broker says \(brief(message)) to \(peer.instance)")
            carry(message, to: peer)
        }
    }

    /// What a beat does besides speaking: another configuration is in force, a door is closed on whoever still knocks.
    private func follow(_ action: Action) {
        switch action {
        case .observe(let seen) where seen.what == "reload": if let pending { plan = .simulated(pending) }
        case .close(let door):
            say("  the door of \(door) is closed")
            for peer in peers where peer.stage == door { (peer.toBroker, peer.toPeer) = ([], []) }
        default: break
        }
    }

    private func carry(_ message: BrokerMessage, to peer: Peer) {
        presence.said(message, to: peer.id)
        peer.toPeer.append(message.frames)
    }
}

/// What happened, in numbers.
package struct Tally: Sendable {
    /// Steps that were taken, without those of the rest.
    package var steps = 0
    package var beats = 0
    package var delivered = 0
    package var outcomes = 0
    package var accepted = 0
    /// Beats that the store failed in.
    package var failures = 0
    /// Texts that left.
    package var sent = 0
    /// Cases of the house, what was counted, promises that were withdrawn, and letters that were erased.
    package var house = 0, counted = 0, withdrawn = 0, erased = 0

    package init() {}

    package static func += (sum: inout Tally, other: Tally) {
        sum.steps += other.steps
        sum.beats += other.beats
        sum.delivered += other.delivered
        sum.outcomes += other.outcomes
        sum.accepted += other.accepted
        sum.failures += other.failures
        sum.sent += other.sent
        sum.house += other.house
        sum.counted += other.counted
        sum.withdrawn += other.withdrawn
        sum.erased += other.erased
    }

    /// Counts what a run has left behind.
    mutating func count(what world: World) {
        house = world.store.cases.count { $0.kind != nil }
        counted = world.store.content.hours.values.reduce(0, +)
        withdrawn = world.store.promises.count { $0.withdrawn != nil }
        erased = world.oracle.erasure.letters.count
    }
}

/// A message in a few words.
func brief(_ message: StageMessage) -> String {
    let command = String(decoding: message.frames[1], as: UTF8.self)
    return switch message {
    case .done(let outcome, _): "\(command) \(outcome.delivery) under \(outcome.epoch)"
    case .fail(let failure): "\(command) \(failure.delivery) under \(failure.epoch), \(failure.kind)"
    case .submit(let submission, _): "\(command) \(submission.id)"
    case .begin(let begin): "\(command) text \(begin.say) under \(begin.epoch)"
    case .started(let lease): "\(command) \(lease.delivery) under \(lease.epoch)"
    case .credit(let credit): "\(command) \(credit.credit)"
    default: command
    }
}

/// A message in a few words.
func brief(_ message: BrokerMessage) -> String {
    let command = String(decoding: message.frames[1], as: UTF8.self)
    return switch message {
    case .deliver(let delivery, _):
        "\(command) \(delivery.delivery), \(delivery.message.type) of \(delivery.message.subject ?? "no case"), under "
            + delivery.epoch
    case .committed(let lease): "\(command) \(lease.delivery) under \(lease.epoch)"
    case .accepted(let accepted): "\(command) \(accepted.id), \(accepted.state) \(accepted.ref ?? "")"
    case .refused(let refused): "\(command) \(refused.code): \(refused.message)"
    case .go(let go): "\(command) text \(go.say)\(go.in_doubt ? ", in doubt" : "")"
    case .stop(let stop): "\(command) text \(stop.say): \(stop.code)"
    default: command
    }
}
