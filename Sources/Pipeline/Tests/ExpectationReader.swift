import Calendars
import StageProtocol

/// Reads `expect:` of a test.
struct ExpectationReader {
    let decoding: Decoding
    let people: People
    let moments: MomentReader
    let start: Timestamp
    /// When the steps that have a name happened.
    let names: [String: Timestamp]
    let firstCustomer: String?
    /// Everybody who writes in the test; nil where that stands in files.
    let customers: Set<String>?
    let vocabulary: TestVocabulary

    private static let kinds = ["text", "no_text", "case"]
    static let textKeys = ["kind", "contains", "lacks", "from", "by", "within", "of", "count"]
    static let matterKeys = ["at", "status", "owner", "sections", "timers", "noted", "promises", "count"]

    func read(_ node: YAMLNode) -> [Expectation] {
        let elements = decoding.list(node, "expect") ?? []
        if elements.isEmpty { decoding.findings.error(.missingKey, at: node.place, "a test expects something") }
        return elements.compactMap { element in
            guard case .mapping(let entries) = element.content,
                let kind = Self.kinds.first(where: { kind in entries.contains { $0.key == kind } })
            else {
                decoding.findings.error(
                    .missingKey, at: element.place, "an expectation is one of: \(Self.kinds.joined(separator: ", "))")
                return nil
            }
            let keys = [kind] + (kind == "case" ? Self.matterKeys : Self.textKeys)
            guard let fields = decoding.fields(element, "this expectation", keys: keys),
                let what = what(kind, fields)
            else { return nil }
            return Expectation(what: what, place: element.place)
        }
    }

    private func what(_ kind: String, _ fields: Fields) -> Expectation.What? {
        switch kind {
        case "text": text(kind, fields).map { .text($0) }
        case "no_text": text(kind, fields).map { .noText($0) }
        default: matter(fields).map { .matter($0) }
        }
    }

    // MARK: Texts

    private func text(_ key: String, _ fields: Fields) -> Expectation.Text? {
        // Whatever is wrong with one of them, the others are read as well.
        let to = fields.required(key).flatMap { reader($0) }
        var text = Expectation.Text(to: to ?? .customer)
        text.kind = fields["kind"].flatMap { decoding.text($0, "the kind") }.map { kind in
            check(vocabulary.kind(kind.value), at: kind.place)
            return kind.value
        }
        text.contains = texts(fields, "contains")
        text.lacks = texts(fields, "lacks")
        let origin = origin(fields)
        text.from = fields["from"].flatMap { decoding.moment($0, "from", moments, notBefore: start) }
        text.by = fields["by"].flatMap { decoding.moment($0, "by", moments, notBefore: text.from ?? start) }
        if let within = fields["within"], let span = decoding.span(within, "within") {
            text.from = text.from ?? origin
            text.by = moments.moment(span, after: origin)
        }
        if fields["of"] != nil, fields["within"] == nil { text.from = text.from ?? origin }
        text.count = fields["count"].flatMap { decoding.integer($0, "count", in: 0...Int.max) }
        if key == "no_text", let count = fields.entry("count") {
            decoding.findings.error(
                .badValue, at: count.keyPlace,
                "\"count\" says how many texts there are, and \"no_text\" that there is none",
                hint: "take it out, or write text: with it")
        }
        return to == nil ? nil : text
    }

    /// A word that nothing is called by that is known here.
    private func check(_ word: TestVocabulary.Word?, at place: Place) {
        guard let word else { return }
        let nearest = nearestWord(to: word.name, among: word.known)
        let message = word.problem + (nearest.map { "; did you mean \"\($0)\"?" } ?? "")
        if nearest != nil, vocabulary.isWhole {
            decoding.findings.error(.unknownName, at: place, message)
        } else if nearest != nil || vocabulary.isWhole {
            decoding.findings.warning(.unknownName, at: place, message)
        }
    }

    /// An address that nobody in the test has gets nothing and has no case, whatever is expected.
    private func checkAddress(_ text: Located<String>) {
        guard let customers else { return }
        let known = customers.union(people.people.map { $0.address.lowercased() })
        guard !known.contains(text.value.lowercased()) else { return }
        decoding.findings.unknown(
            .unknownName, at: text.place, "nobody in the test has the address \"\(text.value)\"", name: text.value,
            among: customers)
    }

    /// When the step was that an expectation counts from.
    private func origin(_ fields: Fields) -> Timestamp {
        guard let name = fields["of"].flatMap({ decoding.text($0, "of") }) else { return start }
        if let moment = names[name.value] { return moment }
        decoding.findings.unknown(
            .unknownName, at: name.place, "no step has the name \"\(name.value)\"", name: name.value, among: names.keys)
        return start
    }

