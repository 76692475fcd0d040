import Calendars
import Casework
import StageProtocol

/// What all cases have in common: people, clocks, texts.
struct Office: Sendable {
    let people: People
    let clocks: Clocks
    let customerMail: CustomerMail
    let staffMail: StaffMail

    init(people: People, figures: Figures, templates: TemplateCatalog, shop: String) {
        self.people = people
        clocks = Clocks(figures: figures)
        let moments = SpokenTime(zone: figures.calendar.zone)
        customerMail = CustomerMail(templates: templates, moments: moments, shop: shop)
        staffMail = StaffMail(templates: templates, moments: moments)
    }

    var calendar: BusinessCalendar { clocks.figures.calendar }

    func ladder(at moment: Timestamp) -> Ladder { Ladder(people: people, day: day(moment)) }

    func choice(at moment: Timestamp) -> AdvocateChoice { AdvocateChoice(people: people, day: day(moment)) }

    /// The language to write to a customer in: theirs where there are words for it, otherwise English.
    func language(_ tag: String?) -> String {
        guard let code = tag.map(primary), CustomerPhrases.languages.contains(code),
            customerMail.templates.languages.contains(code)
        else { return "en" }
        return code
    }

    private func day(_ moment: Timestamp) -> CalendarDay { calendar.day(at: moment.milliseconds) }
}
