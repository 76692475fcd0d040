import Calendars
import Casework
import StageKit

/// Fills the shop's templates.
struct Writing: Sendable {
    let catalog: TemplateCatalog
    let desk: Settings.Desk
    let time: SpokenTime

    /// A text for a customer.
    /// - Parameter values: what the text needs besides shop, reference, name and signature.
    /// - Throws: a configuration failure that names the template's mistake.
    func write(
        _ template: String, language: String, ref: String, customer: Party, _ values: [String: String] = [:]
    ) throws -> Template.Rendered {
        guard let text = catalog.template(template, language: language) else {
            throw StageFailure.config(
                "template", "the templates folder has no \(template) in \(language) or in English")
        }
        var all = ["shop": desk.name, "reference": ref, "signature": desk.signedAs(in: language)]
        all["name"] = Self.spoken(customer.name)
        all.merge(values) { $1 }
        do {
            return try text.render(all)
        } catch {
            throw StageFailure.config("template", "\(error)")
        }
    }

    /// The receipt of a first contact: who looks after it and when the next word comes.
    func acknowledgment(
        language: String, ref: String, customer: Party, advocate: String?, nextWord: Timestamp, zone: String? = nil,
        page: String? = nil, concerns: [Concern] = []
    ) throws -> Template.Rendered {
        var values = ["next_word": spoken(nextWord, language, zone)]
        values["page"] = page
        for concern in concerns { values[concern.rawValue] = "yes" }
        if Concern.areUrgent(concerns) { values["urgent"] = "yes" }
        if let first = Self.firstName(advocate) { values["advocate"] = first } else { values["desk"] = desk.name }
        return try write("acknowledgment", language: language, ref: ref, customer: customer, values)
    }

    /// The receipt of a further contact.
    func receipt(
        language: String, ref: String, customer: Party, advocate: String?, nextWord: Timestamp, zone: String? = nil,
        page: String? = nil, concerns: [Concern] = []
    ) throws -> Template.Rendered {
        var values = ["next_word": spoken(nextWord, language, zone)]
        values["page"] = page
        for concern in concerns { values[concern.rawValue] = "yes" }
        if Concern.areUrgent(concerns) { values["urgent"] = "yes" }
        if let first = Self.firstName(advocate) { values["advocate"] = first }
        return try write("follow-up-received", language: language, ref: ref, customer: customer, values)
    }

    private func spoken(_ moment: Timestamp, _ language: String, _ zone: String?) -> String {
        time.moment(moment.told.milliseconds, language: language, on: zone)
    }

    private static func firstName(_ name: String?) -> String? {
        name?.split(separator: " ").first.map(String.init)
    }

    /// A name to greet somebody by; nil where it looks like anything but a name. What stands in a form's name field
    /// would otherwise be an advertisement that we send to whose address the writer gave.
    static func spoken(_ name: String?) -> String? {
        guard let name, (1...40).contains(name.count) else { return nil }
        let isName = name.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || [" ", "-", "'", "’", "."].contains(scalar)
        }
        let words = name.split(separator: " ")
        let bearsAddress = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().contains {
            $0.first.map { $0 != " " } ?? false
        }
        return isName && (1...4).contains(words.count) && !bearsAddress ? words.joined(separator: " ") : nil
    }
}
