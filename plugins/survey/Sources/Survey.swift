import Casework
import StageKit

/// Asks how it went once a case is resolved, and passes the answer on.
@main
struct Survey: Stage {
    static let name = "survey"
    static let version = "1.0.0"

    let standard: SurveyStandard
    let desk: SurveySettings.Desk
    let templates: SurveyTemplates
    let sign: @Sendable (SignedToken) -> String

    init(settings: SurveySettings, context: StageContext) throws {
        guard let standards = context.standards else {
            throw StageFailure.config("no-standards", "survey works by the standards; its manifest must read them")
        }
        do {
            standard = try standards.decode(SurveyStandard.self)
        } catch {
            throw StageFailure.config("unreadable", "standards.yaml cannot be used by survey: \(error)")
        }
        guard Vote.scale(of: standard.survey.ask) != nil else {
            throw StageFailure.config(
                "ask", "survey.ask in standards.yaml is \"\(standard.survey.ask)\"; write csat, ces or nps")
        }
        desk = settings.desk
        templates = try SurveyTemplates(folder: settings.templates)
        do {
            let key = try SigningKey.load(path: settings.key)
            sign = { $0.signed(with: key) }
        } catch {
            throw StageFailure.config("key", "\(error)")
        }
    }

    func handle(_ delivery: Received, _ outcome: inout OutcomeBuilder) async throws {
        switch delivery.type {
        case "case.resolved": try resolved(delivery, &outcome)
        case "survey.ask": try ask(delivery, &outcome)
        case "case.feedback": try answered(delivery, &outcome)
        case "say.refused": try refused(delivery, &outcome)
        default:
            throw StageFailure.permanent(
                "unknown-type", "survey does not handle \(delivery.type); route it to another stage")
        }
    }
}
