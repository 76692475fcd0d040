import Broker
import StageProtocol

/// An outcome on its way to being made.
struct Draft {
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

    /// Sends a message on: about the delivery's case, or about another one.
    mutating func emit(_ output: String, about ref: String? = nil) {
        let body = add(JSON.object(["token": .string("\(output) \(token)")]).bytes)
        outcome.emit = (outcome.emit ?? []) + [Emit(output: output, body: body, case: ref)]
    }

    mutating func open(_ key: String) {
        let entry = add(JSON.object(["token": .string("open \(token)")]).bytes)
        let wish = OpenCase(kind: "cause", key: key, subject: "Of \(key)", entry: entry, output: "cause")
        outcome.open = (outcome.open ?? []) + [wish]
    }

    mutating func count(_ value: String) {
        outcome.count = (outcome.count ?? []) + [CountOne(series: "topic", value: value)]
    }

    mutating func promise(_ name: String, due: Timestamp) {
        outcome.promise =
            (outcome.promise ?? []) + [
                MakePromise(name: name, what: "a parcel", due: due, authority: "nobody", evidence: "its number")
            ]
    }

    mutating func timer(_ name: String, _ type: String, _ at: Timestamp) {
        outcome.timers = (outcome.timers ?? []) + [SetTimer(name: name, type: type, at: at)]
    }

    mutating func say(_ delivery: Delivery, answers: Bool, named name: String, seldom: Duration? = nil) {
        let text = add(Array("\(name) by \(token)".utf8))
        outcome.say =
            (outcome.say ?? []) + [
                Say(
                    name: name, to: [delivery.case?.subject ?? "?"],
                    purpose: seldom != nil ? "word" : answers ? "answer" : "acknowledgment", answers: answers,
                    body: text, seldom_ms: seldom?.wholeMilliseconds)
            ]
    }
}
