import Casework
import Clocks
import StageKit

extension CaseWork {
    /// `case.contact`: the customer wrote.
    mutating func contact() throws {
        let data: JSON = try received.data()
        let this = story.seq(of: "heard", data).flatMap { seq in story.heard.first { $0.seq == seq } }
        // Whoever writes can be reached where they write from.
        if let address = data["from"]?["address"]?.string?.lowercased(), care.unreachable?[address] != nil {
            care.unreachable?[address] = nil
        }
        guard isOpen else { return }
        if isKnown { try keepSomebodyThere() }
        if this?.contact.settled == false { try unsolved() }
    }

    /// A returning customer meets the same person, unless that one is not there.
    private mutating func keepSomebodyThere() throws {
        if let advocate, !advocate.isAway(on: office.choice(at: now).day) { return }
        guard let next = successor else { return }
        try handOver(to: next, ["reason": .string("\(care.advocate.name) is not there")])
    }

    /// Who is no longer in `people.yaml` stands for nobody: somebody else does from now on, and is given the story at once.
    mutating func replaceWhoLeft() throws {
        guard isOpen, isKnown, advocate == nil, let next = successor else { return }
        let previous = care.advocate
        let reason = "\(previous.name) looks after nobody here any more"
        try handOver(to: next, ["reason": .string(reason)])
        try notice(
            "left-\(head.heard)-\(previous.id)", to: [next], reason: "\(reason); this case is yours from now on",
            due: due, draft: answering?.draft, isUrgent: clocks[.urgent]?.isOpen == true)
    }

    /// Who would look after the case in its advocate's place; nil where there is nobody else.
    private var successor: People.Person? {
        let question = AdvocateChoice.Question(
            topic: understanding?.topic, language: contactSection?.language ?? understanding?.language,
            load: head.load ?? [:], except: [care.advocate.id])
        return office.choose(question, for: ref, at: now).flatMap { $0.id == care.advocate.id ? nil : $0 }
    }

    /// Somebody else looks after the case from now on, and the customer of an open case is told who.
    mutating func handOver(to next: People.Person, _ circumstances: [String: JSON]) throws {
        try record("decided", .object(circumstances.merging(["advocate": .string(next.id)]) { $1 }))
        let previous = care.advocate
        care.earlier.append(previous.id)
        care.advocate = Care.Colleague(id: next.id, name: next.name)
        outcome.assign(owner: next.id)
        if isOpen { try introduce(after: previous) }
    }

    /// The customer learns who looks after them now, and that nothing need be told twice. No receipt follows it.
    private mutating func introduce(after previous: Care.Colleague) throws {
        // While the next word is theirs, none is promised; what was promised stands.
        let told = clocks.turn == "us" ? clocks.nextWordAfterNews : nil
        let words = story.heard.suffix(3).map(\.contact.words).filter { !$0.isEmpty }
        let summary = words.map { "> " + $0.replacing("\n", with: "\n> ") }.joined(separator: "\n>\n")
        let mail = try office.customerMail.handOver(
            subject, previous: previous.name, summary: summary, mood: understanding?.mood, nextWord: told)
        try tellCustomer(
            "hand-over-\(head.heard)-\(care.advocate.id)", Purpose.handOver, mail,
            moments: told.map { ["next_word": $0] } ?? [:])
    }

    /// `case.understood`: triage knows what it is about.
    mutating func understood(_ understanding: Understanding) throws {
        guard isOpen else { return }
        if !understanding.dangers.isEmpty {
            let kinds = Set(understanding.dangers.map(\.kind)).sorted().joined(separator: ", ")
            try alarm("safety", heard: understanding.heard, reason: "there are signs of danger (\(kinds))")
        }
        // Nobody is woken for it, and no program speaks to them any more.
        if understanding.isBereaved {
            care.waits_for = care.waits_for ?? Understanding.Sign.bereavement
            try tellAdvocate(
                noticeName(Understanding.Sign.bereavement, heard: understanding.heard) + "-0",
                reason: "somebody close to the customer has died", due: due)
        }
        if understanding.wants_person { try personWanted(understanding) }
        try watch(understanding)
        if understanding.satisfied, understanding.asks.isEmpty, understanding.safety.isEmpty,
            understanding.heard == head.heard, story.canEndWithThanks, toCome.isEmpty
        {
            try resolve("the customer says that all is well")
        }
    }

