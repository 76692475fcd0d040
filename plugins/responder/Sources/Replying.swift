import Casework
import Language
import StageKit

extension Responder {
    /// Triage has understood. An answer waits until the customer has been quiet; danger does not.
    func understood(_ delivery: Received, _ outcome: inout OutcomeBuilder) throws {
        let understanding: Understanding = try delivery.data()
        let answering: Answering = try delivery.section("answering") ?? Answering()
        let story = try Story(delivery.log())
        try acknowledgeUnderstood(understanding, story, answering, delivery, &outcome)
        guard answering.answered < understanding.heard, let last = story.heard.last else { return }
        let first = story.heard.first { $0.number > answering.answered } ?? last
        let moment =
            understanding.dangers.isEmpty
            ? rules.draftTime(first: first.at, last: last.at, now: delivery.now) : delivery.now
        outcome.timer("draft", type: "responder.draft", at: moment)
    }

    /// The customer has been quiet.
    func draft(_ delivery: Received, _ outcome: inout OutcomeBuilder) throws {
        let answering: Answering = try delivery.section("answering") ?? Answering()
        // Where something was heard that is not understood yet, the next understanding moves the timer.
        guard let understanding: Understanding = try delivery.section("understanding"),
            understanding.heard == (try delivery.case.heard), answering.answered < understanding.heard
        else { return }
        let story = try Story(delivery.log())
        let reader = try reader(of: delivery, story)
        let material = try material(understanding, answering, story, reader, delivery)
        var after = answering
        after.answered = understanding.heard
        after.draft = nil
        let stale = try tellOwners(of: material.findings, delivery, &outcome)
        switch drafting.plan(material) {
        case .thank: try thank(story, reader, understanding, delivery, &outcome)
        case .answer(let reply):
            after.coverage = reply.coverage
            try answer(reply, reader, understanding, delivery, &outcome)
        case .ask(let choices):
            after.questions += 1
            try ask(choices, reader, understanding, delivery, &outcome)
        case .handOver(let need):
            let draft = Passage.text(of: need.passages)
            after.coverage = need.coverage
            after.draft = draft.isEmpty ? nil : draft
            let reason = ([need.reason] + stale).joined(separator: " ")
            try handOver(need.code, reason, urgent: need.urgent, draft: draft, delivery, &outcome)
        }
        try outcome.set("answering", schema: Answering.schema, after)
    }

    private func material(
        _ understanding: Understanding, _ answering: Answering, _ story: Story, _ reader: Reader, _ delivery: Received
    ) throws -> Material {
        let care: Care? = try delivery.section("care")
        return Material(
            understanding: understanding,
            findings: try seeking.findings(
                for: understanding, in: story.open, language: reader.language, now: delivery.now),
            choices: seeking.choices(for: understanding, language: reader.language, now: delivery.now),
            earlier: story.articles, questions: answering.questions, isFromPerson: !story.byPeople.isEmpty,
            waitsFor: care?.waits_for, given: Given(story.byPeople.map(\.contact)),
            canEndWithThanks: story.canEndWithThanks,
            isWithPerson: story.isWithPerson, isFurious: understanding.mood == "angry" || story.isFurious)
    }

    private func answer(
        _ reply: Plan.Reply, _ reader: Reader, _ understanding: Understanding, _ delivery: Received,
        _ outcome: inout OutcomeBuilder
    ) throws {
        var values = ["answer": reply.text, understanding.mood: "yes"]
        values["page"] = reader.page
        if Regret.isFound(in: reply.text) { values["sorry"] = "yes" }
        let text = try writing.write(
            reply.isBadNews ? "bad-news" : "answer", language: reader.language, ref: reader.ref,
            customer: reader.customer, values)
        let details: JSON = [
            "articles": .array(unique(reply.passages.map(\.article)).map(JSON.string)),
            "citations": .array(unique(reply.passages.map(\.citation)).map(JSON.string)),
            "coverage": try JSON(encoding: reply.coverage),
        ]
        try propose(
            "answer", text, answers: true, details: details, terms: reply.text, reader, understanding, delivery,
            &outcome)
    }

    private func ask(
        _ choices: [Choice], _ reader: Reader, _ understanding: Understanding, _ delivery: Received,
        _ outcome: inout OutcomeBuilder
    ) throws {
        let questions = Phrases.whichOf(choices.map(\.title), language: reader.language)
        var values = ["questions": questions, understanding.mood: "yes"]
        values["page"] = reader.page
        let text = try writing.write(
            "clarifying-question", language: reader.language, ref: reader.ref, customer: reader.customer, values)
        let details: JSON = ["topics": .array(choices.map { .string($0.topic) })]
        try propose("clarifying-question", text, details: details, reader, understanding, delivery, &outcome)
    }

    private func thank(
        _ story: Story, _ reader: Reader, _ understanding: Understanding, _ delivery: Received,
        _ outcome: inout OutcomeBuilder
    ) throws {
        var values = [understanding.mood: "yes"]
        if !story.promised.isEmpty { values["next_step"] = Phrases.stillToCome(language: reader.language) }
        let text = try writing.write(
            "thanks", language: reader.language, ref: reader.ref, customer: reader.customer, values)
        try propose("thanks", text, reader, understanding, delivery, &outcome)
    }

    /// Proposes a text of our own that the gate will pass; one that it would not is left to a person at once.
    private func propose(
        _ purpose: String, _ text: Template.Rendered, answers: Bool = false, details: JSON? = nil, terms: String = "",
        _ reader: Reader, _ understanding: Understanding, _ delivery: Received, _ outcome: inout OutcomeBuilder
    ) throws {
        let findings = judging.findings(
            on: text.body, purpose: purpose, language: reader.language, author: nil, mood: understanding.mood,
            now: delivery.now)
        guard findings.isEmpty else {
            let reason = "Our own text (\(purpose)) does not keep the standards: \(Judging.explain(.array(findings)))"
            return try handOver("gate", reason, draft: text.body, delivery, &outcome)
        }
        let promises = promises.promises(in: text, terms: terms, language: reader.language, now: delivery.now)
        try say(
            "\(purpose)-\(understanding.heard)", purpose, text, answers: answers, details: details, promises: promises,
            reader, &outcome)
    }

    private func handOver(
        _ code: String, _ reason: String, urgent: Bool = false, draft: String = "", _ delivery: Received,
        _ outcome: inout OutcomeBuilder
    ) throws {
        let handover = Handover(code: code, reason: reason, urgent: urgent, draft: draft.isEmpty ? nil : draft)
        try outcome.emit("handover", handover, deadline: urgent ? min(delivery.now, delivery.deadline) : nil)
        // The reason quotes the customer, and stands in the case.
        delivery.logger.info("handed over", metadata: ["code": "\(code)"])
    }

    private func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
