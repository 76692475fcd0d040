import Broker
import StageProtocol

// What the broker answers to questions.

extension Oracle {
    /// - Parameter stage: who has asked; nil where an operator has.
    mutating func lookAt(answer body: Frame, to question: JSON, of stage: StagePlan?) throws(Violation) {
        guard let answer = try? JSON(bytes: body) else {
            throw Violation(rule: "readable", detail: "an answer that is no JSON: \(text(body))")
        }
        switch question["what"]?.string {
        case "counts": try counted.lookAt(answer.array ?? [], store)
        case "sections": for item in answer.array ?? [] { try lookAt(section: item, question, of: stage) }
        case "staff": try lookAt(word: answer, question)
        case "customer-erase": try lookAt(erasure: answer, question)
        default: break
        }
    }

    private func lookAt(section item: JSON, _ question: JSON, of stage: StagePlan?) throws(Violation) {
        let name = question["name"]?.string ?? ""
        let tellsWhose = item["customer"]?.string != nil
        if let stage, !stage.reads.contains(name) || (tellsWhose && !stage.reads.contains("history")) {
            throw Violation(rule: "least sight", detail: "\(stage.name) was told of section \(name): \(item)")
        }
        // One that was erased in this beat cannot be compared any more.
        guard let ref = item["ref"]?.string, let row = store.content.cases.find(ref) else {
            guard erasure.isNow else { throw Violation(rule: "said is committed", detail: "there is no case \(item)") }
            return
        }
        if let section = item["section"], section != .null, !written.contains(text(section.bytes)), !erasure.isNow {
            throw Violation(rule: "said is committed", detail: "section \(name) of \(ref): nobody wrote \(section)")
        }
        if let since = question["since"]?.string.flatMap({ Timestamp($0) }),
            let section = store.sections(row.id).first(where: { $0.name == name }), section.at < since,
            !isWrittenNow(name, of: row.id)
        {
            throw Violation(rule: "as asked for", detail: "section \(name) of \(ref) has not changed since \(since)")
        }
        // An operator sees all there is.
        if stage != nil, let of = question["of"]?.string, let asked = store.content.cases.find(of),
            row.id != asked.id, row.customer == nil || row.customer != asked.customer
        {
            throw Violation(rule: "as asked for", detail: "\(ref) is no case of the customer of \(of)")
        }
    }

    /// What a colleague said was taken, so they had seen what the customer wrote up to this beat; and it is on its way.
    private mutating func lookAt(word answer: JSON, _ question: JSON) throws(Violation) {
        guard let ref = answer["ref"]?.string, let row = store.content.cases.find(ref) else {
            guard erasure.isNow else {
                throw Violation(rule: "said is committed", detail: "there is no case \(answer)")
            }
            return
        }
        if let seen = question["seen"]?["heard"]?.int, seen < heard.before(row.id) {
            throw Violation(
                rule: "nothing past heard",
                detail: "what was said of \(ref) after contact \(seen) of \(heard.before(row.id)) was taken")
        }
        for id in (answer["messages"]?.array ?? []).compactMap(\.int) {
            guard let data = store.content.messages[id]?.data else {
                throw Violation(rule: "said is committed", detail: "the word \(id) about \(ref) is not in the store")
            }
            messages.add(word: text(data), about: ref)
        }
    }

    private func lookAt(erasure answer: JSON, _ question: JSON) throws(Violation) {
        guard answer["left"] == 0, let address = question["address"]?.string else { return }
        for row in store.cases where row.customer == address && refsBefore[row.id] == row.ref {
            throw Violation(rule: "erased is gone", detail: "\(row.ref) of \(address) is still there")
        }
    }
}

extension CaseTable {
    /// The case of a reference.
    func find(_ ref: String) -> CaseRow? { byRef[Exact(ref)].flatMap { self[$0] } }
}
