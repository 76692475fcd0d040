package import Calendars
package import StageProtocol

/// What a customer may expect: sentences a person can read aloud, each with the figures the pipeline keeps it by.
package struct Standards: Sendable, Hashable {
    package struct Standard: Sendable, Hashable {
        /// The key in `standards.yaml`, such as `never_silent`.
        package var id: String
        /// The sentence, with its figures filled in.
        package var promise: String
        package var figures: [String: JSON]
        /// Whether people keep it, and no program: `by: people`.
        package var isKeptByPeople = false

        /// The id as a person says it.
        package var title: String { id.split(separator: "_").joined(separator: " ") }
    }

    /// In the order of the file.
    package var standards: [Standard]
    package var calendar: BusinessCalendar

    package subscript(id: String) -> Standard? { standards.first { $0.id == id } }

    /// A length of time such as `first_answer`, `within`.
    package func span(_ id: String, _ figure: String) -> TimeSpan? {
        self[id]?.figures[figure]?.string.flatMap(TimeSpan.init)
    }

    /// What a stage that reads `standards` is handed: the shape of the file, sentences filled in, lengths of time as
    /// texts such as `4 business hours`.
    package var json: JSON {
        var members: [String: JSON] = [:]
        for standard in standards {
            members[standard.id] = .object(standard.figures.merging(["promise": .string(standard.promise)]) { $1 })
        }
        // A calendar encodes to texts and mappings, which are always JSON.
        members["calendar"] = (try? JSON(encoding: calendar)) ?? .null
        return .object(members)
    }
}
