import Casework
import Clocks
import StageKit

// Two causes that turn out to be one: one of them ends, the other goes on with its cases and the sooner day of both. What comes
// under either name from then on joins the one that goes on.
extension Cause {
    /// What a cause hands to the one it is the same as: the member `same` of an entry there, and of the data of `case.cause`.
    struct Handover: Codable, Sendable, Hashable {
        /// The cause that ends.
        var ref: String
        var reports: [Report]
        var found: String?
        /// By when it was to be mended.
        var due: Timestamp?
        /// When that was seen to have passed, and how far up the ladder it went then.
        var missed: Timestamp?
        var rung: Int?
    }

    /// A cause that ended in another, and who said so: an entry of that one's log.
    struct Joining: Codable, Sendable, Hashable {
        var same: Handover
        var person: String
    }

    /// What a customer's case is told when its cause goes on in another: the data of `case.cause`.
    struct Moved: Codable, Sendable, Hashable {
        var related: String
        var kind: String
        var key: String
    }
}

extension CauseWork {
    /// The cause that a colleague says this one is the same as; nil where they say something else.
    var same: String? {
        guard received.type == "case.staff", let words: JSON = try? received.data(),
            case .same(let ref) = CauseCommand(words["words"]?.string ?? "")
        else { return nil }
        return ref
    }

    /// This one ends, and goes on in another.
    /// - Returns: why that cannot be, in words; nil where it was done.
    mutating func merge(into ref: String, by person: People.Person) throws -> String? {
        guard ref != head.ref else { return "\(ref) is this very cause; name the other one." }
        guard let other else { return "there is no cause \(ref); casewire causes lists them." }
        if let last = other.merged { return "\(ref) goes on in \(last) itself; name that one." }
        guard other.state == "open" else {
            return "\(ref) is mended already; where that mended this one too, say so with /mended."
        }
        let handover = Cause.Handover(
            ref: head.ref, reports: cause.reports, found: cause.found, due: due, missed: cause.missed?.at,
            rung: cause.missed == nil ? nil : cause.rung)
        try outcome.open(
            Cause.kind, key: cause.key, subject: head.subject ?? "Cause: \(cause.key)",
            Cause.Joining(same: handover, person: person.id), output: "cause", joining: ref)
        try outcome.emit(
            "cause", about: cause.cases, Cause.Moved(related: ref, kind: Cause.kind, key: other.key))
        let isNews = cause.isTold && owner.id != person.id && owner.id != other.owner.id
        try record("decided", ["merged": .string(ref), "person": .string(person.id)])
        close("it is the same as \(ref), and goes on there")
        if isNews {
            try tell([owner], "same-\(ref)", "\(person.name) found it to be the same as \(ref), where it goes on.")
        }
        return nil
    }

    /// `case.cause`: a further case joins it, of which nobody is told; or another cause does, of which its owner is, unless they
    /// said so themselves or are still to be told of all of it. A case of before it was mended is counted here, too.
    mutating func joined(_ data: JSON) throws {
        if !isOpen, let report: Cause.Report = try? data.decode(), !cause.reports.contains(report) {
            return try record("noted", JSON(encoding: report))
        }
        guard isOpen, cause.isTold, let joining: Cause.Joining = try? data.decode(), joining.person != owner.id else {
            return
        }
        try tell(
            [owner], "joined-\(joining.same.ref)",
            "\(joining.same.ref) was found to be the same, and goes on here. The sooner day of both counts.")
        // The mail names the day: where it is near, that is the reminder.
        if let due, cause.missed == nil, let moment = reminder(of: due), moment <= now, cause.reminded != due {
            try record("noted", ["reminded": .string(due.description)])
        }
    }
}

extension CaseWork {
    /// `case.cause`: the cause of what went wrong here goes on in another.
    mutating func causeMoved(_ moved: Cause.Moved) throws {
        guard !story.noted("related").contains(where: { $0["related"]?.string == moved.related }) else { return }
        try note(JSON(encoding: moved))
    }
}

/// What the broker knows of other causes.
struct OtherCauses: Sendable {
    /// A cause by its reference; nil where there is none.
    var named: @Sendable (String) async throws -> CauseSection?
    /// Those that changed last, with their references.
    var latest: @Sendable () async throws -> [(ref: String, cause: CauseSection)]

    /// Asks the broker.
    init(_ context: StageContext) {
        latest = {
            let reply = try await context.ask("sections", ["name": "cause", "limit": 2000])
            return try (reply.array ?? []).compactMap { item in
                guard let ref = item["ref"]?.string, let cause: CauseSection = try item["section"]?.decode() else {
                    return nil
                }
                return (ref, cause)
            }
        }
        named = { ref in
            do {
                let reply = try await context.ask("sections", ["name": "cause", "of": .string(ref)])
                return try reply.array?.first { $0["ref"]?.string == ref }?["section"]?.decode()
            } catch let refusal as BrokerRefusal where refusal.code == "no-case" {
                return nil
            }
        }
    }
}
