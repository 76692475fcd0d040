import Broker
import StageProtocol

/// What a handler answers a delivery with.
enum Deed {
    case done(Outcome, [Frame])
    case fail(Failure.Kind)
    /// The text is to leave: `BEGIN` comes first.
    case begin(say: Int64)
}

/// The five handlers of the simulated pipeline: honest stages, which see a delivery and nothing else.
struct Handler {
    let stage: String
    /// What intake finds when it reads raw bytes.
    let letters: [String: Letter]
    /// Whether no more than needed is to happen, so that everything comes to rest.
    let isWindingUp: Bool
    var random: SplitMix64

    mutating func handle(_ delivery: Delivery, _ bodies: [Frame]) -> Deed {
        var draft = Draft(delivery)
        switch delivery.message.type {
        case "submission.received": read(delivery, bodies, &draft)
        case "case.contact" where stage == "triage": understand(delivery, &draft)
        case "case.glance": draft.append("noted", ["glanced": .string(draft.token)])
        case "case.understood": answer(delivery, &draft)
        // Held back since there were too many: another at once would be one more.
        case "say.refused" where delivery.say?.state == .failed:
            draft.timer("nudge", "writer.nudge", delivery.now + .seconds(3600))
        case "say.refused": draft.say(delivery, answers: true, named: "again-\(delivery.delivery)")
        case "writer.nudge": nudge(delivery, &draft)
        case "say.proposed": judge(delivery, bodies, &draft)
        case "say.ready": if let say = delivery.say?.say { return .begin(say: say) }
        default: watch(delivery, &draft)
        }
        return .done(draft.outcome, draft.bodies)
    }

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    private func read(_ delivery: Delivery, _ bodies: [Frame], _ draft: inout Draft) {
        let raw = delivery.submission?.raw.map { bodies[$0] } ?? []
        guard let letter = letters[String(decoding: raw, as: UTF8.self)] else {
            return draft.outcome.park = Park(code: "unreadable", reason: "no letter")
        }
        var admit = letter.admission
        admit.entry = draft.add(letter.body)
        draft.outcome.admit = admit
    }

    private mutating func understand(_ delivery: Delivery, _ draft: inout Draft) {
        draft.set("understanding", of: delivery)
        draft.emit("understood")
        if chance(40) { draft.emit("glance") }
    }

    private mutating func answer(_ delivery: Delivery, _ draft: inout Draft) {
        draft.say(delivery, answers: false, named: "ack-\(delivery.case?.heard ?? 0)")
        if chance(70) || isWindingUp { draft.say(delivery, answers: true, named: "answer-\(delivery.delivery)") }
        if chance(50) { draft.set("plan", of: delivery) }
        draft.timer("nudge", "writer.nudge", delivery.now + .seconds(Int64.random(in: 1...7200, using: &random)))
    }

    private mutating func nudge(_ delivery: Delivery, _ draft: inout Draft) {
        guard delivery.case?.status == .open else { return }
        if isWindingUp || chance(50) {
            draft.outcome.resolve = Resolve(reason: "answered")
        } else {
            if chance(50) { draft.say(delivery, answers: true, named: "nudge-\(delivery.delivery)") }
            draft.timer("nudge", "writer.nudge", delivery.now + .seconds(Int64.random(in: 60...7200, using: &random)))
        }
    }

    private mutating func judge(_ delivery: Delivery, _ bodies: [Frame], _ draft: inout Draft) {
        guard let say = delivery.say else { return }
        var verdict = Verdict(say: say.say, hash: say.hash, pass: isWindingUp || chance(85))
        if verdict.pass {
            verdict.final = draft.add(Array("mail ".utf8) + bodies[say.proposal.body])
            verdict.message_id = "m\(say.say)"
            verdict.index = ["mid:m\(say.say)"]
        }
        draft.outcome.verdicts = [verdict]
    }

    /// The keeper sees that no open case is ever without a moment at which somebody looks at it.
    private mutating func watch(_ delivery: Delivery, _ draft: inout Draft) {
        if delivery.message.type == "case.feedback", delivery.case?.status == .resolved, !isWindingUp, chance(50) {
            draft.outcome.reopen = Resolve(reason: "not content")
        } else if delivery.case?.status == .resolved {
            return draft.append("noted", ["seen": .string(draft.token)])
        }
        if chance(30) { draft.set("care", of: delivery) }
        draft.timer("watch", "keeper.watch", delivery.now + .seconds(Int64.random(in: 600...14_400, using: &random)))
        if isWindingUp, delivery.message.type == "keeper.watch" { draft.outcome.resolve = Resolve(reason: "wound up") }
    }
}

/// An outcome on its way to being made.
private struct Draft {
    var outcome: Outcome
    var bodies: [Frame] = []
    /// Names this attempt at this delivery.
    let token: String

    init(_ delivery: Delivery) {
        outcome = Outcome(delivery.lease)
        token = "\(delivery.delivery)/\(delivery.epoch)"
    }

    mutating func add(_ body: Frame) -> Int {
        bodies.append(body)
        return bodies.count - 1
    }

    mutating func append(_ kind: String, _ body: JSON) {
        outcome.append = (outcome.append ?? []) + [Append(kind: kind, body: add(body.bytes))]
    }

    mutating func set(_ name: String, of delivery: Delivery) {
        let base = delivery.sections.first { $0.name == name }?.version ?? 0
        let body = add(JSON.object(["by": .string(token)]).bytes)
        outcome.set = (outcome.set ?? []) + [SetSection(name: name, schema: name + "/1", base: base, body: body)]
    }

    mutating func emit(_ output: String) {
        let body = add(JSON.object(["token": .string("\(output) \(token)")]).bytes)
        outcome.emit = (outcome.emit ?? []) + [Emit(output: output, body: body)]
    }

    mutating func timer(_ name: String, _ type: String, _ at: Timestamp) {
        outcome.timers = (outcome.timers ?? []) + [SetTimer(name: name, type: type, at: at)]
    }

    mutating func say(_ delivery: Delivery, answers: Bool, named name: String) {
        let text = add(Array("\(name) by \(token)".utf8))
        outcome.say =
            (outcome.say ?? []) + [
                Say(
                    name: name, to: [delivery.case?.subject ?? "?"], purpose: answers ? "answer" : "acknowledgment",
                    answers: answers, body: text)
            ]
    }
}
