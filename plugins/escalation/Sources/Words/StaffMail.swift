import Calendars
import Casework
import StageProtocol

/// What colleagues are told about a case: enough to answer by replying to the mail, and nothing of them asked twice.
struct StaffMail: Sendable {
    var templates: TemplateCatalog
    var moments: SpokenTime

    /// What every mail to a colleague tells.
    struct Subject: Sendable {
        var ref: String
        /// The customer's name, if they gave one.
        var customer: String?
        /// What the customer wrote and nobody has answered.
        var waiting: [Story.Heard]
        var understanding: Understanding?
        /// Colleagues who are asked first in this topic, the reader apart.
        var fitting: [People.Person] = []
        /// Who looks after the case.
        var advocate: People.Person?
        /// Colleagues who were told that the customer needs somebody, as long as nobody has answered; the reader may be one of them.
        var told: [People.Person] = []
        /// What we told the customer last, and what colleagues wrote down.
        var background = Background()
        /// What is awaited and from whom, as a colleague has written it down.
        var awaited: Story.Wait?
        /// What the customer said of how it went, where they were not content and nobody has answered that.
        var vote: Vote?
        /// By when the customer counts on a word.
        var due: Due
        /// Why this mail is written.
        var reason: String
        var draft: String?
    }

    /// A customer needs an answer.
    func notice(_ about: Subject, to person: People.Person) throws -> Template.Rendered {
        let language = language(of: person)
        let phrases = StaffPhrases.in(language)
        let draft = about.draft.map { "\(phrases.draft):\n\n\($0)" } ?? ""
        let received = about.waiting.last.map { past($0.at, language) }
        return try render(
            Purpose.staffNotice, language,
            [
                "received": received ?? "–", "name": about.customer ?? "", "article": draft,
                "words": words(about, language) ?? phrases.nothing,
                "summary": summary(about.background, language),
            ], about, person)
    }

    /// The answer is due soon.
    func warning(_ about: Subject, remaining: Int64, to person: People.Person) throws -> Template.Rendered {
        let language = language(of: person)
        return try render(
            Purpose.staffWarning, language,
            [
                "remaining": Self.length(remaining),
                "words": words(about, language) ?? "",
                "summary": summary(about.background, language),
            ], about, person)
    }

    /// What a colleague wrote has not left.
    func refused(_ words: String, findings: [Finding], _ about: Subject, to person: People.Person) throws
        -> Template.Rendered
    {
        let language = language(of: person)
        let phrases = StaffPhrases.in(language)
        let found = findings.map { finding in
            var lines: [String] = []
            if !finding.rule.isEmpty { lines.append("\(phrases.rule): \(finding.rule)") }
            if !finding.words.isEmpty { lines.append(quoted(finding.words)) }
            if !finding.advice.isEmpty { lines.append("\(phrases.instead): \(finding.advice)") }
            return lines.joined(separator: "\n")
        }
        return try render(
            Purpose.staffRefused, language,
            [
                "findings": found.isEmpty ? about.reason : found.joined(separator: "\n\n"),
                "words": words.isEmpty ? phrases.nothing : quoted(words),
            ], about, person)
    }

    /// A finding of the voice, in whatever shape the voice gives it.
    struct Finding: Sendable, Hashable {
        var rule: String
        var words: String
        var advice: String

        static func all(_ findings: JSON?) -> [Finding] {
            guard let list = findings?.array ?? findings?["findings"]?.array else { return [] }
            return list.map {
                Finding(
                    rule: $0["rule"]?.string ?? "", words: $0["words"]?.string ?? "",
                    advice: $0["advice"]?.string ?? $0.string ?? "")
            }
        }
    }

    private func render(
        _ name: String, _ language: String, _ values: [String: String], _ about: Subject, _ person: People.Person
    ) throws -> Template.Rendered {
        let template = try templates.required(name, language: language)
        let phrases = StaffPhrases.in(language)
        let common = [
            "staff_name": person.firstName, "reference": about.ref,
            "deadline": about.due.moment.map { moments.moment($0.milliseconds, language: language) } ?? "",
            "idle": about.due == .nothing ? "yes" : "", "settled": about.due == .settled ? "yes" : "",
            "understood": understood(about, person, phrases),
        ]
        return try template.render(common.merging(values) { $1 })
    }

