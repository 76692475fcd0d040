import Casework
import StageKit

/// What the other cases of a customer tell: whether they were asked or thanked, and what they chose.
struct Past: Sendable {
    struct Case: Sendable {
        var ref: String
        var status: CaseStatus
        var opened: Timestamp
        var feedback: Feedback?
        var appreciation: Appreciation?
    }

    /// The latest first, without the case at hand.
    var cases: [Case]

    var isAnyOpen: Bool { cases.contains { $0.status == .open } }

    /// When and in which case the customer was asked last.
    var asked: (at: Timestamp, ref: String)? {
        cases.compactMap { past in past.feedback?.asked.map { ($0, past.ref) } }.max { $0.0 < $1.0 }
    }

    /// The case in which they heard already that this was done.
    func told(_ what: String) -> String? { cases.first { $0.feedback?.hasTold(what) == true }?.ref }

    /// When the customer was thanked last.
    var thanked: Timestamp? { cases.compactMap { $0.appreciation?.thanked }.max() }

    /// Whether they were invited to the list, or have chosen by themselves.
    var knowsOfTheList: Bool { cases.contains { $0.appreciation?.knowsOfTheList == true } }

    /// Whether they wish no mails that answer nothing, by the latest of their choices.
    /// - Parameter this: what the case at hand says.
    func hasLeft(with this: Appreciation) -> Bool { chosen(with: this) == .leave }

    /// The latest of their choices; nil where they never chose.
    /// - Parameter this: what the case at hand says.
    func chosen(with this: Appreciation) -> ListChoice.Choice? {
        let all = cases.compactMap(\.appreciation) + [this]
        let joined = all.compactMap(\.joined).max()
        guard let left = all.compactMap(\.left).max() else { return joined == nil ? nil : .join }
        return joined.map { $0 < left } ?? true ? .leave : .join
    }
}

extension Feedback {
    /// Whether the customer heard already that this was done, however it was put between the words.
    func hasTold(_ what: String) -> Bool {
        let words = Self.words(what)
        return items?.contains { $0.told != nil && $0.done.map { Self.words($0.what) == words } == true } == true
    }

    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}

extension Appreciation {
    /// Whether the customer was invited, or has chosen.
    var knowsOfTheList: Bool { invited != nil || joined != nil || left != nil }
}

/// Asks the broker for a customer's past.
struct PastQuestion: Sendable {
    /// Sections of a name over all cases of the customer of a case.
    private let sections: @Sendable (_ name: String, _ ref: String) async throws -> JSON

    init(_ context: StageContext) {
        self.init { name, ref in try await context.ask("sections", ["name": .string(name), "of": .string(ref)]) }
    }

    init(_ sections: @escaping @Sendable (_ name: String, _ ref: String) async throws -> JSON) {
        self.sections = sections
    }

    private static func byCase(_ items: JSON) -> [String: JSON] {
        Dictionary(
            (items.array ?? []).compactMap { item in item["ref"]?.string.map { ($0, item) } }, uniquingKeysWith: { $1 })
    }

    /// - Throws: `StageFailure` where the broker cannot be asked; nobody is written to who may not wish it.
    func past(without ref: String) async throws -> Past {
        do {
            let feedback = try await sections("feedback", ref)
            let appreciation = try await sections("appreciation", ref)
            // Who chose in a case need not have been asked in it.
            let asked = Self.byCase(feedback)
            let chosen = Self.byCase(appreciation)
            let cases = asked.merging(chosen) { asked, _ in asked }.filter { $0.key != ref }
            return Past(
                cases: cases.compactMap { past, item in
                    guard let opened = item["opened"]?.string else { return nil }
                    return Past.Case(
                        ref: past, status: item["status"]?.string.flatMap(CaseStatus.init) ?? .resolved,
                        opened: Timestamp(opened) ?? Timestamp(milliseconds: 0),
                        feedback: try? asked[past]?["section"]?.decode(),
                        appreciation: try? chosen[past]?["section"]?.decode())
                }.sorted { ($0.opened, $0.ref) > ($1.opened, $1.ref) })
        } catch let refusal as BrokerRefusal where refusal.code == "no-case" {
            return Past(cases: [])
        } catch let refusal as BrokerRefusal {
            throw StageFailure.config("past", "the customer's other cases cannot be asked for: \(refusal)")
        } catch let error as BrokerUnreachable {
            throw StageFailure.retry("past", "the customer's other cases cannot be asked for: \(error)")
        }
    }
}
