import Calendars
import Casework
import Language
import StageProtocol

/// The texts that escalation itself has for a customer: the daily update, the reminder, the closing note.
struct CustomerMail: Sendable {
    var templates: TemplateCatalog
    var moments: SpokenTime
    /// The desk as customers know it.
    var shop: String

    /// What a text is about.
    struct Subject: Sendable {
        var ref: String
        var name: String?
        var advocate: String
        var language: String
        /// Their own page about the case, where the desk has a web door.
        var page: String?
        /// How far their clock is from UTC, where they said so.
        var zone: String?
        /// Whether somebody may be hurt, so that we ask for them before all else.
        var isDangerous = false
        /// Whether somebody was hurt.
        var isHurt = false
        /// Names of those to whom their wish for somebody in charge went, as long as nobody has answered it.
        var inCharge: [String] = []
    }

    /// Names who looks after the case, what is waited for, and when the next word comes.
    func update(_ about: Subject, _ progress: Progress, nextWord: Timestamp, late: Bool) throws -> Template.Rendered {
        let phrases = CustomerPhrases.in(about.language)
        let awaited = progress.awaited.map { phrases.awaitedFrom($0.what, $0.from) } ?? phrases.awaited(about.advocate)
        return try render(
            Purpose.update, about,
            [
                "summary": standing(progress, about, phrases), "news": news(progress, phrases), "awaited": awaited,
                "next_step": late ? phrases.lateAnswer : "",
                "next_word": spoken(nextWord, about),
            ])
    }

    /// Where it stands, in words of this case: what is worked on, what is owed, who has their wish for somebody in charge. It may be the same day after day, and is not called new.
    private func standing(_ progress: Progress, _ about: Subject, _ phrases: CustomerPhrases) -> String {
        func quoted(_ words: [String]) -> String { words.map { "> \($0)" }.joined(separator: "\n>\n") }
        var parts: [String] = []
        if !progress.asks.isEmpty { parts.append(phrases.working + "\n\n" + quoted(progress.asks)) }
        if !progress.owed.isEmpty { parts.append(phrases.owed + "\n\n" + quoted(progress.owed)) }
        if !about.inCharge.isEmpty { parts.append(phrases.inCharge(about.inCharge)) }
        return parts.joined(separator: "\n\n")
    }

    /// What was done since our last word: who was brought in.
    private func news(_ progress: Progress, _ phrases: CustomerPhrases) -> String {
        progress.helping.isEmpty ? "" : phrases.helping(progress.helping)
    }

    /// Asks once more for what only the customer can tell.
    func reminder(_ about: Subject, asked: Story.Told?, at moment: Timestamp) throws -> Template.Rendered {
        let day = moments.day(moment.milliseconds, language: about.language)
        let questions = asked.map { Self.questions(in: $0.text) } ?? []
        let fallback = CustomerPhrases.in(about.language).question(day)
        return try render(
            Purpose.reminder, about, ["questions": questions.isEmpty ? fallback : questions.joined(separator: "\n")])
    }

    /// What was missed.
    enum Missed: Sendable, Hashable {
        /// A promise, in the words in which it was made.
        case promise(String)
        case answer
        /// Word of where it stands, which is told at the same time.
        case update(Progress)
    }

    /// What is done about it.
    enum Remedy: Sendable, Hashable {
        /// It is owned, and mended.
        case word
        /// A sum is offered.
        case offer(String)
        /// Somebody who may do more was asked; their name.
        case asked(String)
    }

