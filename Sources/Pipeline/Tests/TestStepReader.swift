import Calendars
import FoundationEssentials
import StageProtocol

/// Reads `when:` of a test: what happens, one after another.
struct TestStepReader {
    let decoding: Decoding
    let people: People
    let moments: MomentReader
    let start: Timestamp
    /// When a step that has a name happened.
    private(set) var names: [String: Timestamp] = [:]
    /// Whom the test is about, where it does not say so.
    private(set) var firstCustomer: String?
    /// Everybody who writes; nil where that stands in files.
    var customers: Set<String>? { hasFiles ? nil : addresses }
    private var addresses: Set<String> = []
    private var hasFiles = false

    private static let events = ["mail", "file", "reply", "staff", "form", "feedback", "vote", "list", "nothing"]
    static let keys = ["at", "after", "name"] + events

    init(decoding: Decoding, people: People, moments: MomentReader, start: Timestamp) {
        self.decoding = decoding
        self.people = people
        self.moments = moments
        self.start = start
    }

    mutating func read(_ node: YAMLNode) -> [PipelineTest.Step] {
        var last = start
        var steps: [PipelineTest.Step] = []
        for element in decoding.list(node, "when") ?? [] {
            guard let fields = decoding.fields(element, "a step", keys: Self.keys) else { continue }
            last = moment(fields, after: last)
            if let name = fields["name"].flatMap({ decoding.text($0, "the name")?.value }) { names[name] = last }
            if let event = event(fields) {
                steps.append(PipelineTest.Step(at: last, event: event, place: element.place))
            }
        }
        return steps
    }

    private func moment(_ fields: Fields, after last: Timestamp) -> Timestamp {
        if let at = fields["at"] {
            if let after = fields.entry("after") {
                decoding.findings.error(
                    .badValue, at: after.keyPlace, "a step has \"at\" or \"after\", not both",
                    hint: "leave out the one that is not meant")
            }
            guard let moment = decoding.moment(at, "at", moments, notBefore: last) else { return last }
            if moment >= last { return moment }
            decoding.findings.error(
                .badValue, at: at.place, "this step is before the one above it",
                hint: "put the steps in the order of time")
            return last
        }
        if let after = fields["after"], let span = decoding.span(after, "after") {
            return moments.moment(span, after: last)
        }
        return last
    }

    private mutating func event(_ fields: Fields) -> PipelineTest.Event? {
        let kinds = Self.events.filter { fields.entry($0) != nil }
        guard kinds.count == 1, let kind = kinds.first, let entry = fields.entry(kind) else {
            decoding.findings.error(
                .missingKey, at: fields.place, "a step is one of: \(Self.events.joined(separator: ", "))")
            return nil
        }
        let node = entry.value
        switch kind {
        case "mail": return letter(node, "a mail").map { .mail($0) }
        case "form": return letter(node, "a form").map { .form($0) }
        case "feedback": return letter(node, "feedback").map { .feedback($0) }
        case "file": return file(node)
        case "reply":
            guard let fields = decoding.fields(node, "a reply", keys: ["from", "text"]) else { return nil }
            let (text, from) = (text(fields), person(fields, orFirst: true))
            guard let text, let from else { return nil }
            return .reply(from: from, text: text)
        case "staff":
            guard let fields = decoding.fields(node, "a colleague's reply", keys: ["who", "text"]) else { return nil }
            let (text, who) = (text(fields), fields["who"].flatMap { colleague($0) })
            return text.map { .staff(who: who, text: $0) }
        case "vote":
            guard let fields = decoding.fields(node, "a vote", keys: ["from", "score", "words"]) else { return nil }
            let score = fields.required("score").flatMap { decoding.integer($0, "the score", in: 0...10) }
            let words = fields["words"].flatMap { decoding.text($0, "the words")?.value }
            let from = person(fields, orFirst: true)
            guard let score, let from else { return nil }
            return .vote(from: from, score: score, words: words)
        case "list":
            guard let fields = decoding.fields(node, "a choice", keys: ["from", "choose"]) else { return nil }
            let (choice, from) = (
                fields.required("choose").flatMap { self.choice($0) }, person(fields, orFirst: true)
            )
            guard let choice, let from else { return nil }
            return .list(from: from, joins: choice == "join")
        default: return .nothing
        }
    }

    private mutating func letter(_ node: YAMLNode, _ what: String) -> PipelineTest.Letter? {
        guard let fields = decoding.fields(node, what, keys: ["from", "subject", "text", "count"]) else { return nil }
        let subject = fields["subject"].flatMap { decoding.text($0, "the subject")?.value } ?? ""
        let count = fields["count"].flatMap { decoding.integer($0, "count", in: 1...1000) } ?? 1
        let (from, text) = (person(fields, orFirst: false), text(fields))
        guard let from, let text else { return nil }
        let letter = PipelineTest.Letter(from: from, subject: subject, text: text, count: count)
        addresses.formUnion(letter.each.map { $0.from.address.lowercased() })
        return letter
    }

    /// A mail in a file, which must be there.
    private mutating func file(_ node: YAMLNode) -> PipelineTest.Event? {
        hasFiles = true
        guard let path = decoding.path(node, "the file") else { return nil }
        guard FileManager.default.isReadableFile(atPath: path.value), !Self.isFolder(path.value) else {
            decoding.findings.error(
                .unreadableFile, at: path.place, "there is no file \(path.value) that can be read",
                hint: "the path starts at the folder of the test")
            return nil
        }
        return .file(path: path.value)
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
    }

    private func text(_ fields: Fields) -> String? {
        fields.required("text").flatMap { decoding.text($0, "the text")?.value }
    }

    /// `Ann Lee <ann@example.net>`, or the address alone.
    private mutating func person(_ fields: Fields, orFirst: Bool) -> PipelineTest.Person? {
        if fields["from"] == nil, orFirst, let firstCustomer { return PipelineTest.Person(address: firstCustomer) }
        guard let text = fields.required("from").flatMap({ decoding.text($0, "from") }) else { return nil }
        let parts = text.value.split(separator: "<", maxSplits: 1)
        let address = (parts.last ?? "").filter { $0 != ">" && $0 != " " }
        guard address.contains("@"), !address.hasPrefix("@"), !address.hasSuffix("@") else {
            decoding.findings.error(
                .badValue, at: text.place, "from must be a mail address, not \"\(text.value)\"",
                hint: "write it as ann@example.net or Ann Lee <ann@example.net>")
            return nil
        }
        firstCustomer = firstCustomer ?? address
        addresses.insert(address.lowercased())
        let name = parts.count == 2 ? parts[0].split(separator: " ").joined(separator: " ") : nil
        return PipelineTest.Person(name: name, address: address)
    }

    private func choice(_ node: YAMLNode) -> String? {
        guard let text = decoding.text(node, "choose") else { return nil }
        if ["join", "leave"].contains(text.value) { return text.value }
        decoding.findings.unknown(
            .badValue, at: text.place, "nobody can choose \"\(text.value)\" of the list", name: text.value,
            among: ["join", "leave"])
        return nil
    }

    private func colleague(_ node: YAMLNode) -> String? {
        guard let text = decoding.text(node, "who") else { return nil }
        if people[text.value] != nil { return text.value }
        decoding.findings.unknown(
            .unknownName, at: text.place, "nobody is called \"\(text.value)\"", name: text.value,
            among: people.people.map(\.id))
        return nil
    }
}
