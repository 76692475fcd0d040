import Calendars
import Casework
import FoundationEssentials
import Knowledge
import Language
import Mail
import StageKit

/// The one voice: acknowledges, answers from the knowledge folder, holds every text against the standards, sends.
@main
struct Responder: Stage {
    static let name = "responder"
    static let version = "1.0.0"

    let settings: Settings
    let rules: Rules
    let languages: Languages
    let writing: Writing
    let seeking: Seeking
    let drafting: Drafting
    let judging: Judging
    let promises: PromiseReader
    let composer: Composer
    let outbox: Outbox
    let staff: Staff
    let owners: Owners

    init(settings: Settings, context: StageContext) throws {
        self.settings = settings
        rules = try Rules(context.standards)
        let time = SpokenTime(zone: rules.calendar.zone)
        let catalog = try Self.catalog(settings.templates)
        languages = Languages(
            written: catalog.languages,
            reader: LanguageReader.open(settings.languages) { words, error in
                context.logger.warning("\(words)", metadata: ["reason": "\(error)"])
            })
        writing = Writing(catalog: catalog, desk: settings.desk, time: time)
        seeking = Seeking(
            knowledge: try Self.knowledge(settings.knowledge, logger: context.logger), sure: rules.sure)
        drafting = Drafting(sure: rules.sure, questions: rules.questions)
        promises = PromiseReader(calendar: rules.calendar)
        owners = Owners(notices: settings.notices.map(Notices.init))
        staff = Staff(context.people, rules: rules)
        do {
            composer = Composer(desk: settings.desk, key: try SigningKey.load(path: settings.key), time: time)
        } catch {
            throw StageFailure.config("key", "\(error)")
        }
        judging = Judging(
            staff: staff, questions: rules.questions,
            own: [settings.desk.web].compactMap(\.self), key: composer.key)
        guard MailAddress(address: settings.desk.address).isDeliverable else {
            throw StageFailure.config("desk", "\(settings.desk.address) is no address that the desk can write from")
        }
        outbox = try Outbox(settings)
    }

    func handle(_ delivery: Received, _ outcome: inout OutcomeBuilder) async throws {
        switch delivery.type {
        case "case.contact": try heard(delivery, &outcome)
        case "case.assigned": try assigned(delivery, &outcome)
        case "responder.acknowledge": try acknowledgeNow(delivery, &outcome)
        case "case.understood": try understood(delivery, &outcome)
        case "responder.draft": try draft(delivery, &outcome)
        case "say.proposed": try judge(delivery, &outcome)
        case "say.ready": try await send(delivery, &outcome)
        case "say.refused": try refused(delivery, &outcome)
        default: throw StageFailure.permanent("unknown-type", "the responder does not know \(delivery.type)")
        }
    }
}

// MARK: Getting ready

extension Responder {
    private static func catalog(_ folder: String) throws -> TemplateCatalog {
        do {
            return try TemplateCatalog(folder: folder)
        } catch {
            throw StageFailure.config("templates", "\(error)")
        }
    }

    /// An article that is wrong is told of and left out; the others serve all the same.
    private static func knowledge(_ folder: String, logger: Logger) throws -> KnowledgeBase {
        let knowledge: KnowledgeBase
        do {
            knowledge = try KnowledgeBase(folder: folder)
        } catch {
            throw StageFailure.config("knowledge", "\(error)")
        }
        for problem in knowledge.problems {
            logger.warning("an article is left out", metadata: ["reason": "\(problem)"])
        }
        logger.info("knowledge indexed", metadata: ["articles": "\(knowledge.articles.count)"])
        return knowledge
    }
}

// MARK: Whom we speak to

/// A customer as a text is written to them.
struct Reader: Sendable {
    var ref: String
    var customer: Party
    var language: String
    /// Their distance from UTC, as their last words told it; nil where they did not.
    var zone: String?
    /// Their own page about the case, where the desk has a web door.
    var page: String?
}

extension Responder {
    /// - Throws: a permanent failure where nobody is known to write to.
    func reader(of delivery: Received, _ story: Story) throws -> Reader {
        let contact: ContactSection? = try delivery.section("contact")
        let understanding: Understanding? = try delivery.section("understanding")
        guard let customer = story.customer(contact) else {
            throw StageFailure.permanent("no-customer", "nothing says whom to write to; the case has no contact")
        }
        let language = languages.choose(
            contact: contact, understanding: understanding, earlier: story.byPeople.reversed().map(\.contact.words))
        let ref = try delivery.case.ref
        let page = settings.desk.web.map { web in
            CaseLink(ref: ref, address: customer.address, made: delivery.now)
                .url(at: web, language: language, key: composer.key)
        }
        return Reader(
            ref: ref, customer: customer, language: language, zone: story.byPeople.last?.contact.zone, page: page)
    }

    /// Proposes a text to the customer, with what it promises.
    func say(
        _ name: String, _ purpose: String, _ text: Template.Rendered, answers: Bool = false, details: JSON? = nil,
        promises: [MadePromise], _ reader: Reader, _ outcome: inout OutcomeBuilder
    ) throws {
        var details = details?.object ?? [:]
        details["promises"] = try JSON(encoding: promises)
        outcome.say(
            name, to: [reader.customer.address], purpose: purpose, answers: answers, subject: text.subject,
            language: reader.language, text: text.body, details: .object(details))
    }
}