    /// Owns that something was missed, says what is offered for it and when the next word comes.
    /// - Parameter awaited: what a colleague has on record that is awaited, and from whom.
    func amends(
        _ about: Subject, _ missed: Missed, _ remedy: Remedy, awaited: Story.Wait? = nil, nextWord: Timestamp
    ) throws -> Template.Rendered {
        let phrases = CustomerPhrases.in(about.language)
        let apology =
            switch missed {
            // What was said is quoted, so that it does not read as a new promise.
            case .promise(let words): phrases.amends + "\n\n> \(words)"
            case .answer: phrases.lateAnswer
            case .update: phrases.lateUpdate
            }
        var mending = [phrases.mending(about.advocate)]
        // Who is asked for it is told of once, with those who were asked before.
        var asked: [String] = []
        if case .asked(let name) = remedy { asked = [name] }
        if case .update(var progress) = missed, progress.isSpecific {
            if !asked.isEmpty {
                asked = progress.helping.filter { !asked.contains($0) } + asked
                progress.helping = []
            }
            let told = [standing(progress, about, phrases), news(progress, phrases)].filter { !$0.isEmpty }
            mending.insert(contentsOf: told, at: 0)
        } else if !about.inCharge.isEmpty {
            mending.insert(phrases.inCharge(about.inCharge), at: 0)
        }
        if let awaited { mending.append(phrases.waiting(phrases.awaitedFrom(awaited.what, awaited.from))) }
        let makeGood =
            switch remedy {
            case .word: ""
            case .offer(let sum): phrases.offer(sum)
            case .asked: phrases.helping(asked)
            }
        return try render(
            "apology", about,
            [
                "apology": apology, "make_good": makeGood, "next_step": mending.joined(separator: "\n\n"),
                "next_word": spoken(nextWord, about),
            ])
    }

    /// Tells who looks after the case from now on; what was written so far is theirs too.
    func handOver(_ about: Subject, previous: String, summary: String, mood: String?, nextWord: Timestamp?) throws
        -> Template.Rendered
    {
        var values = ["previous": previous, "summary": summary]
        values["next_word"] = nextWord.map { spoken($0, about) }
        if let mood { values[mood] = "yes" }
        return try render(Purpose.handOver, about, values)
    }

    /// Closes a case whose question was never answered, with what the customer can do next.
    func closing(_ about: Subject, asked moment: Timestamp) throws -> Template.Rendered {
        let day = moments.day(moment.milliseconds, language: about.language)
        return try render(Purpose.closing, about, ["summary": CustomerPhrases.in(about.language).closing(day)])
    }

    /// Closes a case that the customer calls solved.
    func settled(_ about: Subject) throws -> Template.Rendered {
        try render(Purpose.closing, about, ["summary": CustomerPhrases.in(about.language).settled])
    }

    /// A moment on the customer's own clock.
    private func spoken(_ moment: Timestamp, _ about: Subject) -> String {
        moments.moment(moment.told.milliseconds, language: about.language, on: about.zone)
    }

    private func render(_ name: String, _ about: Subject, _ values: [String: String]) throws -> Template.Rendered {
        let template = try templates.required(name, language: about.language)
        let common = [
            "shop": shop, "reference": about.ref, "name": about.name ?? "", "advocate": about.advocate,
            "signature": about.advocate, "page": about.page ?? "", "danger": about.isDangerous ? "yes" : "",
            "injury": about.isHurt ? "yes" : "",
        ]
        return try template.render(common.merging(values) { $1 })
    }

    /// The sentences of a text that ask, with a question mark or without, each with the choices that stand below it as
    /// "- …".
    static func questions(in text: String) -> [String] {
        var questions: [String] = []
        var sentence: [Substring] = []
        // Whether the last thing read was a question, so that choices may stand below it.
        var hasAsked = false
        func finish() {
            guard !sentence.isEmpty else { return }
            let bare = sentence.joined(separator: " ")
            sentence = []
            hasAsked = bare.count > 3 && Asks.asksBack(bare)
            if hasAsked { questions.append(bare) }
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let words = line.split(whereSeparator: \.isWhitespace)
            guard let first = words.first else {
                finish()
                continue
            }
            if first == "-" {
                finish()
                if hasAsked {
                    questions[questions.count - 1] += "\n" + words.joined(separator: " ")
                    continue
                }
            }
            if words.count == 1, first.contains("://") {
                finish()
                hasAsked = false
                continue
            }
            hasAsked = false
            // A mark within a word, as in an address, ends nothing.
            for word in words {
                sentence.append(word)
                hasAsked = false
                if let mark = word.last, ".!?".contains(mark) { finish() }
            }
        }
        finish()
        return questions
    }
}

extension String {
    func trimming(while predicate: (Character) -> Bool) -> String {
        let start = drop(while: predicate)
        guard let last = start.lastIndex(where: { !predicate($0) }) else { return "" }
        return String(start[...last])
    }
}
