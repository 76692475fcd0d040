import Casework
import Clocks
import StageKit

/// Gives every case somebody who stands for the customer, keeps its clocks, and goes up the ladder in time.
@main
struct Escalation: Stage {
    static let name = "escalation"
    static let version = "1.0.0"

    var office: Office
    /// What customers were granted before.
    var grants: Grants
    var otherCauses: OtherCauses
    private let measuring: Measuring

    init(settings: EscalationSettings, context: StageContext) throws {
        let templates: TemplateCatalog
        do {
            templates = try TemplateCatalog(folder: settings.templates)
        } catch {
            throw StageFailure.config("templates", "\(error)")
        }
        try self.init(settings: settings, templates: templates, context: context)
    }

    init(settings: EscalationSettings, templates: TemplateCatalog, context: StageContext) throws {
        guard let standards = context.standards, let people = context.people else {
            throw StageFailure.config(
                "no-standards", "escalation works by the standards and the people; its manifest must read both")
        }
        let figures: Figures = try Self.decode(standards, "standards.yaml")
        let everybody: People = try Self.decode(people, "people.yaml")
        do {
            office = try Office(
                people: everybody, figures: figures, templates: templates, shop: settings.desk.name,
                links: try Self.links(settings))
        } catch let error as DecodingError {
            throw StageFailure.config("people", "the hours in people.yaml cannot be used: \(error)")
        }
        measuring = Measuring(context: context, calendar: figures.calendar)
        grants = Grants(context)
        otherCauses = OtherCauses(context)
    }

    private static func links(_ settings: EscalationSettings) throws -> Links? {
        guard let web = settings.desk.web, let path = settings.key else { return nil }
        do {
            return Links(web: web, key: try SigningKey.load(path: path))
        } catch {
            throw StageFailure.config("key", "\(error)")
        }
    }

    func handle(_ delivery: Received, _ outcome: inout OutcomeBuilder) async throws {
        var office = office
        if let pace = await measuring.pace(at: delivery.now) { office.pace = pace }
        if let kind = try delivery.case.kind {
            // A case of the house: causes and digests are ours, others are those of other stages.
            guard kind == Cause.kind else {
                if kind == Digest.kind {
                    var work = DigestWork(office: office, received: delivery, outcome: outcome)
                    outcome = try work.work()
                }
                var work = try HouseWork(delivery, office: office, outcome: outcome)
                return outcome = try work.work()
            }
            var work = try CauseWork(delivery, office: office, outcome: outcome)
            if let ref = work.same { work.other = try await otherCauses.named(ref) }
            return outcome = try work.work()
        }
        var work = try CaseWork(delivery, office: office, outcome: outcome)
        if let moment = work.waitsForTopic { return try CaseWork.choose(at: moment, &outcome) }
        try work.replaceWhoLeft()
        if work.mayGrant { work.grantedElsewhere = try await grants.elsewhere(work.ref) }
        if work.mayFollowUp { work.consider(try await otherCauses.latest()) }
        switch delivery.type {
        case "case.contact": try work.contact()
        case "case.understood": try work.understood(delivery.data())
        case "case.handover": try work.handover(delivery.data())
        case "case.said": try work.said(delivery.data())
        case "case.staff":
            try work.taken(delivery.data())
            try work.staffWrote(delivery.data())
        case "case.notice": try work.notice(delivery.data())
        case "case.voted": try work.voted(delivery.data())
        case "case.settled": try work.settled(delivery.data())
        // Advocate, clocks and timers are looked at anew with whatever comes: this brings nothing else.
        case "standards.changed": break
        case "case.correction": try work.corrected(delivery.data())
        case "clock.due": try work.due(delivery.data())
        case "case.cause": try work.causeMoved(delivery.data())
        case "case.digest": try work.tellAlone(delivery.data())
        case "say.refused": try work.refused(delivery.say, text: delivery.text)
        case "message.dead": try work.dead(delivery.data())
        default:
            throw StageFailure.permanent(
                "unknown-type", "escalation does not handle \(delivery.type); route it to another stage")
        }
        outcome = try work.finish()
    }

    private static func decode<T: Decodable>(_ json: JSON, _ file: String) throws -> T {
        do {
            return try json.decode(T.self)
        } catch {
            throw StageFailure.config("unreadable", "\(file) cannot be used by escalation: \(error)")
        }
    }
}
