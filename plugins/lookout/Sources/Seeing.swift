import Casework
import StageKit

extension Lookout {
    /// `case.understood`: one more of a topic. Is it one too many?
    func understood(_ delivery: Received, _ outcome: inout OutcomeBuilder) async throws {
        let head = try delivery.case
        guard head.kind == nil else { return }
        let understanding: Understanding = try delivery.data()
        do {
            try await look(at: understanding.topic, head, delivery.now, &outcome)
        } catch let error as BrokerUnreachable {
            // The next case looks again.
            delivery.logger.debug("what was counted is not known", metadata: ["error": "\(error)"])
        }
    }

    private func look(
        at topic: String, _ head: CaseHead, _ now: Timestamp, _ outcome: inout OutcomeBuilder
    ) async throws {
        if let open = try await watching.spike(of: topic, at: now) {
            guard open.spike.isTold, head.opened >= open.spike.since else { return }
            return try outcome.emit("joined", about: open.ref, ["case": .string(head.ref)] as JSON)
        }
        guard let baseline = try await watching.baseline(at: now) else { return }
        let since = now.startOfWatch
        let count = try await watching.count(of: topic, since: since)
        let sighting = baseline.sighting(of: topic, count: count, from: since, until: now)
        guard alarms.alarms(sighting, topics: baseline.topics) else { return }
        // One customer who writes often is not many customers.
        let affected = try await watching.affected(by: topic, since: since)
        guard affected.count >= Alarms.fewest else { return }
        let spike = Spike(
            topic: topic, since: since, count: count, expected: sighting.expected, probability: sighting.probability,
            samples: affected.prefix(5).compactMap { $0.open ?? $0.cases.first })
        try outcome.open(
            Spike.kind, key: topic, subject: "Many customers write about \(topic)",
            owner: desk.rungs(topic: topic, at: now).first?.first?.id, spike, output: "seen")
        await watching.forgetSpikes()
    }

    /// `spike.seen`: a person is told, once.
    func seen(_ delivery: Received, _ outcome: inout OutcomeBuilder) async throws {
        guard try delivery.section("spike", as: Spike.self) == nil else { return }
        let spike: Spike = try delivery.data()
        await watching.forgetSpikes()
        try outcome.set("spike", schema: Spike.schema, spike)
        for person in desk.rungs(topic: spike.topic, at: delivery.now).first ?? [] {
            try alarm(spike, name: "spike-\(person.id)", to: person, delivery, &outcome)
        }
        outcome.timer("spike", type: "spike.due", at: delivery.now + Self.pace)
        delivery.logger.notice(
            "more cases than usual",
            metadata: [
                "topic": "\(spike.topic)", "count": "\(spike.count)", "expected": "\(spike.expected)",
                "probability": "\(spike.probability)",
            ])
    }

    private func alarm(
        _ spike: Spike, name: String, to person: Desk.Person, _ delivery: Received, _ outcome: inout OutcomeBuilder
    ) throws {
        let mail = try desk.alarm(spike, ref: delivery.case.ref, to: person)
        outcome.say(
            name, to: [person.address], audience: .staff, purpose: Purpose.staffNotice, subject: mail.subject,
            text: mail.body, details: ["person": .string(person.id)])
    }

    /// How often a spike is looked at while it is open.
    private static let pace = Duration.seconds(3600)

    /// `spike.due`: whoever has not decided is followed by the next rung, and what is over is put away.
    func due(_ delivery: Received, _ outcome: inout OutcomeBuilder) async throws {
        guard try delivery.case.status == .open, var spike: Spike = try delivery.section("spike") else { return }
        if let reason = try await overSince(spike, at: delivery.now) { return outcome.resolve(reason) }
        let rungs = desk.rungs(topic: spike.topic, at: delivery.now)
        if spike.notice == nil, spike.quiet == nil, spike.taken == nil, desk.isOpen(at: delivery.now),
            spike.rung + 1 < rungs.count
        {
            spike.rung += 1
            for person in rungs[spike.rung] {
                try alarm(spike, name: "spike-\(person.id)", to: person, delivery, &outcome)
            }
            try outcome.set("spike", schema: Spike.schema, spike)
        }
        outcome.timer("spike", type: "spike.due", at: delivery.now + Self.pace)
    }

    /// Why a spike is over: a day on which as many came as is usual.
    private func overSince(_ spike: Spike, at now: Timestamp) async throws -> String? {
        let day = now.startOfWatch + .seconds(-23 * 3600)
        guard day > spike.since, let baseline = try await watching.baseline(at: now) else { return nil }
        let count = try await watching.count(of: spike.topic, since: day)
        let sighting = baseline.sighting(of: spike.topic, count: count, from: day, until: now)
        guard sighting.probability > 0.05 else { return nil }
        return "for a day no more than usual have written about \(spike.topic)"
    }
}

extension Spike {
    /// Whether everybody who writes about it is told.
    var isTold: Bool { notice != nil && quiet == nil }
}
