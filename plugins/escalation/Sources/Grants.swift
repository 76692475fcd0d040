import Casework
import Clocks
import StageKit

/// What a customer was granted in their other cases, as the broker knows it.
struct Grants: Sendable {
    /// Grants in the other cases of a case's customer, by the case's reference.
    var elsewhere: @Sendable (String) async throws -> [Care.Grant]

    /// Asks the broker.
    init(_ context: StageContext) {
        elsewhere = { ref in
            let reply = try await context.ask("sections", ["name": "care", "of": .string(ref)])
            return try (reply.array ?? []).filter { $0["ref"]?.string != ref }.flatMap { item -> [Care.Grant] in
                try item["section"]?["granted"]?.decode() ?? []
            }
        }
    }
}

extension CaseWork {
    /// Whether this delivery can grant something to a customer who has other cases: only then is there anything to ask.
    var mayGrant: Bool {
        guard figures.goodwill?.per_customer_year != nil, head.history?.isEmpty == false else { return false }
        return ["clock.due", "case.staff"].contains(received.type)
    }
}
