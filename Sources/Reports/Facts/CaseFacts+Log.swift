import Calendars
import Casework
package import Clocks
package import StageProtocol

// What a case's log and sections say. What is missing or of another shape is passed over: one odd case spoils no report.

extension CaseFacts {
    /// Takes in the log: what was written, promised and done.
    package mutating func read(log: [LogEntry], now: Timestamp) {
        // By their places: to copy an entry costs more than the look at it.
        let (own, brought) = (log.indices.filter { log[$0].by != "history" }, log.count)
        isHistory = own.count < brought && !own.contains { log[$0].kind == "heard" }
        texts.reserveCapacity(min(4, own.count))
        for index in own where log[index].at <= now { take(log[index]) }
    }

    /// Works out the clocks by the standards, of what did not happen before there were any.
    /// - Parameter heard: how many contacts there were by the case's own count.
    package mutating func readClocks(_ log: [LogEntry], heard: Int?, by figures: Figures, now: Timestamp) {
        guard !isHistory else { return }
        clocks = ClockTimes.ours(log, heard: heard, opened: opened, figures: figures, at: now)
        if let first = runs(.firstAnswer).first, let met = first.met {
            waited = figures.calendar.working(between: first.started.milliseconds, and: met.milliseconds)
        }
    }

    private mutating func take(_ entry: LogEntry) {
        let body = entry.body
        switch entry.kind {
        case "heard": contacts.append(entry.at)
        case "said" where body["audience"]?.string != "staff":
            let purpose = body["purpose"]?.string ?? ""
            let seen = body["heard"]?.int.map { Int($0) } ?? contacts.count
            texts.append(
                Text(
                    at: entry.at, purpose: purpose,
                    answers: body["answers"]?.bool ?? Purpose.answering.contains(purpose),
                    author: body["author"]?.string, sawAll: seen >= contacts.count))
        case "promised":
            guard let name = body["name"]?.string, let due = moment(body["due"]) else { return }
            promises.append(
                Promised(
                    name: name, kind: body["kind"]?.string ?? "other", what: body["what"]?.string ?? "",
                    authority: body["authority"]?.string ?? "", evidence: body["evidence"]?.string ?? "",
                    at: entry.at, due: due))
        case "decided": take(decided: body, entry.at)
        case "noted": take(noted: body, entry.at)
        default: return
        }
    }

    private mutating func take(decided body: JSONMembers, _ at: Timestamp) {
        if let owner = body["owner"]?.string {
            owners.append(owner)
        } else if let name = body["withdrawn"]?.string {
            withdrawn[name] = at
        } else if let person = body["taken"]?.string {
            steps.append(Step(kind: .taken, code: "", at: at, people: [person]))
        } else if let code = body["urgent"]?.string {
            steps.append(Step(kind: .urgent, code: code, at: at))
        }
    }

    private mutating func take(noted body: JSONMembers, _ at: Timestamp) {
        if let told = body["told"]?.array, body["rung"] != nil {
            let code = Self.clock(body["clock"]?.string ?? "")
            steps.append(Step(kind: .told, code: code, at: at, people: told.compactMap(\.string)))
        } else if let (kind, code) = Self.seen(body) {
            steps.append(Step(kind: kind, code: Self.clock(code), at: at))
        } else if body["refused"]?.string.map({ !$0.hasPrefix("staff-") }) == true {
            refused += 1
        }
    }

    /// What escalation noted that it saw, and of which sign or clock.
    private static func seen(_ body: JSONMembers) -> (kind: Step.Kind, code: String)? {
        for kind in [Step.Kind.sign, .predicted, .warned, .missed] {
            if let code = body[kind.rawValue]?.string { return (kind, code) }
        }
        return nil
    }

    /// A clock's name without that of the promise that it is of.
    private static func clock(_ name: String) -> String {
        name.hasPrefix(ClockName.promises) ? "promise" : name
    }

    private func moment(_ value: JSON?) -> Timestamp? { value?.string.flatMap(Timestamp.init) }
}

extension CaseFacts {
    /// Takes in the sections by their names.
    package mutating func read(sections: (String) -> JSONMembers?) {
        if let contact = sections("contact") {
            channel = contact["channel"]?.string ?? channel
            language = contact["language"]?.string ?? language
        }
        if let understanding = sections("understanding") {
            isUnderstood = true
            topic = understanding["topic"]?.string ?? topic
            mood = understanding["mood"]?.string
            language = understanding["language"]?.string ?? language
            let covers = sections("answering")?.list("coverage") ?? []
            asks = (understanding.list("asks") ?? []).map { Ask($0, covers) }
        }
        if let care = sections("care") {
            madeGood = Set((care["made_good"]?.array ?? []).compactMap(\.string))
            isGranted = care["granted"]?.array?.isEmpty == false
        }
        if let section = sections("feedback") { feedback.read(section) }
        reviewed = sections("review").flatMap(Reviewed.init)
    }
}

extension CaseFacts.Ask {
    /// - Parameter covers: what answers covered, each by the words of the ask; of two by the same words the last counts.
    fileprivate init(_ ask: JSONMembers, _ covers: [JSONMembers]) {
        let words = ask["quote"]?.string
        let cover = words == nil ? nil : covers.last { $0["ask"]?.string == words }
        self.init(
            kind: ask["kind"]?.string ?? "", article: cover?["article"]?.string,
            isCovered: cover?["span"]?.string != nil)
    }
}

extension CaseFacts.Feedback {
    fileprivate mutating func read(_ section: JSONMembers) {
        func moment(_ value: JSON?) -> Timestamp? { value?.string.flatMap(Timestamp.init) }
        asked = moment(section["asked"])
        let votes = section.list("votes")?.map { vote -> Vote? in
            guard let question = vote["question"]?.string, let score = vote["score"]?.int else { return nil }
            return Vote(
                question: question, score: Int(score), at: moment(vote["at"]), words: vote["words"]?.string ?? "",
                mayBeQuoted: vote["quote"]?.bool == true)
        }
        isReadable = votes.map { !$0.contains(nil) } ?? false
        vote = votes?.last.flatMap(\.self)
        items = (section.list("items") ?? []).compactMap { item in
            guard let kind = item["kind"]?.string, let at = moment(item["at"]) else { return nil }
            return Item(
                kind: kind, topic: item["topic"]?.string, owner: item["owner"]?["id"]?.string ?? "", at: at,
                due: moment(item["due"]), handed: moment(item["handed"]), done: moment(item["done"]?["at"]),
                told: moment(item["told"]), quiet: moment(item["quiet"]?["at"]))
        }
    }
}
