import Casework
import StageKit

/// Asks how it went, sees to it that what customers say is acted on, and thanks them.
@main
struct Survey: Stage {
    static let name = "survey"
    static let version = "1.1.0"

    private let house: House
    private let past: PastQuestion

    init(settings: SurveySettings, context: StageContext) throws {
        try self.init(settings: settings, context: context, past: PastQuestion(context))
    }

    init(settings: SurveySettings, context: StageContext, past: PastQuestion) throws {
        guard let standards = context.standards, let people = context.people else {
            throw StageFailure.config(
                "no-standards", "survey works by the standards and the people; its manifest must read both")
        }
        house = try House(settings: settings, standards: standards, people: people)
        self.past = past
    }

    func handle(_ delivery: Received, _ outcome: inout OutcomeBuilder) async throws {
        var work = try Work(delivery, house: house, past: past, outcome: outcome)
        switch delivery.type {
        case "case.resolved": try await work.resolved()
        case "survey.ask": try await work.ask(delivery.data())
        case "survey.invite": try await work.invite()
        case "case.feedback": try await work.toldUs(delivery.data())
        case "case.understood": try work.understood(delivery.data())
        case "case.corrected": try work.corrected(delivery.data())
        case "case.staff": try await work.staffWrote(delivery.data())
        // What is due of each piece of feedback is worked out with whatever comes: this brings nothing else.
        case "feedback.due": break
        case "say.refused": try work.refused(delivery.say)
        default:
            throw StageFailure.permanent(
                "unknown-type", "survey does not handle \(delivery.type); route it to another stage")
        }
        outcome = try work.finish()
    }
}