    /// The alarm is raised now and not by the hand-over that follows: whom it tells should not read another time first.
    private mutating func personWanted(_ understanding: Understanding) throws {
        let reason = "the customer asks for a person"
        guard understanding.satisfied || understanding.isBereaved else {
            return try alarm("wants-person", heard: understanding.heard, reason: reason)
        }
        care.waits_for = care.waits_for ?? "wants-person"
        try tellAdvocate(
            noticeName("wants-person", heard: understanding.heard) + "-0", reason: reason, due: due)
    }

    /// What was done so far did not help: a person goes on with it, and nothing is answered from an article.
    private mutating func unsolved() throws {
        care.waits_for = "unsolved"
        try tellAdvocate(
            noticeName("unsolved", heard: head.heard) + "-0", reason: "the customer says that it is not solved",
            due: due)
    }

    /// `case.settled`: the customer says that it is solved. What was promised to them is kept all the same.
    mutating func settled(_ word: Settled) throws {
        guard isOpen else { return }
        guard owed.isEmpty else {
            return try tellAdvocate(
                noticeName("settled", heard: head.heard) + "-0",
                reason: "the customer says that it is solved; a promise to them is still open", due: due)
        }
        let mail = try office.customerMail.settled(subject)
        try tellCustomer("settled-\(word.at.milliseconds)", Purpose.closing, mail)
        try resolve("the customer says that it is solved")
    }

    /// `case.handover`: the responder, or another stage, needs a person.
    mutating func handover(_ handover: Handover) throws {
        // Whoever was told that it is not solved knows what this would say.
        if handover.code == "with-person", story.heard.last?.contact.settled == false { return }
        if isOpen { care.waits_for = handover.code }
        if handover.urgent, isOpen {
            let name = noticeName(handover.code, heard: head.heard)
            let isTold = story.noticed.contains { $0.hasPrefix("\(name)-0") }
            try alarm(handover.code, heard: head.heard, reason: handover.reason, draft: handover.draft)
            // The alarm was raised as it was understood: whoever answers has what was found for them since.
            guard isTold, handover.bringsMore else { return }
            try tellAdvocate(
                "\(name)-more", reason: handover.reason, due: due, draft: handover.draft, isUrgent: true)
        } else {
            try tellAdvocate(
                noticeName(handover.code, heard: head.heard) + "-0", reason: handover.reason, due: due,
                draft: handover.draft)
        }
    }

    /// Tells the advocate and the next rung at once, at any hour; the ladder goes on until an answer left.
    private mutating func alarm(_ code: String, heard: Int, reason: String, draft: String? = nil) throws {
        care.waits_for = code
        if clocks[.urgent]?.isOpen != true {
            try record("decided", ["urgent": .string(code), "reason": .string(reason)])
        }
        let name = noticeName(code, heard: heard)
        try tellAdvocate("\(name)-0", reason: reason, due: .atOnce, draft: draft, isUrgent: true)
        guard story.climb.rung == 0, let next = ladder.next(after: 0, without: care.advocate.id) else {
            return
        }
        try climbed(to: next, for: ClockName.urgent.rawValue)
        try notice("\(name)-\(next.rung)", to: next.people, reason: reason, due: .atOnce, draft: draft, isUrgent: true)
    }

    /// One notice a reason and state of the conversation, whichever stage saw it first.
    private func noticeName(_ code: String, heard: Int) -> String { "notice-\(heard)-\(code)" }
}

extension Handover {
    /// Whether it helps whoever knows already why they are needed: a draft, or what a stage on its way has added below the reason.
    fileprivate var bringsMore: Bool { draft != nil || reason.contains("\n") }
}
