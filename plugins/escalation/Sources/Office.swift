import Calendars
import Casework
import Clocks
import Crypto
import StageProtocol

/// What all cases have in common: people, figures, texts.
struct Office: Sendable {
    let people: People
    let figures: Figures
    let customerMail: CustomerMail
    let staffMail: StaffMail
    let promises: PromiseReader

    /// How long answers take, where it is known.
    var pace: Pace?
    /// What the counted load does not know yet.
    let recent = RecentChoices()
    private let links: Links?
    /// When people are there, of those who have hours.
    private let hours: [String: BusinessCalendar]

    init(people: People, figures: Figures, templates: TemplateCatalog, shop: String, links: Links? = nil) throws {
        self.people = people
        hours = try Self.hours(of: people, zone: figures.calendar.zone)
        self.links = links
        self.figures = figures
        promises = PromiseReader(calendar: figures.calendar)
        let moments = SpokenTime(zone: figures.calendar.zone)
        customerMail = CustomerMail(templates: templates, moments: moments, shop: shop)
        staffMail = StaffMail(templates: templates, moments: moments)
    }

    private static func hours(of people: People, zone: String) throws -> [String: BusinessCalendar] {
        let calendars = try people.people.compactMap { person -> (String, BusinessCalendar)? in
            guard let hours = person.hours, !hours.isEmpty else { return nil }
            let week = hours.mapValues { JSON.array($0.map(JSON.string)) }
            let calendar: JSON = [
                "zone": .string(person.zone ?? zone), "hours": .object(week), "closed": [:], "other_hours": [:],
            ]
            return (person.id, try calendar.decode())
        }
        return Dictionary(calendars, uniquingKeysWith: { $1 })
    }

    /// Whether somebody's hours are running; who has none is always there.
    func isThere(_ person: People.Person, at moment: Timestamp) -> Bool {
        hours[person.id]?.isOpen(at: moment.milliseconds) ?? true
    }

    /// When somebody is there next.
    func opening(of person: People.Person, after moment: Timestamp) -> Timestamp {
        hours[person.id].map { Timestamp(milliseconds: $0.nextOpen(after: moment.milliseconds)) } ?? moment
    }

    /// A moment as colleagues read it in a mail's reason.
    func spoken(_ moment: Timestamp) -> String { staffMail.moments.moment(moment.milliseconds, language: "en") }

    var calendar: BusinessCalendar { figures.calendar }

    /// The clocks of a case, worked out from its log.
    func clocks(_ log: [Entry], _ head: CaseHead, at now: Timestamp) -> CaseClocks {
        CaseClocks(log, heard: head.heard, opened: head.opened, figures: figures, at: now)
    }

    func ladder(at moment: Timestamp, topic: String? = nil) -> Ladder {
        Ladder(people: people, rungs: people.rungs(topic: topic), day: day(moment))
    }

    func choice(at moment: Timestamp) -> AdvocateChoice { AdvocateChoice(people: people, day: day(moment)) }

    /// Chooses who is to stand for a customer in a case.
    func choose(_ question: AdvocateChoice.Question, for ref: String, at now: Timestamp) -> People.Person? {
        recent.choose(for: ref, at: now, load: question.load) { load in
            var question = question
            question.load = load
            return choice(at: now).choose(question)
        }
    }

    /// The language to write to a customer in: theirs where there are words for it, otherwise English.
    func language(_ contact: ContactSection?, _ understanding: Understanding?) -> String {
        let written = customerMail.templates.languages.filter(CustomerPhrases.languages.contains)
        return CustomerLanguage.choose(contact, understanding, from: written) ?? "en"
    }

    /// A customer's own page about a case, where the desk has a web door.
    func page(of customer: Party, ref: String, language: String, at moment: Timestamp) -> String? {
        links.map { links in
            CaseLink(ref: ref, address: customer.address, made: moment)
                .url(at: links.web, language: language, key: links.key)
        }
    }

    private func day(_ moment: Timestamp) -> CalendarDay { calendar.day(at: moment.milliseconds) }
}

/// What links to customers' pages are made with.
struct Links: Sendable {
    /// Where customers reach the web door.
    var web: String
    var key: SymmetricKey
}
