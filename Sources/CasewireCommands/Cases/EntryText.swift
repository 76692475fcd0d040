import StageProtocol

/// One entry of a case's log, as a person would tell it.
struct EntryText {
    private let entry: JSON
    private let story: Story

    init(_ entry: JSON, _ story: Story) {
        self.entry = entry
        self.story = story
    }

    var lines: [String] {
        switch entry["kind"]?.string {
        case "heard": heading("heard", from, story.paint.blue) + contact
        case "staff": heading("colleague", from, story.paint.blue) + contact
        case "notice": heading("notice", from + automatic, story.paint.faint) + contact
        case "said": said
        case "promised": promised
        case "decided": decided.map(told)
        case "feedback": feedback
        default: noted.map(told)
        }
    }

    /// What stages wrote down for themselves, on the clock that everything else is told on.
    private func told(_ text: String) -> String { story.times.spoken(in: text) }

    private var body: JSON { entry["body"] ?? .null }
    private var by: String { entry["by"]?.string ?? "" }

    private func heading(_ kind: String, _ text: String, _ colour: (String) -> String) -> [String] {
        let at = entry["at"]?.moment.map(story.times.moment) ?? ""
        return ["\(story.paint.faint(at))  \(colour(kind))  \(text)"]
    }

    private func indented(_ text: String) -> [String] {
        text.wrapped(to: story.width - 6).map { $0.isEmpty ? "    │" : "    │ \($0)" }
    }

    // MARK: What people wrote

    private var from: String {
        let address = body["from"]?["address"]?.string?.oneLine ?? "somebody"
        let name =
            body["from"]?["name"]?.string.map {
                address.isEmpty ? $0.oneLine : "\($0.oneLine) <\(address)>"
            } ?? address
        return name + (body["channel"]?.string.map { " by \($0)" } ?? "")
    }

    private var automatic: String { body["automatic"]?.string.map { ", \($0)" } ?? "" }

    private var contact: [String] {
        var lines: [String] = []
        if let subject = body["subject"]?.string, !subject.isEmpty { lines.append("    “\(subject.oneLine)”") }
        lines += indented(body["words"]?.string ?? "")
        for file in body["attachments"]?.array ?? [] {
            let name = (file["name"]?.string ?? "a file").oneLine
            lines.append("    file: \(name), \(file["media_type"]?.string ?? ""), \(file["bytes"]?.int ?? 0) bytes")
        }
        if let authentication { lines.append("    " + story.paint.faint(authentication)) }
        for problem in body["problems"]?.array?.compactMap(\.string) ?? [] {
            lines.append("    " + story.paint.yellow("odd: \(problem.oneLine)"))
        }
        return lines
    }

    /// `origin: dkim pass, dmarc fail, by mx.hearth.example`
    private var authentication: String? {
        guard let account = body["authentication"], let results = account["results"]?.object else { return nil }
        let found = results.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.string ?? "")".oneLine }
        return "origin: \(found.joined(separator: ", ")), by \(account["server"]?.string?.oneLine ?? "")"
    }

    private var feedback: [String] {
        if body["settled"]?.bool == true {
            return heading("feedback", "\(from) says that it is solved", story.paint.green)
        }
        if let choice = body["list"]?.string {
            let chosen = "the customer chose to \(choice.oneLine) the appreciation list"
            return heading("feedback", chosen, story.paint.green)
        }
        let score = body["score"]?.int.map { "\($0)" } ?? "?"
        return heading("feedback", "\(body["question"]?.string ?? "") \(score)", story.paint.green)
            + (body["words"]?.string.map(indented) ?? [])
    }

    // MARK: What we did

    private var said: [String] {
        let to = (body["to"]?.array?.compactMap(\.string) ?? []).map(\.oneLine).joined(separator: ", ")
        let author = body["author"]?.string.map { " in the name of \($0)" } ?? ""
        let purpose = (body["purpose"]?.string).map { "\($0), " } ?? ""
        let proposer = body["by"]?.string ?? by
        let text = "\(purpose)to \(to)\(author), proposed by \(proposer)"
        let cited = (body["details"]?["citations"]?.array ?? []).compactMap(\.string)
        let rests = cited.isEmpty ? [] : ["    " + story.paint.faint("rests on \(cited.joined(separator: ", "))")]
        return heading("said", text, story.paint.green) + indented(body["text"]?.string ?? "") + rests
    }

    private var promised: [String] {
        var lines = heading("promised", (body["what"]?.string ?? "").oneLine, story.paint.yellow)
        if let due = body["due"]?.moment {
            let authority = body["authority"]?.string.map { ", on the authority of \($0)" } ?? ""
            lines.append("    by \(story.times.moment(due))\(authority)")
        }
        return lines
    }

    private var decided: [String] {
        if let owner = body["owner"]?.string { return heading("decided", "\(owner) looks after it (\(by))", same) }
        if let why = body["resolved"]?.string { return heading("decided", "resolved by \(by): \(why.oneLine)", same) }
        if let why = body["reopened"]?.string { return heading("decided", "reopened by \(by): \(why.oneLine)", same) }
        if let what = body["corrected"]?.string {
            let person = body["person"]?.string ?? by
            guard what != "draft" else {
                return heading("decided", "\(person) answered in other words than the draft", same)
            }
            return heading(
                "decided", "\(person) corrected the \(what): \(value(body["before"])) was \(value(body["after"]))", same
            )
        }
        if let name = body["kept"]?.string { return heading("decided", "the promise \(name) was kept (\(by))", same) }
        if let name = body["withdrawn"]?.string {
            return heading("decided", "the promise \(name) is owed no more (\(by))", same)
        }
        if let why = body["released"]?.string {
            let sender = body["as"]?.string.map { ", as the word of \($0.oneLine)" } ?? ""
            return heading("decided", "\(why.oneLine) (\(by))\(sender)", same)
        }
        return heading("decided", "\(by): \(deed(body) ?? plain(body))", same)
    }

    private var noted: [String] {
        if let deed = deed(body) { return heading("noted", "\(by): \(deed)", story.paint.faint) }
        return heading(entry["kind"]?.string ?? "noted", "\(by): \(plain(body))", story.paint.faint)
    }

    /// A value in a line; of asks their words.
    private func value(_ json: JSON?) -> String {
        guard let json else { return "nothing" }
        if let asks = json.array {
            return asks.isEmpty ? "nothing" : asks.compactMap { $0["quote"]?.string }.joined(separator: " / ").oneLine
        }
        return (json.string ?? String(decoding: json.bytes, as: UTF8.self)).oneLine
    }

    private func same(_ text: String) -> String { text }

    /// The members of an entry that the command does not know, the sentence among them first.
    private func plain(_ body: JSON) -> String {
        guard var members = body.object else { return String(decoding: body.bytes, as: UTF8.self).oneLine }
        let name = ["what", "reason", "note", "text", "message"].first { members[$0]?.string != nil }
        let sentence = name.flatMap { members.removeValue(forKey: $0)?.string }
        let rest = members.filter { $0.value != .null }.sorted { $0.key < $1.key }.map { name, value in
            "\(name) \(value.string ?? String(decoding: value.bytes, as: UTF8.self))"
        }
        return ([sentence].compactMap(\.self) + rest).joined(separator: ", ").oneLine
    }
}
