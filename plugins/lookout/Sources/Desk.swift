import Calendars
import Casework
import Foundation
import StageKit

/// What all spikes have in common: who is told, how often an alarm may be false, the texts.
struct Desk: Sendable {
    let zone: TimeZone
    let alarms: Alarms
    private let calendar: BusinessCalendar
    private let people: [Person]
    private let ladder: [Rung]
    private let ladders: [String: [Rung]]
    private let templates: TemplateCatalog
    private let name: String
    private let signature: String?

    struct Person: Decodable, Sendable, Hashable {
        var id: String
        var name: String
        var address: String
        var languages: [String]
        var away: [Absence]

        var firstName: String { name.split(separator: " ").first.map(String.init) ?? name }

        func isAway(on day: CalendarDay) -> Bool {
            away.contains { $0.from <= day.description && day.description <= $0.until }
        }
    }

    /// Both days are away, written as 2026-12-25, which sort as they follow each other.
    struct Absence: Decodable, Sendable, Hashable {
        var from: String
        var until: String
    }

    struct Rung: Decodable, Sendable, Hashable { var who: [String] }

    private struct Standards: Decodable {
        struct NoSurprises: Decodable {
            var falseAlarmEvery: TimeSpan?
            enum CodingKeys: String, CodingKey { case falseAlarmEvery = "false_alarm_every" }
        }

        var calendar: BusinessCalendar
        var noSurprises: NoSurprises?
        enum CodingKeys: String, CodingKey {
            case calendar
            case noSurprises = "no_surprises"
        }
    }

    private struct Everybody: Decodable {
        var people: [Person]
        var ladder: [Rung]
        var ladders: [String: [Rung]]?
    }

    /// What is meant where `no_surprises` has no figure.
    private static let usual: Int64 = 60 * 86_400_000

    init(settings: LookoutSettings, standards: JSON, people: JSON) throws {
        do {
            let figures = try standards.decode(Standards.self)
            let everybody = try people.decode(Everybody.self)
            calendar = figures.calendar
            zone = TimeZone(identifier: figures.calendar.zone) ?? .gmt
            let every = figures.noSurprises?.falseAlarmEvery?.milliseconds ?? Self.usual
            alarms = Alarms(every: max(1, Double(every) / 3_600_000))
            (self.people, ladder, ladders) = (everybody.people, everybody.ladder, everybody.ladders ?? [:])
        } catch {
            throw StageFailure.config("unreadable", "standards.yaml or people.yaml cannot be used by lookout: \(error)")
        }
        do {
            templates = try TemplateCatalog(folder: settings.templates)
        } catch {
            throw StageFailure.config("templates", "\(error)")
        }
        name = settings.desk.name
        signature = settings.desk.signature
    }

    /// Who is asked about a topic, from the bottom of its ladder up: those who are there, rung by rung.
    func rungs(topic: String, at now: Timestamp) -> [[Person]] {
        let day = calendar.day(at: now.milliseconds)
        let there = (ladders[topic] ?? ladder)
            .map { rung in rung.who.compactMap { self[$0] }.filter { !$0.isAway(on: day) } }.filter { !$0.isEmpty }
        return there.isEmpty ? [Array(people.prefix(1))] : there
    }

    subscript(id: String) -> Person? { people.first { $0.id == id } }

    func person(at address: String) -> Person? {
        people.first { $0.address.lowercased() == address.lowercased() }
    }

    func isOpen(at moment: Timestamp) -> Bool { calendar.isOpen(at: moment.milliseconds) }

    /// Languages that there are texts in.
    var languages: [String] { templates.languages }

    /// The language to write in: one that there are texts in, otherwise English.
    func language(_ tag: String?) -> String {
        let code = tag.map(CustomerLanguage.primary) ?? "en"
        return languages.contains(code) ? code : "en"
    }
}

// MARK: Texts

extension Desk {
    /// What customers who are affected are told.
    /// - Parameters:
    ///   - ask: what they asked for, in their own words.
    ///   - news: what a person has to say; nil for the notice as it is drafted.
    ///   - isCorrected: whether they were told something else before.
    func notice(
        ref: String, name: String?, ask: String?, news: String?, language: String, isCorrected: Bool = false
    ) throws -> Template.Rendered {
        guard let template = templates.template("spike", language: language) else { throw Self.missing("spike") }
        return try template.render([
            "reference": ref, "name": name ?? "", "words": ask.map(quoted) ?? "", "news": news ?? "", "shop": self.name,
            "corrected": isCorrected ? "yes" : "",
            "signature": Signature.text(signature, shop: self.name, language: language),
        ])
    }

    /// What a colleague is told: what was seen, in which cases, and what customers would read.
    func alarm(_ spike: Spike, ref: String, to person: Person) throws -> Template.Rendered {
        let language = language(person.languages.first)
        guard let template = templates.template("staff-spike", language: language) else {
            throw Self.missing("staff-spike")
        }
        let draft = try notice(ref: "…", name: nil, ask: nil, news: nil, language: language)
        return try template.render([
            "staff_name": person.firstName, "reference": ref, "summary": spike.topic, "findings": "\(spike.count)",
            "awaited": Spike.spoken(expected: spike.expected),
            "received": SpokenTime(zone: zone.identifier).moment(spike.since.milliseconds, language: language),
            "words": spike.samples.joined(separator: "\n"),
            "answer": quoted(draft.body),
        ])
    }

    /// Why a colleague's words were not carried out.
    func back(_ words: String, _ reason: String, ref: String, to person: Person) throws -> Template.Rendered {
        let language = language(person.languages.first)
        guard let template = templates.template("staff-refused", language: language) else {
            throw Self.missing("staff-refused")
        }
        return try template.render([
            "staff_name": person.firstName, "reference": ref, "findings": reason, "words": quoted(words),
            "deadline": "", "understood": reason,
        ])
    }

    private func quoted(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? ">" : "> \($0)" }
            .joined(separator: "\n")
    }

    private static func missing(_ name: String) -> StageFailure {
        .config("templates", "there is no template \(name).txt")
    }
}
