import Casework
import Foundation
import StageKit

/// Sees when many customers write about the same, tells one person, and tells those affected what that person says.
@main
struct Lookout: Stage {
    static let name = "lookout"
    static let version = "1.0.0"

    var watching: Watching
    let desk: Desk
    let alarms: Alarms

    init(settings: LookoutSettings, context: StageContext) throws {
        guard let standards = context.standards, let people = context.people else {
            throw StageFailure.config(
                "no-standards", "lookout works by the standards and the people; its manifest must read both")
        }
        desk = try Desk(settings: settings, standards: standards, people: people)
        alarms = desk.alarms
        watching = Watching(context: context, zone: desk.zone)
    }

    func handle(_ delivery: Received, _ outcome: inout OutcomeBuilder) async throws {
        switch delivery.type {
        case "case.understood": try await understood(delivery, &outcome)
        case "spike.seen": try await seen(delivery, &outcome)
        case "spike.joined": try await tell(delivery, &outcome)
        case "spike.affects": try affects(delivery, &outcome)
        case "spike.due": try await due(delivery, &outcome)
        case "case.staff": try await staffWrote(delivery, &outcome)
        case "say.refused": try refused(delivery, &outcome)
        default:
            throw StageFailure.permanent(
                "unknown-type", "lookout does not handle \(delivery.type); route it to another stage")
        }
    }
}
