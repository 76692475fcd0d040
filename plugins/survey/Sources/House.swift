import Calendars
import Casework
import Crypto
import StageKit

/// What all cases have in common: standards, people, texts, links.
struct House: Sendable {
    let standards: SurveyStandards
    let colleagues: Colleagues
    let texts: TemplateCatalog
    let moments: SpokenTime
    let settings: SurveySettings
    private let key: SymmetricKey
    private let authorities: Authorities

    /// - Throws: `StageFailure.config` that says what cannot be used.
    init(settings: SurveySettings, standards: JSON, people: JSON) throws {
        self.settings = settings
        do {
            self.standards = try standards.decode(SurveyStandards.self)
        } catch {
            throw StageFailure.config("unreadable", "standards.yaml cannot be used by survey: \(error)")
        }
        let ask = self.standards.survey.ask
        guard Vote.scale(of: ask) != nil else {
            throw StageFailure.config("ask", "survey.ask in standards.yaml is \"\(ask)\"; write csat, ces or nps")
        }
        do {
            colleagues = try Colleagues(people, zone: self.standards.calendar.zone)
        } catch {
            throw StageFailure.config("people", "people.yaml cannot be used by survey: \(error)")
        }
        do {
            texts = try TemplateCatalog(folder: settings.templates)
        } catch {
            throw StageFailure.config("templates", "\(error)")
        }
        do {
            key = try SigningKey.load(path: settings.key)
        } catch {
            throw StageFailure.config("key", "\(error)")
        }
        moments = SpokenTime(zone: self.standards.calendar.zone)
        authorities = Authorities(people, standards: standards)
    }

    var desk: SurveySettings.Desk { settings.desk }

    /// The language to write to a customer in.
    func language(_ contact: ContactSection?, _ understanding: Understanding?) -> String {
        CustomerLanguage.choose(contact, understanding, from: texts.languages) ?? "en"
    }

    /// The language to write in: that of the tag where there are texts in it, otherwise English.
    func language(_ tag: String?) -> String {
        let code = tag.map(CustomerLanguage.primary) ?? "en"
        return texts.languages.contains(code) ? code : "en"
    }

    /// A text in a language.
    func text(_ name: String, language: String, _ values: [String: String]) throws -> Template.Rendered {
        guard let template = texts.template(name, language: language) else {
            throw StageFailure.config("templates", "there is no template \"\(name)\"")
        }
        return try template.render(values)
    }

    /// What the gate has against a text to a customer in a colleague's name, as the voice would find it now.
    func findings(
        on text: String, by person: String, mood: String?, _ language: String, _ now: Timestamp
    ) -> [JSON] {
        let context = GateContext(
            language: language, authority: authorities.of(person), purpose: Purpose.didAsSaid, mood: mood, now: now,
            own: [desk.web].compactMap(\.self), key: key)
        let verdict = CourtesyGate.judge(text, context)
        guard verdict.verdict != .pass else { return [] }
        return verdict.findings.map { finding in
            [
                "rule": .string(finding.rule.rawValue), "words": .string(finding.words),
                "advice": .string(finding.advice),
            ]
        }
    }

    /// Where an answer to the survey is given; nil without a web door.
    func surveyLink(_ ref: String, to address: String, language: String) -> String? {
        desk.web.map { web in
            let base = web.hasSuffix("/") ? String(web.dropLast()) : web
            let subject = "\(ref).\(standards.survey.ask).\(CaseLink.person(address))"
            return "\(base)/s/\(SignedToken(.vote, subject).signed(with: key))?lang=\(language)"
        }
    }

    /// Where somebody joins the list, or leaves it and the like; nil without a web door.
    func listLink(_ choice: ListChoice.Choice, ref: String, address: String, language: String? = nil) -> String? {
        desk.web.map { ListLink(choice, ref: ref, address: address).url(at: $0, language: language, key: key) }
    }
}
