import Pipeline
import StageProtocol

/// What a broker would refuse in an outcome, by the stage's manifest.
struct OutcomeRules {
    let manifest: Manifest?

    /// Everything that goes beyond what the stage may do, in words.
    func breaches(of outcome: Outcome, _ bodies: [Frame], for delivery: Delivery) -> [String] {
        bodyBreaches(outcome, bodies) + (manifest.map { grantBreaches(outcome, delivery, $0) } ?? [])
    }

    private func grantBreaches(_ outcome: Outcome, _ delivery: Delivery, _ manifest: Manifest) -> [String] {
        var breaches: [String] = []
        for section in outcome.set ?? [] where !manifest.writes.contains(section.name) {
            breaches.append("it replaces the section \"\(section.name)\", which its manifest does not write")
        }
        for emission in outcome.emit ?? [] where manifest.outputs[emission.output] == nil {
            breaches.append("it emits \"\(emission.output)\", which is none of its outputs")
        }
        let accepted = Dictionary(manifest.accepts.map { ($0.type, $0) }, uniquingKeysWith: { $1 })
        for timer in outcome.timers ?? [] where accepted[timer.type] == nil {
            breaches.append("its timer \"\(timer.name)\" becomes \"\(timer.type)\", which it does not accept")
        }
        if !manifest.rights.voice, !(outcome.verdicts ?? []).isEmpty || !(outcome.results ?? []).isEmpty {
            breaches.append("it judges or sends texts without the right \"voice\"")
        }
        if delivery.submission == nil, outcome.admit != nil || outcome.park != nil {
            breaches.append("it admits or parks, and the message was no submission.received")
        }
        if accepted[delivery.message.type]?.isSnapshot == true, outcome.changesTheCase {
            breaches.append(
                "it works \(delivery.message.type) on a snapshot and does more than append, emit and set timers")
        }
        return breaches
    }

    private func bodyBreaches(_ outcome: Outcome, _ bodies: [Frame]) -> [String] {
        var breaches: [String] = []
        func json(_ index: Int, _ where: String) {
            if !bodies.indices.contains(index) || (try? JSON(bytes: bodies[index])) == nil {
                breaches.append("\(`where`) names body \(index), which is missing or no JSON")
            }
        }
        for entry in outcome.append ?? [] {
            json(entry.body, "append")
            if !["noted", "decided"].contains(entry.kind) {
                breaches.append("it appends \"\(entry.kind)\"; a stage appends noted or decided")
            }
        }
        for section in outcome.set ?? [] { json(section.body, "set \(section.name)") }
        for emission in outcome.emit ?? [] { if let body = emission.body { json(body, "emit \(emission.output)") } }
        for timer in outcome.timers ?? [] { if let body = timer.body { json(body, "timer \(timer.name)") } }
        for say in outcome.say ?? [] {
            if !bodies.indices.contains(say.body) || String(validating: bodies[say.body], as: UTF8.self) == nil {
                breaches.append("say \(say.name) names body \(say.body), which is missing or no UTF-8")
            }
            if say.to.isEmpty || say.name.isEmpty { breaches.append("a say needs a name and somebody to go to") }
        }
        return breaches
    }
}

extension Outcome {
    fileprivate var changesTheCase: Bool {
        let lists = [
            self.set?.isEmpty, say?.isEmpty, verdicts?.isEmpty, results?.isEmpty, promise?.isEmpty, keep?.isEmpty,
            cancel?.isEmpty,
        ]
        return lists.contains(false) || owner != nil || resolve != nil || reopen != nil
    }

    /// What takes effect, without the words: two outcomes of one message must agree in it.
    var effect: JSON {
        var members: [String: JSON] = [:]
        func list(_ name: String, _ values: [String]?) {
            if let values, !values.isEmpty { members[name] = .array(values.map(JSON.string)) }
        }
        list("append", append?.map(\.kind))
        list("set", self.set?.map { "\($0.name) \($0.schema) on \($0.base)" })
        list("emit", emit?.map(\.output))
        list("timers", timers?.map { "\($0.name) \($0.type) at \($0.at)" })
        list("cancel", cancel)
        list("say", say?.map { "\($0.name) to \($0.to.joined(separator: " "))" })
        list("verdicts", verdicts?.map { "\($0.say) \($0.pass)" })
        list("promise", promise?.map { "\($0.name) due \($0.due)" })
        list("keep", keep)
        list("withdraw", withdraw)
        list("standards", standards?.map { "\($0.standard) \($0.met) due \($0.due)" })
        list("owner", owner.map { [$0] })
        list("resolve", resolve.map { _ in ["resolve"] })
        list("reopen", reopen.map { _ in ["reopen"] })
        list("admit", admit.map { ["\($0.role) \($0.output) \($0.match.map(\.key).joined(separator: " "))"] })
        list("park", park.map { [$0.code] })
        return .object(members)
    }
}