    private func reader(_ node: YAMLNode) -> Expectation.Text.Reader? {
        guard let text = decoding.text(node, "who gets it") else { return nil }
        switch text.value {
        case "customer": return .customer
        case "staff": return .staff
        default: break
        }
        if text.value.contains("@") {
            checkAddress(text)
            return .address(text.value.lowercased())
        }
        if let person = people[text.value] { return .address(person.address.lowercased()) }
        decoding.findings.unknown(
            .unknownName, at: text.place, "nobody is called \"\(text.value)\"", name: text.value,
            among: people.people.map(\.id) + ["customer", "staff"])
        return nil
    }

    private func texts(_ fields: Fields, _ key: String) -> [String] {
        fields[key].flatMap { decoding.texts($0, key, orOne: true) }?.map(\.value) ?? []
    }

    // MARK: Cases

    private func matter(_ fields: Fields) -> Expectation.Matter? {
        let address = fields.required("case").flatMap { decoding.text($0, "whose case") }.flatMap { customer($0) }
        var matter = Expectation.Matter(of: (address ?? "").lowercased())
        matter.at = fields["at"].flatMap { decoding.moment($0, "at", moments, notBefore: start) }
        matter.status = fields["status"].flatMap { status($0) }
        matter.owner = fields["owner"].flatMap { owner($0) }
        matter.noted = texts(fields, "noted")
        matter.count = fields["count"].flatMap { decoding.integer($0, "count", in: 0...Int.max) }
        let values = SettingsReader(decoding: decoding)
        for entry in entries(fields, "sections") {
            matter.sections[entry.key] = values.free(entry.value)
            check(sectionPath: entry)
        }
        for entry in entries(fields, "timers") {
            check(vocabulary.timer(entry.key), at: entry.keyPlace)
            let isNone = entry.value.isNull
            let moment = isNone ? nil : decoding.moment(entry.value, "the timer", moments, notBefore: start)
            if isNone || moment != nil { matter.timers[entry.key] = .some(moment) }
        }
        matter.promises = (fields["promises"].flatMap { decoding.list($0, "promises") } ?? []).compactMap {
            promise($0)
        }
        return address == nil ? nil : matter
    }

    private func customer(_ of: Located<String>) -> String? {
        guard of.value == "customer" else {
            checkAddress(of)
            return of.value
        }
        if firstCustomer == nil {
            decoding.findings.error(
                .unknownName, at: of.place, "no step says who the customer is", hint: "write their address here")
        }
        return firstCustomer
    }

    private func check(sectionPath entry: YAMLNode.Entry) {
        let section = String(entry.key.prefix { $0 != "." })
        guard vocabulary.sections.contains(section) else {
            return decoding.findings.unknown(
                .unknownName, at: entry.keyPlace, "no stage writes a section \"\(section)\"", name: section,
                among: vocabulary.sections)
        }
        check(vocabulary.path(entry.key), at: entry.keyPlace)
    }

    private func entries(_ fields: Fields, _ key: String) -> [YAMLNode.Entry] {
        fields[key].flatMap { decoding.fields($0, key, keys: nil)?.entries } ?? []
    }

    private func promise(_ node: YAMLNode) -> Expectation.Promise? {
        guard let fields = decoding.fields(node, "a promise", keys: ["what", "kept", "due"]) else { return nil }
        let what = fields.required("what").flatMap { decoding.text($0, "what")?.value }
        let promise = Expectation.Promise(
            what: what ?? "", isKept: fields["kept"].flatMap { decoding.bool($0, "kept") },
            due: fields["due"].flatMap { decoding.moment($0, "due", moments, notBefore: start) })
        return what == nil ? nil : promise
    }

    private func status(_ node: YAMLNode) -> String? {
        guard let text = decoding.text(node, "the status") else { return nil }
        let known = ["open", "resolved"]
        if !known.contains(text.value) {
            decoding.findings.unknown(
                .badValue, at: text.place, "a case is never \"\(text.value)\"", name: text.value, among: known)
        }
        return text.value
    }

    private func owner(_ node: YAMLNode) -> String? {
        guard let text = decoding.text(node, "the owner") else { return nil }
        if people[text.value] == nil {
            decoding.findings.unknown(
                .unknownName, at: text.place, "nobody is called \"\(text.value)\"", name: text.value,
                among: people.people.map(\.id))
        }
        return text.value
    }
}
