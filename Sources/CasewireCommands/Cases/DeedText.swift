import StageProtocol

/// What was done about a clock or a sign, in a sentence; nil for an entry that is about something else.
func deed(_ body: JSON) -> String? {
    func text(_ name: String) -> String? { body[name]?.string?.oneLine }
    let reason = text("reason").map { ": \($0)" } ?? ""
    if let rung = body["rung"]?.int, let told = body["told"]?.array, let clock = text("clock") {
        let people = told.compactMap(\.string).joined(separator: ", ").oneLine
        return people.isEmpty
            ? "nobody is left on the ladder" : "rung \(rung) of the ladder was told: \(people) (\(clock))"
    }
    if let clock = text("warned") { return "it was warned of \(clock)" }
    if let clock = text("missed") { return "missed \(clock), its time was up" }
    if let clock = text("predicted") { return "a miss of \(clock) was likely\(reason)" }
    if let sign = text("sign") { return "a sign, \(sign)\(reason)" }
    if let mood = text("mood") { return "they sounded \(mood)" }
    if let person = text("held") { return "\(person) hears of it when their hours begin\(reason)" }
    if let person = text("told-later") { return "\(person) has heard what waited for their hours" }
    if let other = text("related"), let key = text("key") {
        return "\(other) belongs with it (\(text("kind") ?? "") \(key))"
    }
    if let what = text("cause") { return "what went wrong: \(what)" }
    if let what = text("found") { return "the cause was found: \(what)" }
    if let what = text("mended") { return "the cause is mended: \(what)" }
    if let other = text("merged") { return "it is the same as \(other), and goes on there (\(text("person") ?? ""))" }
    if let other = body["same"]?["ref"]?.string?.oneLine {
        return "\(other) is the same, and goes on here (\(text("person") ?? ""))"
    }
    if let day = text("later") { return "it is to be mended by \(day)\(reason)" }
    if let due = text("reminded") { return "its owner was reminded, due \(due)" }
    if let due = text("overdue") { return "not mended by \(due)" }
    if let grant = body["granted"], let sum = grant["amount"]?.number {
        return "granted \(granted(sum, grant))"
    }
    if let purpose = text("proposed") { return "\(purpose) written" }
    if let code = text("urgent") { return "urgent, \(code)\(reason)" }
    if let why = text("quiet") { return "put away by \(text("person") ?? ""): \(why)" }
    if let person = text("taken") { return "\(person) takes it on" }
    if text("given_back") != nil, let person = text("person") { return "\(person) got their words back\(reason)" }
    if let whom = text("waits_for") {
        let what = text("what").map { ", \($0)" } ?? ""
        let person = text("person").map { " (\($0))" } ?? ""
        return whom == "nobody" ? "nothing is waited for any more\(person)" : "it waits for \(whom)\(what)\(person)"
    }
    return aboutFeedback(body)
}

/// What was done about feedback.
private func aboutFeedback(_ body: JSON) -> String? {
    func text(_ name: String) -> String? { body[name]?.string?.oneLine }
    let reason = text("reason").map { ": \($0)" } ?? ""
    if let number = body["feedback"]?.int {
        if let owner = text("overdue") { return "feedback \(number) is overdue; the lead of \(owner) was told" }
        return "feedback \(number), \(text("kind") ?? ""), is \(text("owner") ?? "")'s to act on"
    }
    func numbers(_ name: String) -> String? {
        body[name]?.array.map { $0.compactMap(\.int).map { "\($0)" }.joined(separator: ", ") }
    }
    if let which = numbers("done") {
        return "\(text("person") ?? "") acted on feedback \(which): \(text("what") ?? "")"
    }
    if let which = numbers("moved") {
        return "\(text("person") ?? "") handed feedback \(which) to \(text("owner") ?? "")\(reason)"
    }
    if let which = numbers("quiet") {
        return "feedback \(which) was put away\(text("person").map { " by \($0)" } ?? "")\(reason)"
    }
    if let purpose = text("unasked") { return "no \(purpose)\(reason)" }
    if let purpose = text("untold") { return "\(purpose) was not said\(reason)" }
    if let what = text("uncounted") { return "a \(what) does not count\(reason)" }
    if let choice = text("list") { return "they chose to \(choice) the appreciation list" }
    return nil
}

/// A sum that a customer was granted, on whose word and for what.
func granted(_ sum: Double, _ grant: JSON) -> String {
    let amount = sum == sum.rounded() && abs(sum) < 1e12 ? "\(Int64(sum))" : "\(sum)"
    let reason = grant["reason"]?.string.map { ", \($0.oneLine)" } ?? ""
    return "\(amount) \(grant["currency"]?.string ?? "") on the word of \(grant["by"]?.string ?? "nobody")\(reason)"
}
