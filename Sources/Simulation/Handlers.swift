import Broker
import StageProtocol

/// What a handler answers a delivery with.
enum Deed {
    case done(Outcome, [Frame])
    case fail(Failure.Kind)
    /// The text is to leave: `BEGIN` comes first.
    case begin(say: Int64)
}

/// The handlers of the simulated pipeline: honest stages, which see a delivery and nothing else.
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
        case "case.glance":
            draft.append("noted", ["glanced": .string(draft.token)])
            if chance(50) { draft.count("glance") }
        case "cause.told", "steward.chase": chase(delivery, bodies, &draft)
        case "case.word" where stage == "writer":
            draft.say(delivery, answers: false, named: "word-\(delivery.delivery)", seldom: .seconds(3600))
        case "case.word", "case.staff", "case.correction": draft.append("noted", ["seen": .string(draft.token)])
        case "case.understood": answer(delivery, &draft)
        // Held back since there were too many: another at once would be one more.
        case "say.refused" where delivery.say?.state == .failed:
            draft.timer("nudge", "writer.nudge", delivery.now + .seconds(3600))
        case "say.refused": draft.say(delivery, answers: true, named: "again-\(delivery.delivery)")
        case "writer.nudge": nudge(delivery, &draft)
        case "say.proposed": judge(delivery, bodies, &draft)
        case "say.ready": if let say = delivery.say?.say { return .begin(say: say) }
        case "keeper.promise": settle(owed(delivery, bodies), &draft)
        default: watch(delivery, bodies, &draft)
        }
        return .done(draft.outcome, draft.bodies)
    }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    private func read(_ delivery: Delivery, _ bodies: [Frame], _ draft: inout Draft) {
        let raw = delivery.submission?.raw.map { bodies[$0] } ?? []
        guard let letter = letters[String(decoding: raw, as: UTF8.self)] else {
            return draft.outcome.park = Park(code: "unreadable", reason: "no letter")
        }
        guard !letter.isOdd || delivery.data != nil else {
            return draft.outcome.park = Park(code: "odd", reason: "a person is to look at it")
        }
        var admit = letter.admission
        admit.entry = draft.add(letter.body)
        draft.outcome.admit = admit
    }

    private mutating func understand(_ delivery: Delivery, _ draft: inout Draft) {
        draft.set("understanding", of: delivery)
        draft.emit("understood")
        if chance(40) { draft.emit("glance") }
        if chance(60) { draft.count("t\(Int.random(in: 0...2, using: &random))") }
    }

    private mutating func answer(_ delivery: Delivery, _ draft: inout Draft) {
        draft.say(delivery, answers: false, named: "ack-\(delivery.case?.heard ?? 0)")
        if chance(70) || isWindingUp { draft.say(delivery, answers: true, named: "answer-\(delivery.delivery)") }
        if chance(50) { draft.set("plan", of: delivery) }
        if chance(40) { draft.open("k\(Int.random(in: 0...1, using: &random))") }
        if chance(40) {
            let span = Duration.seconds(Int64.random(in: 600...7200, using: &random))
            draft.promise("p\(delivery.delivery)", due: delivery.now + span)
        }
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
            // Numbers of texts may be given again once a text is erased; a Message-ID is not.
            verdict.message_id = "m\(say.say)-\(say.hash.prefix(8))"
            verdict.index = verdict.message_id.map { ["mid:" + $0] }
        }
        draft.outcome.verdicts = [verdict]
    }

    /// The keeper sees that no open case is ever without a moment at which somebody looks at it.
    private mutating func watch(_ delivery: Delivery, _ bodies: [Frame], _ draft: inout Draft) {
        for promise in owed(delivery, bodies) {
            if chance(20) {
                settle([promise], &draft)
            } else {
                draft.timer("promise-\(promise.name)", "keeper.promise", max(promise.due, delivery.now + .seconds(1)))
            }
        }
        if delivery.message.type == "case.feedback", delivery.case?.status == .resolved, !isWindingUp, chance(50) {
            draft.outcome.reopen = Resolve(reason: "not content")
        } else if delivery.case?.status == .resolved {
            return draft.append("noted", ["seen": .string(draft.token)])
        }
        if chance(30) { draft.set("care", of: delivery) }
        draft.timer("watch", "keeper.watch", delivery.now + .seconds(Int64.random(in: 600...14_400, using: &random)))
        if delivery.message.type == "keeper.watch" ? isWindingUp || chance(20) : chance(10) {
            draft.outcome.resolve = Resolve(reason: "nothing is left to do")
        }
    }
}