    private func understood(_ about: Subject, _ person: People.Person, _ phrases: StaffPhrases) -> String {
        var lines = ["\(phrases.why): \(about.reason)"]
        if let awaited = about.awaited { lines.append("\(phrases.awaited): \(spoken(awaited, language(of: person)))") }
        if let understanding = about.understanding {
            lines.append(
                "\(phrases.topic): \(understanding.topic) (\(Int((understanding.confidence * 100).rounded())) %)")
            lines.append("\(phrases.mood): \(understanding.mood)")
            lines += understanding.asks.map { "\(phrases.asks): \"\($0.quote)\"" }
            let fitting = about.fitting.filter { $0.id != person.id && $0.id != about.advocate?.id }
            if !fitting.isEmpty, !about.fitting.contains(where: { $0.id == person.id }) {
                lines.append("\(phrases.knows): \(addressed(fitting))")
            }
        }
        // Where each thinks that another has it, nobody has.
        if let advocate = about.advocate, advocate.id != person.id {
            lines.append("\(phrases.looksAfter): \(addressed([advocate]))")
        }
        let others = about.told.filter { $0.id != person.id && $0.id != about.advocate?.id }
        if !others.isEmpty { lines.append("\(phrases.others): \(addressed(others))") }
        return lines.joined(separator: "\n")
    }

    private func addressed(_ people: [People.Person]) -> String {
        people.map { "\($0.name) <\($0.address)>" }.joined(separator: ", ")
    }

    /// What is awaited, as a colleague reads it.
    func spoken(_ awaited: Story.Wait, _ language: String) -> String {
        CustomerPhrases.in(language).awaitedFrom(awaited.what, awaited.from)
    }

    /// What the customer wrote, with the names of the files that came with it, and how they voted since.
    private func words(_ about: Subject, _ language: String) -> String? {
        let phrases = StaffPhrases.in(language)
        var words = about.waiting.flatMap { heard -> [String] in
            let files = heard.contact.attachments.map { "\"\($0.name.onOneLine())\"" }.joined(separator: ", ")
            return [
                quoted(heard.contact.words),
                files.isEmpty ? "" : "\(phrases.files): \(files) (casewire case \(about.ref) --files DIR)",
            ]
        }
        if let vote = about.vote {
            let when = vote.at.map { " (\(past($0, language)))" } ?? ""
            words += ["\(phrases.vote)\(when): \(vote.question) \(vote.score)", quoted(vote.words ?? "")]
        }
        words.removeAll { $0.isEmpty }
        return words.isEmpty ? nil : words.joined(separator: "\n\n")
    }

    /// What went before, for who has not followed it.
    private func summary(_ background: Background, _ language: String) -> String {
        let phrases = StaffPhrases.in(language)
        func when(_ words: Background.Words) -> String {
            [past(words.at, language), words.by].compactMap(\.self).joined(separator: ", ")
        }
        let told = background.told.map { "\(phrases.told) (\(when($0))):\n\n\(quoted($0.words))" }
        let notes = background.notes.map { "\(phrases.note) (\(when($0))): \($0.words)" }
        return ([told].compactMap(\.self) + notes).joined(separator: "\n\n")
    }

    /// A moment that is over is not rounded up to the next minute, as one to come is.
    private func past(_ moment: Timestamp, _ language: String) -> String {
        moments.moment(moment.minute.milliseconds, language: language)
    }

    private func quoted(_ text: String) -> String {
        guard !text.isEmpty else { return "" }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? ">" : "> \($0)" }
            .joined(separator: "\n")
    }

    /// The first language of a person that there are words for.
    func language(of person: People.Person) -> String {
        person.languages.map(primary).first {
            CustomerPhrases.languages.contains($0) && templates.languages.contains($0)
        } ?? "en"
    }

    /// A length of time, in milliseconds, as `2 h 5 min`.
    static func length(_ milliseconds: Int64) -> String {
        let minutes = max(0, (milliseconds + 30_000) / 60_000)
        switch (minutes / 60, minutes % 60) {
        case (0, let minutes): return "\(minutes) min"
        case (let hours, 0): return "\(hours) h"
        case (let hours, let minutes): return "\(hours) h \(minutes) min"
        }
    }
}
