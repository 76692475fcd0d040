import Calendars
import Casework
import Clocks
import StageKit

/// How long answers take in cases of each topic, measured over the latest cases: asked of the broker once an hour.
///
/// It is a memory that may be lost: a stage that cannot ask, or has nothing to go by, predicts nothing.
actor Measuring {
    private let context: StageContext
    private let calendar: BusinessCalendar
    private var pace: Pace?
    private var measured: Timestamp?

    init(context: StageContext, calendar: BusinessCalendar) {
        self.context = context
        self.calendar = calendar
    }

    func pace(at now: Timestamp) async -> Pace? {
        if let measured, now - measured < .seconds(3600) { return pace }
        measured = now
        do {
            let care = try await sections("care")
            let understood = try await sections("understanding")
            pace = Pace(care: care, understood: understood, calendar: calendar)
        } catch {
            context.logger.debug("how long answers take is not known", metadata: ["error": "\(error)"])
        }
        return pace
    }

    private func sections(_ name: String) async throws -> [(ref: String, body: JSON)] {
        let reply = try await context.ask("sections", ["name": .string(name), "limit": 2000], within: .seconds(5))
        return (reply.array ?? []).compactMap { item in
            item["ref"]?.string.flatMap { ref in item["section"].map { (ref, $0) } }
        }
    }
}

extension Pace {
    /// What sections of many cases tell.
    init(care: [(ref: String, body: JSON)], understood: [(ref: String, body: JSON)], calendar: BusinessCalendar) {
        self.init()
        let topics = Dictionary(
            understood.compactMap { ref, body in body["topic"]?.string.map { (ref, $0) } }, uniquingKeysWith: { $1 })
        for (ref, body) in care {
            guard let topic = topics[ref],
                let clock: Care.Clock = try? body["clocks"]?[ClockName.firstAnswer.rawValue]?.decode(),
                let met = clock.met
            else { continue }
            add(calendar.working(between: clock.started.milliseconds, and: met.milliseconds), topic: topic)
        }
    }
}
