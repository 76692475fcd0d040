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

    private let links: Links?

    init(people: People, figures: Figures, templates: TemplateCatalog, shop: String, links: Links? = nil) {
        self.people = people
        self.links = links
        self.figures = figures
        promises = PromiseReader(calendar: figures.calendar)
        let moments = SpokenTime(zone: figures.calendar.zone)
        customerMail = CustomerMail(templates: templates, moments: moments, shop: shop)
        staffMail = StaffMail(templates: templates, moments: moments)
    }

    var calendar: BusinessCalendar { figures.calendar }

    /// The clocks of a case, worked out from its log.
    func clocks(_ log: [Entry], _ head: CaseHead, at now: Timestamp) -> CaseClocks {
        CaseClocks(log, heard: head.heard, opened: head.opened, figures: figures, at: now)
    }

    func ladder(at moment: Timestamp) -> Ladder { Ladder(people: people, day: day(moment)) }

    func choice(at moment: Timestamp) -> AdvocateChoice { AdvocateChoice(people: people, day: day(moment)) }

    /// The language to write to a customer in: theirs where there are words for it, otherwise English.
    func language(_ tag: String?) -> String {
        guard let code = tag.map(primary), CustomerPhrases.languages.contains(code),
            customerMail.templates.languages.contains(code)
        else { return "en" }
        return code
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
