import Broker
import StageProtocol

// What stages do with promises, and with cases of the house.

extension Handler {
    /// A promise that was made and is not over yet, as the log tells it.
    struct Owed {
        let name: String
        let due: Timestamp
    }

    /// What is owed in a case.
    func owed(_ delivery: Delivery, _ bodies: [Frame]) -> [Owed] {
        var owed: [Owed] = []
        for entry in log(delivery, bodies) {
            guard let body = entry["body"] else { continue }
            if entry["kind"]?.string == "promised", let name = body["name"]?.string,
                let due = body["due"]?.string.flatMap({ Timestamp($0) })
            {
                owed.append(Owed(name: name, due: due))
            } else if let over = body["kept"]?.string ?? body["withdrawn"]?.string {
                owed.removeAll { $0.name == over }
            }
        }
        return owed
    }

    /// Ends promises, one way or the other, and what was to remind of them.
    mutating func settle(_ promises: [Owed], _ draft: inout Draft) {
        for promise in promises {
            if chance(50) {
                draft.outcome.keep = (draft.outcome.keep ?? []) + [promise.name]
            } else {
                draft.outcome.withdraw = (draft.outcome.withdraw ?? []) + [promise.name]
            }
            draft.outcome.cancel = (draft.outcome.cancel ?? []) + ["promise-\(promise.name)"]
        }
    }

    /// The steward looks after a case of the house, and tells the cases that belong to it.
    mutating func chase(_ delivery: Delivery, _ bodies: [Frame], _ draft: inout Draft) {
        guard delivery.case?.status == .open else { return draft.append("noted", ["seen": .string(draft.token)]) }
        let related = log(delivery, bodies).compactMap { $0["body"]?["related"]?.string }
        if chance(60), let ref = related.randomElement(using: &random) {
            draft.emit("word", about: chance(90) ? ref : "CW-NOWHERE")
        }
        if delivery.message.type == "steward.chase", isWindingUp || chance(60) {
            draft.outcome.resolve = Resolve(reason: "mended")
        } else {
            draft.timer("chase", "steward.chase", delivery.now + .seconds(Int64.random(in: 60...7200, using: &random)))
        }
    }

    private func log(_ delivery: Delivery, _ bodies: [Frame]) -> [JSON] {
        delivery.log.flatMap { try? JSON(bytes: bodies[$0]) }?.array ?? []
    }
}
