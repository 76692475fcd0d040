import Calendars
import StageProtocol

/// Reads `standards.yaml`.
struct StandardsReader {
    let decoding: Decoding

    func read(_ node: YAMLNode) -> Standards? { document(node)?.standards }

    /// The standards with the places of what they are checked for.
    func document(_ node: YAMLNode) -> StandardsDocument? {
        let keys = StandardsRules.all.map(\.id) + ["calendar"]
        guard let fields = decoding.fields(node, "the standards", keys: keys) else { return nil }
        let calendar = fields.required("calendar").flatMap { CalendarReader(decoding: decoding).read($0) }
        var standards: [String: Standards.Standard] = [:]
        var places: [String: Place] = [:]
        for rule in StandardsRules.all {
            guard let node = fields.required(rule.id) else { continue }
            standards[rule.id] = standard(node, rule)
            places[rule.id] = fields.entry(rule.id)?.keyPlace
            guard case .mapping(let entries) = node.content else { continue }
            for entry in entries { places["\(rule.id).\(entry.key)"] = entry.value.place }
        }
        guard let calendar else { return nil }
        return StandardsDocument(
            standards: Standards(standards: fields.entries.compactMap { standards[$0.key] }, calendar: calendar),
            places: places)
    }

    private func standard(_ node: YAMLNode, _ rule: StandardsRules.Rule) -> Standards.Standard? {
        let keys = ["promise", "by"] + rule.figures.map(\.name)
        guard let fields = decoding.fields(node, "the standard \(rule.id)", keys: keys) else { return nil }
        var figures: [String: JSON] = [:]
        var spoken: [String: String] = [:]
        for figure in rule.figures {
            let node = figure.isOptional ? fields[figure.name] : fields.required(figure.name)
            guard let node, let value = value(node, figure) else { continue }
            figures[figure.name] = value
            spoken[figure.name] = speak(value, figure.kind)
        }
        guard let promise = fields.required("promise").flatMap({ decoding.text($0, "the promise of \(rule.id)") })
        else {
            return nil
        }
        let sentence = fill(promise, spoken, names: rule.figures.map(\.name), rule.id)
        return .init(
            id: rule.id, promise: sentence, figures: figures,
            isKeptByPeople: fields["by"].flatMap { value($0, keeper) } == .string("people"))
    }

    private var keeper: StandardsRules.Figure { .init(name: "by", kind: .choice(["people"])) }

    private func value(_ node: YAMLNode, _ figure: StandardsRules.Figure) -> JSON? {
        switch figure.kind {
        case .span: return decoding.span(node, figure.name).map { .string($0.description) }
        case .clock:
            return decoding.duration(node, figure.name).map { .string(TimeSpan.elapsed($0).description) }
        case .share: return decoding.number(node, figure.name, in: 0...1).map(JSON.double)
        case .count(let range): return decoding.integer(node, figure.name, in: range).map { .int(Int64($0)) }
        case .amount:
            return decoding.number(node, figure.name, in: 0...Double.greatestFiniteMagnitude).map(JSON.double)
        case .currency:
            guard let text = decoding.text(node, figure.name) else { return nil }
            guard text.value.count == 3, text.value.allSatisfy({ ("A"..."Z").contains($0) }) else {
                decoding.findings.error(
                    .badValue, at: text.place,
                    "\(figure.name) must be three capital letters such as EUR, not \(node.kind)")
                return nil
            }
            return .string(text.value)
        case .choice(let choices):
            guard let text = decoding.text(node, figure.name) else { return nil }
            guard choices.contains(text.value) else {
                decoding.findings.unknown(
                    .badValue, at: text.place, "\(figure.name) cannot be \(node.kind)", name: text.value, among: choices
                )
                return nil
            }
            return .string(text.value)
        case .masks: return masks(node, figure.name)
        case .languages:
            return decoding.languages(node, figure.name).map { .array($0.map { .string($0.value) }) }
        case .topics:
            return decoding.texts(node, figure.name, orOne: true).map { .array($0.map { .string($0.value) }) }
        }
    }

    /// What is hidden: `cards`, `ibans`, or rows of # for a digit and @ for a letter.
    private func masks(_ node: YAMLNode, _ name: String) -> JSON? {
        guard let texts = decoding.texts(node, name, orOne: true) else { return nil }
        for text in texts where text.value != "cards" && text.value != "ibans" {
            guard text.value.count(where: { $0 == "#" || $0 == "@" }) < 4 else { continue }
            decoding.findings.error(
                .badValue, at: text.place,
                "\(name) cannot have \(text.value)",
                hint: "write cards, ibans, or a row of at least four # (a digit) and @ (a letter), as in ###-##-####")
        }
        return .array(texts.map { .string($0.value) })
    }

    /// A figure as it is read aloud.
    private func speak(_ value: JSON, _ kind: StandardsRules.Kind) -> String {
        switch (value, kind) {
        case (.double(let share), .share): "\(Int((share * 100).rounded())) percent"
        case (.double(let amount), _): amount == amount.rounded() && amount < 1e15 ? "\(Int64(amount))" : "\(amount)"
        case (.int(let count), _): "\(count)"
        case (.array(let texts), _): texts.compactMap(\.string).joined(separator: ", ")
        default: value.string ?? ""
        }
    }

    /// Fills figures into the sentence, so that what is read aloud and what is kept are one.
    private func fill(_ promise: Located<String>, _ figures: [String: String], names: [String], _ id: String) -> String
    {
        var sentence = ""
        var rest = Substring(promise.value)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            sentence += rest[..<open]
            sentence += figures[name] ?? ""
            if !names.contains(name) {
                decoding.findings.unknown(
                    .unknownName, at: promise.place,
                    "the promise of \(id) names \"{\(name)}\", which is none of its figures",
                    name: name, among: names)
            }
            rest = rest[rest.index(after: close)...]
        }
        return (sentence + rest).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

/// The standards with the places of what they are checked for.
struct StandardsDocument {
    var standards: Standards
    /// Where a standard stands, by its name, and where a figure of it does, by `NAME.FIGURE`.
    var places: [String: Place]
}
